import type { FunnelPlan, PlanStep } from '../engine/index.ts';
import type { Duration, Scalar, Where } from '../engine/schema/index.ts';
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
    const { order, reentry, subject, window, hold, where, switches, ties } = this.#plan;
    const say = this.#say;
    return [
      say.order[order],
      ...(subject === 'membership' ? [say.ofMemberships] : []),
      ...(window ? [say.window(this.#duration(window))] : []),
      ...(ties === 'later' ? [say.tiesLater] : []),
      ...(hold.length > 0 ? [say.hold(this.#list(hold.map((property) => this.#property(property))))] : []),
      ...(where && Object.keys(where).length > 0 ? [say.global(this.#conditions([where]))] : []),
      ...this.#exclusions(),
      ...Object.entries(switches).flatMap(([name, on]) =>
        on ? [say.switches[name as keyof typeof switches]] : [],
      ),
      say.reentry[reentry],
    ];
  }

  step(step: PlanStep): FunnelDescription['steps'][number] {
    const event = this.#anyOf(step.conditions);
    const parts = [
      step.absent ? this.#say.nobody(event) : event,
      this.#date(step),
      ...this.#picked(step),
      ...this.#related(step),
      ...step.outcomes.map(({ id, name, types, where, as }) =>
        this.#say.outcome(toLocalizedText(name, this.#tag, id), this.#event(types, where), as === 'dropped'),
      ),
    ];
    return { id: step.id, name: this.#name(step.index), rule: `${parts.join(', ')}.` };
  }

  #exclusions(): string[] {
    return this.#plan.exclusions.map(({ condition, from, to }) => {
      const write = this.#plan.onExclude === 'remove' ? this.#say.excludedRemoves : this.#say.excluded;
      return capitalize(
        write(this.#event(condition.types, condition.where), this.#quoted(from), this.#quoted(to)),
      );
    });
  }

  #date({ when, index, absent }: PlanStep): string {
    const { dates } = this.#say;
    if (typeof when === 'string') {
      const loose = when === 'any' && index > 0 && !absent && this.#plan.order === 'independent';
      return loose ? `${dates.any} (${this.#say.mayPrecede})` : dates[when];
    }
    if ('lookback' in when) return this.#say.lookback(when.lookback.days);
    const { from, to } = when;
    if (from === undefined || from === null)
      return to === undefined || to === null ? dates.any : this.#say.until(String(to));
    return to === undefined || to === null
      ? this.#say.since(String(from))
      : this.#say.between(String(from), String(to));
  }

  #picked({ pick, nth }: PlanStep): string[] {
    if (nth !== undefined) return [this.#say.nth(nth)];
    if (pick === 'first') return [];
    return [pick === 'last' ? this.#say.pick.last : this.#say.pick.firstEver];
  }

  #related(step: PlanStep): string[] {
    const say = this.#say;
    const usual = step.bases.length === 1 && step.bases[0] === step.index - 1;
    return [
      ...(step.index > 0 && !usual && this.#plan.order !== 'unordered'
        ? [say.base(this.#either(step.bases))]
        : []),
      ...(step.after === undefined ? [] : [say.after(this.#quoted(step.after))]),
      ...(step.distinctFrom.length > 0 ? [say.distinct(this.#either(step.distinctFrom))] : []),
      ...(step.window ? [say.ownWindow(this.#duration(step.window))] : []),
      ...(step.notBefore ? [say.notBefore(this.#duration(step.notBefore))] : []),
      ...(step.optional ? [say.optional] : []),
      ...(step.split ? [say.split] : []),
    ];
  }

  #anyOf(conditions: PlanStep['conditions']): string {
    return this.#list(
      conditions.map(({ types, where }) => this.#event(types, where)),
      'disjunction',
    );
  }

  #event(types: readonly string[] | null, where: readonly Where[]): string {
    const nameOf = (type: string) => ownWord(this.#say.types, type) ?? this.#say.quote(type);
    const names = types === null ? this.#say.anyEvent : this.#list(types.map(nameOf), 'disjunction');
    return this.#say.event(names, this.#conditions(where));
  }

  #conditions(wheres: readonly Where[]): string {
    const conditions = wheres.flatMap((where) => Object.entries(where));
    return conditions
      .flatMap(
        ([property, test]) => this.#fact(property, test) ?? this.#condition(this.#property(property), test),
      )
      .join(', ');
  }

  /** The owner's word for a condition of the data's own vocabulary; undefined for others. */
  #fact(property: string, test: Where[string]): string[] | undefined {
    const wordOf = (key: string) => ownWord(this.#say.facts, key);
    const known = (words: readonly (string | undefined)[]) =>
      words.every((word) => word !== undefined) ? (words as string[]) : undefined;
    if (Array.isArray(test)) {
      const words = known(test.map((value) => wordOf(`${property}=${value}`)));
      return words && [this.#list(words, 'disjunction')];
    }
    if (typeof test !== 'object') return known([wordOf(`${property}=${test}`)]);
    return known(
      Object.entries(test).map(([operator, operand]) => {
        if (operator === 'ne') return wordOf(`${property}!=${String(operand)}`);
        return operator === 'exists' && operand === true ? wordOf(`${property}?`) : undefined;
      }),
    );
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

/** A word of a table, never one that every object inherits. */
function ownWord(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
