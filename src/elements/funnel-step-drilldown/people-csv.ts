import type { PersonRow } from '../../engine/schema/index.ts';
import { formatFileName } from '../../layout/export/csv.ts';
import type { Column } from './columns.ts';
import {
  computeDays,
  formatConsent,
  formatName,
  formatNext,
  formatNextDetail,
  formatValue,
  type PeopleContext,
} from './people-text.ts';

/** A column of the file. */
export interface CsvColumn {
  readonly title: string;
  readonly format: (row: PersonRow) => string;
}

/** A day as `2026-10-31` in the studio's time zone; empty where there is none. */
function formatDay(
  { localization, timeZone }: PeopleContext,
  instant: string | number | null | undefined,
): string {
  return localization.format.day(instant ?? '', timeZone) ?? '';
}

function listOne(context: PeopleContext, { id, title, format }: Column): CsvColumn[] {
  const words = context.localization.messages.people;
  const toColumn = (toText: (row: PersonRow) => string, name = title) => [{ title: name, format: toText }];
  if (format) return toColumn(format);
  switch (id) {
    case 'name':
      return [
        ...toColumn((row) => formatName(context, row)),
        ...toColumn((row) => row.email ?? '', words.contactEmail),
        ...toColumn((row) => row.phone ?? '', words.contactPhone),
      ];
    case 'source':
    case 'leadStage':
      return toColumn((row) => (row[id] ? formatValue(context, id, row[id]) : ''));
    case 'enteredAt':
    case 'lastContactedAt':
      return toColumn((row) => formatDay(context, row[id]));
    case 'waiting':
      return toColumn((row) => String(computeDays(context, row) ?? ''), words.waitingDays);
    case 'next':
      return toColumn((row) =>
        [formatNext(context, row), formatNextDetail(context, row)].filter(Boolean).join(' · '),
      );
    case 'tags':
      return toColumn((row) => (row.tags ?? []).join(', '));
    case 'consent':
      return toColumn((row) => formatConsent(context, row).join(' · '));
    default:
      return [];
  }
}

/** The columns of the file for columns of the list: the same, with the contacts that stand beside the name. */
export function listCsvColumns(context: PeopleContext, columns: readonly Column[]): CsvColumn[] {
  return columns.flatMap((column) => listOne(context, column));
}

/** The name of the file: where its people stand, and the day. */
export function formatPeopleFileName(context: PeopleContext, title: string): string {
  return formatFileName({ title, kind: 'people', when: formatDay(context, context.now), extension: 'csv' });
}
