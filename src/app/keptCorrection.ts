import { headingsOf, type MappingCorrection } from '../core/ledger/findLedger';
import type { SheetGrid } from '../core/ledger/grid';
import type { FieldId } from '../core/ledger/table';
import type { RulePack } from '../core/rules/pack';
import { isRecord, SETTING, settingValue } from './keptSettings';

/** A correction as the workbook keeps it: columns by the heading they had, since columns are inserted and moved. */
interface KeptCorrection {
  readonly headerRows?: { readonly first: number; readonly last: number };
  readonly columns: Readonly<Record<FieldId, { readonly column: number; readonly heading: string } | null>>;
}

/**
 * What a person corrected on a sheet, as it applies to the sheet now: a column that moved is found by its heading; one
 * that is gone, or whose field the pack no longer has, is left out. Undefined where nothing is kept for the sheet.
 */
export function keptCorrection(
  settings: ReadonlyMap<string, string>,
  grid: SheetGrid,
  pack: RulePack,
): MappingCorrection | undefined {
  const kept = correctionOf(settings, grid.sheet);
  if (kept === null) return undefined;
  const headings = headingsOf(grid, pack, kept.headerRows);
  const fields = new Set(pack.fields.map(({ id }) => id));
  const columns: Record<FieldId, number | null> = {};
  for (const [field, place] of Object.entries(kept.columns)) {
    if (!fields.has(field)) continue;
    const column = place === null ? null : columnNow(place, headings);
    if (column !== undefined) columns[field] = column;
  }
  return { ...(kept.headerRows ? { headerRows: kept.headerRows } : {}), columns };
}

/** Sheets on which a person said where the header stands: those hold a ledger, whether or not it would be recognised. */
export function sheetsWithHeader(settings: ReadonlyMap<string, string>): ReadonlySet<string> {
  const all = settingValue(settings, SETTING.mapping);
  const names = isRecord(all) ? Object.keys(all) : [];
  return new Set(names.filter((name) => correctionOf(settings, name)?.headerRows !== undefined));
}

/** The settings that keep a correction of one sheet beside those of the others; null forgets it. */
export function settingsWithCorrection(
  settings: ReadonlyMap<string, string>,
  sheet: string,
  correction: MappingCorrection | null,
  headings: ReadonlyMap<number, string>,
): ReadonlyMap<string, string | null> {
  const kept = settingValue(settings, SETTING.mapping);
  const bySheet: Record<string, unknown> = isRecord(kept) ? { ...kept } : {};
  if (correction === null) delete bySheet[sheet];
  else {
    const columns = Object.entries(correction.columns ?? {}).map(([field, column]) => [
      field,
      column === null ? null : { column, heading: headings.get(column) ?? '' },
    ]);
    bySheet[sheet] = {
      ...(correction.headerRows ? { headerRows: correction.headerRows } : {}),
      columns: Object.fromEntries(columns) as unknown,
    };
  }
  return new Map([[SETTING.mapping, Object.keys(bySheet).length === 0 ? null : JSON.stringify(bySheet)]]);
}

/** Where a column stands now; undefined where it can't be told. */
function columnNow(
  { column, heading }: { readonly column: number; readonly heading: string },
  headings: ReadonlyMap<number, string>,
): number | undefined {
  if ((headings.get(column) ?? '') === heading) return column;
  const alike = [...headings].filter(([, text]) => text === heading);
  return heading !== '' && alike.length === 1 ? alike[0]?.[0] : undefined;
}

function correctionOf(settings: ReadonlyMap<string, string>, sheet: string): KeptCorrection | null {
  const all = settingValue(settings, SETTING.mapping);
  const own = isRecord(all) ? all[sheet] : null;
  if (!isRecord(own) || !isRecord(own['columns'])) return null;
  const columns: Record<FieldId, { column: number; heading: string } | null> = {};
  for (const [field, place] of Object.entries(own['columns'])) {
    if (place === null) columns[field] = null;
    else if (isRecord(place) && typeof place['column'] === 'number' && typeof place['heading'] === 'string')
      columns[field] = { column: place['column'], heading: place['heading'] };
  }
  const rows = own['headerRows'];
  return isRecord(rows) && typeof rows['first'] === 'number' && typeof rows['last'] === 'number'
    ? { headerRows: { first: rows['first'], last: rows['last'] }, columns }
    : { columns };
}
