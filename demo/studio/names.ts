/** Common first names of several origins; any likeness with a person is chance. */
export const FIRST_NAMES: readonly string[] = (
  'Adèle Adrien Agathe Aïcha Alba Alexandre Alice Aline Amandine Amel Amélie Amina Anaïs Andrea Anna Antoine Anton ' +
  'Ariane Arthur Aurore Axel Aya Baptiste Bastien Béatrice Benoît Camille Capucine Carla Carole Cécile Céline ' +
  'Charlotte Chiara Chloé Claire Clara Clémence Clément Coline Cyril Damien Daphné Daria Delphine Diane Dounia Edgar ' +
  'Elena Élise Elliot Élodie Eloïse Emma Emmanuelle Enzo Estelle Esther Eva Fanny Farah Fatou Félix Flora Florian ' +
  'Gabriel Gaëlle Garance Georges Giulia Grégoire Hanna Hélène Héloïse Hugo Ida Inès Irène Iris Isaac Ismaël Jade ' +
  'Jeanne Joana Jonas Joséphine Judith Jules Julia Julie Karim Khadija Laila Laura Léa Lena Léo Léonie Lila Lina Lisa ' +
  'Loïc Lola Louis Louise Lucie Lucien Mado Maé Maïa Malik Malo Manon Marco Margaux Marie Marin Marine Marion Mathilde ' +
  'Maya Mehdi Mélanie Mila Milo Mina Miriam Morgane Nadia Naomi Nathan Nicolas Nina Noah Noé Noémie Nora Océane ' +
  'Olga Olivia Ombeline Oscar Pauline Paul Philippine Quentin Rachel Rania Raphaël Rémi Romane Rosa Roxane Sacha Salomé ' +
  'Samir Samuel Sandra Sara Sarah Simon Sofia Solène Soraya Suzanne Sylvie Théo Thomas Timothée Valentin Valentine Vera ' +
  'Victoire Victor Violette Yann Yasmine Youssef Zélie Zoé'
).split(' ');

/** Common family names. */
export const LAST_NAMES: readonly string[] = (
  'Adam Alves Andrieu Arnaud Aubert Bailly Barbier Baron Benali Benoit Berger Bernard Bertin Besson Blanc Blanchard ' +
  'Bonnet Boucher Boulanger Bourgeois Bouvier Breton Brun Carlier Caron Carpentier Chauvin Chevalier Clément Colin ' +
  'Cordier Costa Cousin Da·Silva Daniel David Delaunay Denis Deschamps Diallo Diaz Dubois Dufour Dumas Dumont Dupuis ' +
  'Durand Fabre Faure Fernandes Ferrand Fontaine Fournier Garcia Garnier Gauthier Germain Girard Gomes Guérin Guillaume ' +
  'Haddad Hamon Henry Hubert Huet Humbert Jacquet Joly Julien Kaya Klein Lacroix Lambert Lebrun Leclerc Lefort Legrand ' +
  'Lemaire Lemoine Leroux Lopez Lucas Mallet Marchal Marchand Martel Martin Masson Mathieu Menard Mercier Meunier Meyer ' +
  'Michaud Millet Monnier Moreau Morel Moulin Nguyen Nicolas Noël Olivier Pages Paris Pelletier Pereira Perrin Picard ' +
  'Poirier Prévost Renard Renaud Rey Ribeiro Richard Rivière Robin Roche Roger Rolland Roussel Roux Royer Salmon ' +
  'Sanchez Schmitt Simon Tessier Thomas Torres Traoré Vasseur Vidal Vincent Weber Yilmaz'
)
  .split(' ')
  .map((name) => name.replace('·', ' '));
