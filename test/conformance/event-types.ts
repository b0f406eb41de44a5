// The event types of the translated dataset.
//
// "The very first of its kind" asks for kinds that the source may define by conditions ("a click on Pay"), or under
// filters "every event must meet before anything else". The engine's `first-ever` is over event types, so events of
// such a kind get a type of their own: the event's name with the steps whose kind it is.
import { fulfilsAll, type Properties } from './case-condition.ts';
import type { CaseCondition, CaseStep, PeerCase } from './case-file.ts';

type CaseEvent = PeerCase['events'][number];

/** The conditions that make an event one of the kind whose first occurrence a step asks for. */
function kindOf(step: CaseStep, filters: readonly CaseCondition[]): CaseCondition[] {
  return [...(step.label === undefined ? [] : (step.where ?? [])), ...filters];
}

export class EventTypes {
  readonly #types: string[];
  /** Event name → the types its events have. */
  readonly #byName = new Map<string, Set<string>>();
  /** Step → the types of its kind; only where the kind is more than a name. */
  readonly #byStep = new Map<number, Set<string>>();

  constructor({ steps, filters = [], events, clients = [] }: PeerCase) {
    const special = [...steps.entries()].filter(
      ([, step]) => step.firstTimeForClient === true && kindOf(step, filters).length > 0,
    );
    for (const [index] of special) this.#byStep.set(index, new Set());
    const properties = new Map(clients.map(({ id, props }) => [String(id), props ?? {}]));
    this.#types = events.map((event) => {
      const client = properties.get(String(event.client)) ?? {};
      const kinds = special
        .filter(([, step]) => isOfKind(event, client, step, filters))
        .map(([index]) => index);
      return this.#register(event.event, kinds);
    });
  }

  #register(name: string, kinds: number[]): string {
    const type = kinds.length === 0 ? name : `${name} (kind of step ${kinds.join(', ')})`;
    if (!this.#byName.has(name)) this.#byName.set(name, new Set());
    this.#byName.get(name)?.add(type);
    for (const index of kinds) this.#byStep.get(index)?.add(type);
    return type;
  }

  /** The type of the event at an index of the case's events. */
  at(index: number): string {
    return this.#types[index] ?? '';
  }

  /** An event name of the case as a definition names it; null is any. */
  named(name: string | null): string | string[] {
    if (name === null) return '*';
    const types = [...(this.#byName.get(name) ?? [])];
    return types.length > 1 || (types.length === 1 && types[0] !== name) ? types : name;
  }

  /** The types of the kind of a step; undefined where its name says all. */
  ofKind(step: number): string[] | undefined {
    const types = this.#byStep.get(step);
    return types && (types.size > 0 ? [...types] : [`(no event of the kind of step ${step})`]);
  }
}

function isOfKind(
  event: CaseEvent,
  client: Properties,
  step: CaseStep,
  filters: readonly CaseCondition[],
): boolean {
  const isNamed = (name: string | null | undefined) => name === null || name === event.event;
  const own = event.props ?? {};
  const matches = step.anyOf
    ? step.anyOf.some(
        (alternative) => isNamed(alternative.event) && fulfilsAll(alternative.where, own, client),
      )
    : isNamed(step.event);
  return matches && fulfilsAll(kindOf(step, filters), own, client);
}
