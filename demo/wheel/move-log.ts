import { html, type TemplateResult } from 'lit';
import type { Movement, WheelFlow } from '../../src/engine/schema/wheel.ts';
import type { StudioHost } from '../host/studio-host.ts';
import { wordOf, type Language } from '../studio/vocabulary.ts';
import { originName, placeName } from './place-names.ts';
import { wheelStrings } from './strings.ts';

/** The studio's automation: the sequence into which those who arrive at a place are taken. */
const REACTIONS: Readonly<Record<string, string>> = {
  conversion: 'sequence-welcome',
  attrition: 'sequence-win-back',
  exit: 'sequence-win-back',
  purchase: 'sequence-first-class',
  activation: 'sequence-first-class',
  adoption: 'sequence-welcome',
  former: 'sequence-win-back',
};

/** Ways that are shown. */
const SHOWN = 6;
/** Names that are shown of a group; the list of people shows them all. */
const NAMED = 3;

/**
 * Who moved, by way, the largest first, and what the studio's automation makes of it.
 * @param flows how many went which way
 * @param movements some of them by id; a long list is cut, so it does not count
 */
export function renderMoves(
  flows: readonly WheelFlow[],
  movements: readonly Movement[],
  host: StudioHost,
  language: Language,
): TemplateResult {
  const strings = wheelStrings(language);
  const ways = flows.filter(({ to }) => REACTIONS[to] !== undefined).slice(0, SHOWN);
  return html`
    <section class="card" aria-labelledby="moves-title">
      <h2 id="moves-title">${strings.moves}</h2>
      <p class="hint">${ways.length > 0 ? strings.movesHint : strings.noMoves}</p>
      <ul class="moves">
        ${ways.map((way) => {
          const own = movements.filter(({ from, to }) => from === way.from && to === way.to);
          return renderWay(way, own, host, language);
        })}
      </ul>
    </section>
  `;
}

function renderWay(
  { from, to, count }: WheelFlow,
  movements: readonly Movement[],
  host: StudioHost,
  language: Language,
): TemplateResult {
  const strings = wheelStrings(language);
  const names = movements.slice(0, NAMED).map(({ id }) => host.person(id)?.name ?? String(id));
  const rest = count - names.length;
  return html`
    <li>
      <strong class="way">
        <bdi>${originName(from, language)}</bdi> <span class="arrow">→</span>
        <bdi>${placeName(to, language)}</bdi>
      </strong>
      <span class="number">${strings.moved(count)}</span>
      <span class="names">
        <bdi>${names.join(', ')}${names.length > 0 && rest > 0 ? ` ${strings.others(rest)}` : ''}</bdi>
      </span>
      <span class="reaction"> ${strings.reaction} <b>${wordOf(REACTIONS[to] ?? '', language)}</b> </span>
    </li>
  `;
}
