import { rosterOf } from '../../core/facts/roster';
import { columnLetters } from '../../core/ledger/grid';
import type { FieldId } from '../../core/ledger/table';
import { fail, ok, problem, type Result } from '../../core/problem';
import type { DropDownChoice, DropDownDone } from '../../ports/checker';
import { isRecord, SETTING, settingValue } from '../keptSettings';
import type { Desk } from './desk';
import type { LedgerView } from './ledgerView';

const UNIT_FIELDS: ReadonlySet<FieldId> = new Set(['unit', 'coUnits']);
const PEOPLE_FIELDS: ReadonlySet<FieldId> = new Set(['caseLeader', 'sponsor']);

/** Which columns could offer a list, of which words, and which do. */
export async function dropDownChoices(desk: Desk): Promise<Result<readonly DropDownChoice[]>> {
  const found = desk.needCurrent();
  if (!found.ok) return found;
  const { view } = found.value;
  const settings = await desk.workbook.settings();
  if (!settings.ok) return settings;
  const offered = offeredOn(settings.value, view.table.sheet);
  return ok(choicesOf(view, offered));
}

/** Offers lists in the columns of these fields and takes away all others of ours. */
export async function offerDropDowns(desk: Desk, fields: readonly FieldId[]): Promise<Result<DropDownDone>> {
  const found = desk.needCurrent();
  if (!found.ok) return found;
  if (!desk.workbook.capabilities.dropDowns) return fail(problem('drop-downs-not-possible'));
  const { view } = found.value;
  const { table } = view;
  const wanted = choicesOf(view, new Set(fields)).filter(({ offered }) => offered);
  const lists = wanted.map(({ field, choices }) => ({
    column: table.columns.get(field) ?? 0,
    first: table.rowNumbers[0] ?? 0,
    last: table.rowNumbers[table.count - 1] ?? 0,
    choices,
  }));
  const done = await desk.workbook.setDropDowns(table.sheet, table.count === 0 ? [] : lists);
  if (!done.ok) return done;
  const settings = await desk.workbook.settings();
  if (!settings.ok) return settings;
  const left = new Set(done.value.leftAlone);
  const kept = wanted.map(({ field }) => field).filter((field) => !left.has(table.columns.get(field) ?? 0));
  const saved = await desk.workbook.saveSettings(settingsWith(settings.value, table.sheet, kept));
  if (!saved.ok) return saved;
  return ok({
    columns: done.value.columns,
    leftAlone: wanted.filter(({ field }) => left.has(table.columns.get(field) ?? 0)).map(({ label }) => label),
  });
}

function choicesOf(view: LedgerView, offered: ReadonlySet<FieldId>): readonly DropDownChoice[] {
  const { table, checked } = view;
  return checked.pack.fields.flatMap(({ id, label, vocabulary }) => {
    const column = table.columns.get(id);
    if (column === undefined) return [];
    const choices = UNIT_FIELDS.has(id)
      ? unitChoices(view)
      : PEOPLE_FIELDS.has(id)
        ? peopleChoices(view)
        : (checked.pack.vocabularies.get(vocabulary ?? '')?.values.map(({ value }) => value) ?? []);
    if (choices.length === 0) return [];
    return [{ field: id, label, column: columnLetters(column), choices, offered: offered.has(id) }];
  });
}

/** The roster's units, and those of the ledger that have the shape of one (…司法所). */
function unitChoices({ checked, table }: LedgerView): readonly string[] {
  const roster = rosterOf(checked.pack);
  const names = new Set(checked.pack.organisation.units.map(({ name }) => name));
  const shaped = new Set<string>();
  for (let index = 0; index < table.count; index++)
    for (const unit of checked.units(index)) if (!names.has(unit) && roster.unit(unit) === unit) shaped.add(unit);
  return [...names, ...[...shaped].sort()];
}

/** Who is in office on the day looked from. */
const peopleChoices = ({ checked: { pack, today } }: LedgerView): readonly string[] => {
  const roster = rosterOf(pack);
  const names = pack.organisation.people.map(({ name }) => name);
  return [...new Set(names.filter((name) => roster.inOffice(name, today, false)))];
};

function offeredOn(settings: ReadonlyMap<string, string>, sheet: string): ReadonlySet<FieldId> {
  const all = settingValue(settings, SETTING.dropDowns);
  const fields = isRecord(all) ? all[sheet] : null;
  return new Set(Array.isArray(fields) ? fields.filter((field) => typeof field === 'string') : []);
}

function settingsWith(
  settings: ReadonlyMap<string, string>,
  sheet: string,
  fields: readonly FieldId[],
): ReadonlyMap<string, string | null> {
  const all = settingValue(settings, SETTING.dropDowns);
  const bySheet: Record<string, unknown> = isRecord(all) ? { ...all } : {};
  if (fields.length === 0) delete bySheet[sheet];
  else bySheet[sheet] = fields;
  return new Map([[SETTING.dropDowns, Object.keys(bySheet).length === 0 ? null : JSON.stringify(bySheet)]]);
}
