import { loadRulePack } from '../../core/check/loadRulePack';
import { textAt, columnsByNumber } from '../../core/ledger/cells';
import { headingsOf, type MappingCorrection } from '../../core/ledger/findLedger';
import { columnLetters, type SheetGrid } from '../../core/ledger/grid';
import { COMPANION_SHEETS } from '../../core/ledger/readCompanions';
import type { FieldId } from '../../core/ledger/table';
import { maskedCell } from '../../core/masking/ledgerMasker';
import { fail, ok, problem, type Result } from '../../core/problem';
import type { RulePack } from '../../core/rules/pack';
import type { MappedColumn, MappingView, Overview, SheetOrder } from '../../ports/checker';
import { settingsWithCorrection } from '../keptCorrection';
import type { Desk } from './desk';
import { oneLine, type LedgerView } from './ledgerView';
import { hidePersonal } from './personal';
import { paceOf, runCheck } from './runCheck';

const EXAMPLES = 3;
/** Examples are looked for in so many of the first rows. */
const ROWS_LOOKED_AT = 30;
const LETTERS_SHOWN = 20;

/** How the sheet's columns are understood, on its own headings, with a few of their cells; null before a check. */
export async function mappingView(desk: Desk): Promise<MappingView | null> {
  const view = desk.current?.view;
  if (view === undefined) return null;
  const { table, checked, result } = view;
  const { fields } = checked.pack;
  const fieldOf = new Map([...table.columns].map(([field, column]) => [column, field]));
  const disputed = new Set(table.conflicts.flatMap(({ columns }) => columns));
  const cells = await firstRows(desk, view);
  const needed = new Set(checked.missingFields());
  const columns = [...new Set([...table.headings.keys(), ...fieldOf.keys()])].sort((a, b) => a - b);
  return {
    sheet: table.sheet,
    headerRows: table.headerRows,
    columns: columns.map((column): MappedColumn => {
      const field = fieldOf.get(column) ?? null;
      return {
        column: columnLetters(column),
        heading: table.headings.get(column) ?? '',
        field,
        label: field === null ? '' : view.label(field),
        conflict: disputed.has(column),
        examples: examplesOf(view, cells, column, field),
      };
    }),
    missing: fields
      .filter(({ id }) => !table.columns.has(id))
      .map(({ id, label }) => ({ field: id, label, needed: needed.has(id) })),
    fields: fields.map(({ id, label }) => ({ field: id, label })),
    correction: result.correction ?? null,
    companions: COMPANION_SHEETS.map((sheet) => ({
      sheet,
      present: result.companionSheets.includes(sheet),
      problems: result.companionProblems.filter(({ place }) => place?.sheet === sheet).length,
    })),
  };
}

/** Keeps a person's correction in the workbook, where the command line finds it too, and checks again. */
export async function correctMapping(
  desk: Desk,
  correction: MappingCorrection | null,
  wanted?: SheetOrder,
): Promise<Result<Overview>> {
  const found = wanted === undefined ? checkedLast(desk) : toCheck(desk, wanted);
  if (!found.ok) return found;
  const { order, pack } = found.value;
  const settings = await desk.workbook.settings();
  if (!settings.ok) return settings;
  const grid = await desk.workbook.readSheet(order.sheet, paceOf(desk));
  if (!grid.ok) return grid;
  const headings = headingsOf(grid.value, pack, correction?.headerRows);
  const changes = settingsWithCorrection(settings.value, order.sheet, correction, headings);
  const before = new Map([...changes.keys()].map((key) => [key, settings.value.get(key) ?? null]));
  const saved = await desk.workbook.saveSettings(changes);
  if (!saved.ok) return saved;
  const again = await runCheck(desk, order);
  if (again.ok) return again;
  // A correction that no ledger can be found by would lock the user out: what was kept before stands again.
  const restored = await desk.workbook.saveSettings(before);
  return restored.ok ? again : restored;
}

/** The sheet a correction is for, and the pack whose fields it names. */
interface Corrected {
  readonly order: SheetOrder;
  readonly pack: RulePack;
}

function checkedLast(desk: Desk): Result<Corrected> {
  const found = desk.needCurrent();
  if (!found.ok) return found;
  const { order, view } = found.value;
  return ok({ order: { sheet: view.table.sheet, today: order.today }, pack: view.checked.pack });
}

function toCheck(desk: Desk, order: SheetOrder): Result<Corrected> {
  if (desk.rules === null) return fail(problem('rules-not-loaded'));
  const pack = loadRulePack(desk.rules.files);
  return pack.ok ? ok({ order, pack: pack.value }) : pack;
}

async function firstRows(desk: Desk, { table }: LedgerView): Promise<SheetGrid | null> {
  const [first] = table.rowNumbers;
  if (first === undefined) return null;
  const { left, right } = table.extent;
  const columns = [...table.columns.values()];
  const area = {
    top: first,
    left: Math.min(left, ...columns),
    bottom: first + ROWS_LOOKED_AT - 1,
    right: Math.max(right, ...columns),
  };
  const read = await desk.workbook.readArea(table.sheet, area);
  // Examples only help to choose: without them the headings are there to go by.
  return read.ok ? read.value : null;
}

function examplesOf(
  view: LedgerView,
  cells: SheetGrid | null,
  column: number,
  field: FieldId | null,
): readonly string[] {
  const examples = new Set<string>();
  const add = (text: string): void => {
    if (text !== '' && examples.size < EXAMPLES) examples.add(text);
  };
  const { table } = view;
  if (field !== null) {
    const rows = Math.min(ROWS_LOOKED_AT, table.count);
    for (let index = 0; index < rows; index++) add(shown(view, index, table.seen(field, index), field));
    return [...examples];
  }
  const raw = cells === null ? undefined : columnsByNumber(cells).get(column);
  if (cells === null || raw === undefined) return [];
  cells.rows.forEach((row, at) => {
    const index = table.rowNumbers.indexOf(row);
    if (index !== -1) add(shown(view, index, textAt(cells, raw, at), null));
  });
  return [...examples];
}

/** Personal cells are masked; those of a column nobody knows may be, where they look like a name or hold a number. */
function shown(view: LedgerView, index: number, text: string, field: FieldId | null): string {
  const { views } = view.speech;
  const line = oneLine(text);
  if (line === '') return '';
  const known = view.checked.pack.fields.find(({ id }) => id === field);
  if (known?.personal === true) return maskedCell(known, line);
  if (field === null && LIKE_A_NAME.test(line)) return views.maskNames([line]);
  const safe = hidePersonal(view, line).replace(LONG_NUMBER, (number) => views.mask(number));
  return safe.slice(0, LETTERS_SHOWN);
}

const LIKE_A_NAME = /^\p{Script=Han}{2,4}$/u;
const LONG_NUMBER = /\d{7,}[\dXx]?/g;
