import type { Store } from '../../dataset/store.ts';
import { keepable, RecentlyUsed } from '../../recently-used.ts';
import type { PlanStep } from '../plan/plan.ts';
import type { CandidateColumn } from './candidate-column.ts';
import type { ChainLevel, ChainMemory, ChainStarts } from './match-chain.ts';
import type { RunContext } from './run-context.ts';

/** Columns and levels kept at most; the ones used longest ago go first. */
const MOST_KEPT = 16;
/** Of a very large dataset. Levels are a third as large, and two funnels asked in turn need theirs: all of them stay. */
const LEAST_COLUMNS = 3;

/**
 * What runs of one store have in common: the candidates of steps, and the levels of plain chains. When a question
 * changes, only what the change touches is done again: the changed steps, and the levels from the first of them on.
 */
export class KeptWork {
  readonly #columns: RecentlyUsed<CandidateColumn>;
  readonly #starts: RecentlyUsed<ChainStarts>;
  readonly #levels = new RecentlyUsed<ChainLevel>(MOST_KEPT);

  constructor({ persons }: Store) {
    this.#columns = new RecentlyUsed(keepable(persons.count, MOST_KEPT, LEAST_COLUMNS));
    this.#starts = new RecentlyUsed(keepable(persons.count, MOST_KEPT, LEAST_COLUMNS));
  }

  /** What a step picks from. */
  column(context: RunContext, step: PlanStep, find: () => CandidateColumn): CandidateColumn {
    return this.#columns.get(keyOfStep(context, step), find);
  }

  /** The plain chain of a run: a level is the same for every run with the same steps so far. */
  chain(context: RunContext): ChainMemory {
    const { plan } = context;
    let soFar = JSON.stringify([plan.window ?? null, plan.ties]);
    const keys = plan.steps.map((one) => (soFar += `${one.nth ?? ''} ${keyOfStep(context, one)}\n`));
    return {
      starts: (find) => this.#starts.get(keys[0]!, find),
      level: (step, match) => this.#levels.get(keys[step]!, match),
    };
  }
}

/** Everything that the candidates of a step depend on. */
function keyOfStep(context: RunContext, step: PlanStep): string {
  const { plan, options, range, now } = context;
  const { from, to } = context.spanOf(step);
  // Texts, because JSON has no word for what is infinite.
  const instants = [from, to, range.from, range.to, now].map(String);
  const { conditions, pick } = step;
  const filter = options.filters?.[step.id];
  return JSON.stringify([plan.subject, plan.where, plan.switches, conditions, pick, filter, instants]);
}
