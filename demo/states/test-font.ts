import '@fontsource/dejavu-sans/latin-400.css';
import '@fontsource/dejavu-sans/latin-700.css';

/** Draws everything in a font that is part of the project, so that pictures do not depend on a machine's fonts. */
export async function applyTestFont(): Promise<void> {
  document.documentElement.classList.add('test-font');
  await Promise.all(['400', '700'].map((weight) => document.fonts.load(`${weight} 16px "DejaVu Sans"`)));
}
