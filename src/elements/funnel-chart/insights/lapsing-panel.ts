import { FunnelwheelError } from '../../../engine/error.ts';
import { getLapsingLocalization } from '../../../i18n/insight-lapsing.ts';
import {
  layoutLapsing,
  listOpenSteps,
  toHorizonEnd,
  type LapsingStep,
} from '../../../layout/insight-lapsing.ts';
import type { InsightContext, InsightQuestions } from './insight-context.ts';
import type { InsightPanel, PanelContent, PanelContext } from './insight-panel.ts';
import { renderMarkText } from './render-mark.ts';
import { renderTable } from './render-table.ts';

/** So many rows are asked for at a time. */
const PAGE = 200;

/** Those whose time ends soonest, first. */
export const panel: InsightPanel<LapsingStep[] | undefined> = { ask, render };

/** Undefined where the numbers came without a list of their people. */
async function ask(
  { result }: InsightContext,
  questions: InsightQuestions,
  signal: AbortSignal,
): Promise<LapsingStep[] | undefined> {
  try {
    return await Promise.all(
      listOpenSteps(result).map(async ({ id }) => ({
        step: id,
        people: await listSoonest(id, toHorizonEnd(result), questions, signal),
      })),
    );
  } catch (error) {
    if (error instanceof FunnelwheelError && error.code === 'not-configured') return undefined;
    throw error;
  }
}

/** The people of a step by the end of their time, as far as it matters. */
async function listSoonest(
  step: string,
  end: number,
  questions: InsightQuestions,
  signal: AbortSignal,
): Promise<LapsingStep['people']> {
  const people: LapsingStep['people'][number][] = [];
  for (;;) {
    const query = { sort: { by: 'deadline' }, offset: people.length, limit: PAGE };
    const page = await questions.people({ step, outcome: 'open' }, query, { signal });
    people.push(...page.people.map(({ id, deadline }) => ({ id, deadline })));
    const last = people.at(-1)?.deadline;
    const isBeyond = last !== undefined && last !== null && new Date(last).getTime() > end;
    if (isBeyond || page.people.length === 0 || people.length >= page.total) return people;
  }
}

function render(context: PanelContext, steps: LapsingStep[] | undefined): PanelContent {
  const words = getLapsingLocalization(context.localization.tag);
  const { title, lead, columns, rows, notes } = layoutLapsing(steps, { ...context, words });
  const table = renderTable({
    label: words.messages.table,
    columns,
    rows: rows.map(({ label, note, soon, all }) => ({
      name: label,
      note,
      cells: [...soon, all].map(({ mark, text }) => renderMarkText(mark, text, context)),
    })),
  });
  return {
    title,
    lead,
    body: rows.length > 0 ? table : undefined,
    notes,
    marks: rows.flatMap(({ soon, all }) => [...soon, all].map(({ mark }) => mark)),
  };
}
