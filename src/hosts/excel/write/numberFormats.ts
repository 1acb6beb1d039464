import { GENERAL } from '../../../core/writeplan/numberFormats';
import type { Sheet } from '../office';
import { rangeOf, setNumberFormat } from '../ranges';
import { numberFormatOf, type Entry } from './entries';
import { ACTION_BYTES, type Outbox } from './outbox';

/** Rows (1-based) down a column that have one number format. */
export interface FormatRun {
  readonly first: number;
  readonly last: number;
  readonly format: string;
}

/**
 * The runs of one number format down a column that begins at row `top`; cells to which no format matters go with those
 * beside them, so that a column of days with gaps is one run.
 */
export function formatRuns(entries: readonly Entry[], top: number): readonly FormatRun[] {
  const runs: FormatRun[] = [];
  let first = top;
  let format: string | null = null;
  entries.forEach((entry, i) => {
    const own = numberFormatOf(entry);
    if (own !== null && format !== null && own !== format) {
      runs.push({ first, last: top + i - 1, format });
      first = top + i;
    }
    format = own ?? format;
  });
  if (entries.length > 0) runs.push({ first, last: top + entries.length - 1, format: format ?? GENERAL });
  return runs;
}

/**
 * Gives cells of a column their number formats, before the values are written: a text format would keep the
 * apostrophe, another turn a number into a date. `isFresh`: cells without any, which need none for General.
 */
export function setNumberFormats(
  sheet: Sheet,
  column: number,
  top: number,
  entries: readonly Entry[],
  outbox: Outbox,
  isFresh = false,
): void {
  for (const { first, last, format } of formatRuns(entries, top)) {
    if (isFresh && format === GENERAL) continue;
    setNumberFormat(rangeOf(sheet, { top: first, bottom: last, left: column, right: column }), format);
    outbox.add(3 * ACTION_BYTES);
  }
}
