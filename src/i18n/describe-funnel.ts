import type { FunnelPlan, PlanStep } from '../engine/index.ts';
import type { Duration, Scalar, Where } from '../engine/schema/index.ts';
import { getFormats } from './formats.ts';
import { resolveLocale } from './locale.ts';
import { toLocalizedText } from './localized-text.ts';
import { RULE_MESSAGES, type RuleMessages } from './rule-messages.ts';

/** A definition in words. */
export interface FunnelDescription {
  /** What holds for the whole funnel, a sentence each. */
  rules: string[];
  /** One a step, in order. */
  steps: { id: string; name: string; rule: string }[];
}

const HOUR = 3_600_000;

/**
 * Prints a compiled funnel as sentences in the reader's language: each step with its event, date rule and base, and
 * where a rule lets an event lie before the entry, that it may. Source: funnels.md, "Date rules" and "The catalogue".
 */
export function describeFunnel(plan: FunnelPlan, tag: string): FunnelDescription {
  const locale = resolveLocale(tag);
  const writer = new RuleWriter(plan, locale.tag, RULE_MESSAGES[locale.language]);
  return { rules: writer.rules(), steps: plan.steps.map((step) => writer.step(step)) };
}

class RuleWriter {
  readonly #plan: FunnelPlan;
  readonly #tag: string;
  readonly #say: RuleMessages;

  constructor(plan: FunnelPlan, tag: string, say: RuleMessages) {
    this.#plan = plan;
    this.#tag = tag;
    this.#say = say;
  }

  rules(): string[] {
    const { reentry, subject, window, hold, where, switches } = this.#plan;
    const say = this.#say;
    return [
      ...this.#order(),
      ...(subject === 'membership' ? [say.ofMemberships] : []),
      ...(window ? [say.window(this.#duration(window))] : []),
      ...(hold.length > 0 ? [say.hold(this.#list(hold.map((property) => this.#property(property))))] : []),
      ...(where && Object.keys(where).length > 0 ? [say.global(this.#list(this.#allConditions(where)))] : []),
      ...this.#exclusions(),
      ...Object.entries(switches).flatMap(([name, on]) =>
        on ? [say.switches[name as keyof typeof switches]] : [],
      ),
      say.reentry[reentry],
    ];
  }

  #order(): string[] {
    const { order, ties } = this.#plan;
    const { order: orders, ties: words } = this.#say;
    if (ties === 'later') return [orders[order], words.later];
    return order === 'sequential' ? [orders[order], words.same] : [orders[order]];
  }

  step(step: PlanStep): FunnelDescription['steps'][number] {
    const say = this.#say;
    const event = step.absent ? this.#nothing(step) : this.#anyOf(step.conditions);
    const placed = step.nth === undefined ? event : say.nth(step.nth, event);
    const when = [...this.#date(step), ...this.#bounds(step), ...this.#about(step)];
    const sentences = [`${capitalize(say.sentence(placed, when))}.`, ...this.#remarks(step)];
    return { id: step.id, name: this.#name(step.index), rule: sentences.join(' ') };
  }

  #exclusions(): string[] {
    return this.#plan.exclusions.map(({ condition, from, to }) => {
      const write = this.#plan.onExclude === 'remove' ? this.#say.excludedRemoves : this.#say.excluded;
      return write(this.#event(condition.types, condition.where), this.#quoted(from), this.#quoted(to));
    });
  }

  #date(step: PlanStep): string[] {
    const { dates, mayPrecede } = this.#say;
    const { when, index, absent } = step;
    if (when === 'afterEntry' && this.#isAfterEntryAnyway(step)) return [];
    if (typeof when === 'string') {
      const loose = when === 'any' && index > 0 && !absent && this.#plan.order === 'independent';
      return loose ? [dates.any, mayPrecede] : [dates[when]];
    }
    return [this.#period(when)];
  }

  /** What must come after a step that is after the entry need not be said to be that too. */
  #isAfterEntryAnyway({ after }: PlanStep): boolean {
    return after !== undefined && this.#plan.steps[after]?.when === 'afterEntry';
  }

  #period(when: Exclude<PlanStep['when'], string>): string {
    const say = this.#say;
    if ('lookback' in when) return say.lookback(when.lookback.days);
    const { from, to } = when;
    if (from === undefined || from === null)
      return to === undefined || to === null ? say.dates.any : say.until(this.#day(to));
    return to === undefined || to === null
      ? say.since(this.#day(from))
      : say.between(this.#day(from), this.#day(to));
  }

  #day(instant: string | number): string {
    return getFormats(this.#tag).date(instant);
  }

  /** How far from other steps it may lie. */
  #bounds(step: PlanStep): string[] {
    const say = this.#say;
    const base = this.#either(step.bases);
    return [
      ...(step.after === undefined ? [] : [say.after(this.#quoted(step.after))]),
      ...(step.window ? [say.ownWindow(this.#duration(step.window), base)] : []),
      ...(step.notBefore ? [say.notBefore(this.#duration(step.notBefore), base)] : []),
    ];
  }

  /** What is to be said of the step besides, each in a sentence of its own. */
  #remarks(step: PlanStep): string[] {
    const say = this.#say;
    const { pick, nth, bases, index, distinctFrom, optional, split, outcomes } = step;
    const isPicked = nth === undefined && pick !== 'first';
    const isUsual = bases.length === 1 && bases[0] === index - 1;
    const hasBase = index > 0 && !isUsual && this.#plan.order !== 'unordered';
    return [
      ...(isPicked ? [pick === 'last' ? say.pick.last : say.pick.firstEver] : []),
      ...(hasBase ? [say.base(this.#either(bases))] : []),
      ...(distinctFrom.length > 0
        ? [say.distinct(this.#list(distinctFrom.map((at) => this.#quoted(at))))]
        : []),
      ...(optional ? [say.optional] : []),
      ...(split ? [say.split] : []),
      ...(outcomes.length > 0 ? [this.#outcomes(outcomes)] : []),
    ];
  }

  #outcomes(outcomes: PlanStep['outcomes']): string {
    const words = outcomes.map(({ id, name, types, where, as }) =>
      this.#say.outcome(toLocalizedText(name, this.#tag, id), this.#event(types, where), as === 'dropped'),
    );
    return this.#say.outcomes(this.#list(words, 'disjunction'));
  }

  #anyOf(conditions: PlanStep['conditions']): string {
    const events = conditions.map(({ types, where }) => this.#event(types, where));
    return this.#list([...new Set(events)], 'disjunction');
  }

  /** That none of a step's events happened. */
  #nothing({ conditions }: PlanStep): string {
    const say = this.#say;
    const words = conditions.map(({ types, where }) => {
      const [type, ...others] = types ?? [];
      const known = type !== undefined && others.length === 0 ? ownWord(say.none, type) : undefined;
      const names = (types ?? []).map((name) => say.quote(name));
      const nothing = known ?? say.noOwnEvent(this.#list(names, 'disjunction'));
      return this.#qualify(nothing, splitConditions(where).own);
    });
    return this.#list(words);
  }

  /** Whom it is about, where the data's own vocabulary has words for it. */
  #about({ conditions }: PlanStep): string[] {
    const facts = conditions.flatMap(({ where }) => splitConditions(where).person);
    return [...new Set(facts.flatMap((condition) => this.#fact(condition) ?? []))];
  }

  #event(types: readonly string[] | null, where: readonly Where[]): string {
    const say = this.#say;
    const { own, person } = splitConditions(where);
    // Of a person only what has no words of its own: the rest is said of the whole step.
    const conditions = [...own, ...person.filter((condition) => this.#fact(condition) === undefined)];
    if (types === null) return this.#qualify(say.anyEvent, conditions);
    const named = conditions.find(
      (condition) => ownWord(say.events, toEventKey(types, condition)) !== undefined,
    );
    if (!named) return this.#qualify(this.#happening(types), conditions);
    const event = ownWord(say.events, toEventKey(types, named)) ?? '';
    return this.#qualify(
      event,
      conditions.filter((condition) => condition !== named),
    );
  }

  #happening(types: readonly string[]): string {
    const say = this.#say;
    const together = ownWord(say.types, types.join('|'));
    const wordOf = (type: string): string => ownWord(say.types, type) ?? say.ownEvent(say.quote(type));
    return together ?? this.#list(types.map(wordOf), 'disjunction');
  }

  /** Conditions behind what happens: those with words of their own as such, the others in brackets. */
  #qualify(event: string, conditions: readonly Condition[]): string {
    const facts = conditions.flatMap((condition) => this.#fact(condition) ?? []);
    const others = conditions.filter((condition) => this.#fact(condition) === undefined);
    const words = others.flatMap(([property, test]) => this.#condition(this.#property(property), test));
    return this.#say.event([event, ...facts].join(' '), words.join(', '));
  }

  #allConditions(where: Where): string[] {
    return Object.entries(where).flatMap(
      ([property, test]) => this.#fact([property, test]) ?? this.#condition(this.#property(property), test),
    );
  }

  /** The owner's word for a condition of the data's own vocabulary; undefined for others. */
  #fact([property, test]: Condition): string | undefined {
    const words = toFactKeys(property, test).map((key) => ownWord(this.#say.facts, key));
    const known = words.filter((word) => word !== undefined);
    return known.length > 0 && known.length === words.length ? this.#list(known, 'disjunction') : undefined;
  }

  /** `person.source` reads as `source`: whose it is does not matter to who reads the rule. */
  #property(property: string): string {
    const name = property.replace(/^person\./, '');
    return ownWord(this.#say.properties, name) ?? name;
  }

  #condition(property: string, test: Where[string]): string[] {
    const say = this.#say;
    if (Array.isArray(test)) return [say.oneOf(property, this.#values(test))];
    if (typeof test !== 'object') return [say.is(property, this.#value(test))];
    return Object.entries(test).flatMap(([operator, operand]) => {
      if (operand === undefined) return [];
      if (Array.isArray(operand)) return [say.noneOf(property, this.#values(operand))];
      return [this.#operator(property, operator, operand)];
    });
  }

  #operator(property: string, operator: string, operand: Scalar): string {
    const say = this.#say;
    const value = this.#value(operand);
    if (operator === 'ne') return say.isNot(property, value);
    if (operator === 'contains') return say.contains(property, value);
    if (operator === 'notContains') return say.containsNot(property, value);
    if (operator === 'exists') return operand === true ? say.exists(property) : say.missing(property);
    return say.compares(property, operator as 'lt', value);
  }

  #values(values: readonly Scalar[]): string {
    return this.#list(
      values.map((value) => this.#value(value)),
      'disjunction',
    );
  }

  #value(value: Scalar): string {
    if (typeof value === 'boolean') return value ? this.#say.yes : this.#say.no;
    if (typeof value === 'number') return value.toLocaleString(this.#tag);
    return Object.hasOwn(this.#say.tokens, value)
      ? this.#say.tokens[value as '$now']
      : this.#say.quote(value);
  }

  #duration(duration: Duration): string {
    if ('days' in duration) return this.#say.days(duration.days);
    if ('months' in duration) return this.#say.months(duration.months);
    return this.#say.hours(Math.round((duration.ms / HOUR) * 10) / 10);
  }

  #either(steps: readonly number[]): string {
    return this.#list(
      steps.map((index) => this.#quoted(index)),
      'disjunction',
    );
  }

  #quoted(index: number): string {
    return this.#say.quote(this.#name(index));
  }

  #name(index: number): string {
    const step = this.#plan.steps[index]!;
    return toLocalizedText(step.name, this.#tag, step.id);
  }

  #list(items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
    return new Intl.ListFormat(this.#tag, { type }).format(items);
  }
}

/** A property with what it must be. */
type Condition = [property: string, test: Where[string]];

/** The conditions on what happens, and those on whom it happens to. */
function splitConditions(wheres: readonly Where[]): { own: Condition[]; person: Condition[] } {
  const all = wheres.flatMap((where) => Object.entries(where));
  const isOfPerson = ([property]: Condition): boolean => property.startsWith('person.');
  return { own: all.filter((condition) => !isOfPerson(condition)), person: all.filter(isOfPerson) };
}

const FACT_SIGNS: Readonly<Record<string, string>> = { ne: '!=', lt: '<', lte: '<=', gt: '>', gte: '>=' };

/** How the tables of words name a condition: `intro=true`, `intro!=true`, `startsAt?`; one for each value it allows. */
function toFactKeys(property: string, test: Where[string]): string[] {
  if (Array.isArray(test)) return test.map((value) => `${property}=${value}`);
  if (typeof test !== 'object') return [`${property}=${test}`];
  const operators = Object.entries(test).filter(([, operand]) => operand !== undefined);
  // Two bounds at once are no word's meaning.
  if (operators.length !== 1) return [''];
  return operators.map(([operator, operand]) => {
    if (operator === 'exists') return operand === true ? `${property}?` : '';
    const sign = FACT_SIGNS[operator];
    return sign && !Array.isArray(operand) ? `${property}${sign}${String(operand)}` : '';
  });
}

function toEventKey(types: readonly string[], [property, test]: Condition): string {
  const values = Array.isArray(test) ? `${property}=${test.join('|')}` : toFactKeys(property, test).join('|');
  return `${types.join('|')} ${values}`;
}

/** A word of a table, never one that every object inherits. */
function ownWord(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
