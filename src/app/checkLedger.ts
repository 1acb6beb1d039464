import { loadRulePack } from '../core/check/loadRulePack';
import { createSession, type CheckSession } from '../core/check/session';
import type { Pace } from '../core/cancel';
import type { CivilDay } from '../core/dates/civil';
import { FACTS } from '../core/facts/registry';
import type { MappingCorrection } from '../core/ledger/findLedger';
import type { SheetGrid } from '../core/ledger/grid';
import { ADJUSTMENT_SHEET, readAdjustments, type Adjustments } from '../core/ledger/readAdjustments';
import { readCompanions, type Companions } from '../core/ledger/readCompanions';
import { INSPECTOR_SHEET, readInspectors, type Inspectors } from '../core/ledger/readInspectors';
import { NO_SNAPSHOTS, readSnapshots, type KeptSnapshots } from '../core/ledger/readSnapshots';
import { readSetAside, type KeptSetAside } from '../core/ledger/readSetAside';
import { fail, ok, type Problem, type Result } from '../core/problem';
import type { PackFiles } from '../core/rules/loadPack';
import type { EvaluatorFactory } from '../core/rules/outcome';
import type { RulePack } from '../core/rules/pack';
import { packOnDay, type PackOnDay } from '../core/rules/packOnDay';
import { applySetAside } from '../core/setAside/applySetAside';
import type { SetAsideEntry } from '../core/setAside/entry';
import type { OwnedSheetId } from '../core/writeplan/plan';
import type { SheetInfo, Workbook } from '../ports/workbook';
import type { CheckResult, Phase } from './checkResult';
import { chooseSheet, isCompanion } from './chooseSheet';
import { defaultEvaluator } from './defaultEvaluator';
import { keptCorrection, sheetsWithHeader } from './keptCorrection';
import { keptSettings } from './keptSettings';
import { historyOf } from './keptSnapshots';
import { packForWorkbook } from './packForWorkbook';
import { insideFolder, type NamedFiles } from './rulePacks';

export interface CheckRequest {
  readonly workbook: Workbook;
  /** The files of a rule pack, by path inside its folder. */
  readonly rules: PackFiles;
  /** Packs of other dates beside it: the one in force on `today` judges, laws go by the start of each period. */
  readonly moreRules?: readonly NamedFiles[];
  /** The sheet to check; null to look for it. */
  readonly sheet: string | null;
  /** The day to look from. */
  readonly today: CivilDay;
  readonly correction?: MappingCorrection;
  /** Judges the cases, where that was done elsewhere already; the default one unless given. */
  readonly evaluator?: EvaluatorFactory;
  readonly pace?: Pace;
  readonly onPhase?: (phase: Phase) => void;
}

/** A ledger that was read and checked, and the session to check it again in when its cells change. */
export interface OpenLedger {
  readonly result: CheckResult;
  readonly session: CheckSession;
}

/**
 * Checks the ledger of a workbook by a rule pack and what the workbook's own sheets add to it. It only reads.
 * @throws Cancelled when `pace.signal` says so
 */
export async function checkLedger(request: CheckRequest): Promise<Result<CheckResult>> {
  const opened = await openLedger(request);
  return opened.ok ? ok(opened.value.result) : opened;
}

/**
 * The same, for whoever goes on working with the ledger.
 * @throws Cancelled when `pace.signal` says so
 */
export async function openLedger(request: CheckRequest): Promise<Result<OpenLedger>> {
  const { workbook, today, pace = {} } = request;
  request.onPhase?.('reading');
  // Rules first: they are quick to refuse, and a ledger may be large.
  const rules = rulesOnDay(request);
  if (!rules.ok) return rules;
  const sheets = await workbook.sheets();
  if (!sheets.ok) return sheets;
  const beside = await readCompanionSheets(workbook, sheets.value, pace);
  if (!beside.ok) return beside;
  const { companions, adjustments, inspectors } = beside.value;
  const kept = await readKept(workbook, sheets.value, pace);
  if (!kept.ok) return kept;
  const pack = adaptPack(rules.value, companions);
  if (!pack.ok) return pack;
  const withHeader = sheetsWithHeader(kept.value.settings);
  const wanted = { named: request.sheet, withHeader, pack: pack.value };
  const grid = await chooseSheet(workbook, sheets.value, wanted, pace);
  if (!grid.ok) return grid;

  const correction = request.correction ?? keptCorrection(kept.value.settings, grid.value, pack.value);
  const corrected = correction === undefined ? {} : { correction };
  const session = createSession({
    pack: pack.value,
    evaluator: request.evaluator ?? defaultEvaluator,
    definitions: FACTS,
  });
  const { reviews } = companions;
  const history = historyOf(kept.value.snapshots, grid.value.sheet, sheets.value);
  const table = session.load({ grid: grid.value, today, reviews, history, ...corrected });
  if (!table.ok) return table;
  request.onPhase?.('checking');
  const own = entriesOf(kept.value.setAside.entries, grid.value.sheet, sheets.value);
  const { checked, ...setAside } = applySetAside(await session.check(pace), own);
  return ok({
    session,
    result: {
      file: workbook.name,
      checked,
      setAside: { entries: kept.value.setAside.entries, own, ...setAside },
      snapshots: kept.value.snapshots,
      ...corrected,
      companionProblems: [
        ...companions.problems,
        ...(inspectors?.problems ?? []),
        ...kept.value.setAside.problems,
        ...kept.value.snapshots.problems,
      ],
      decisions: companions.decisions,
      companionSheets: companions.sheets,
      adjustments,
      ...(inspectors === null ? {} : { inspectors: inspectors.rows }),
      otherPacks: rules.value.others,
    },
  });
}

/** What earlier runs left in the workbook for later ones. */
interface Kept {
  readonly settings: ReadonlyMap<string, string>;
  readonly setAside: KeptSetAside;
  readonly snapshots: KeptSnapshots;
}

async function readKept(workbook: Workbook, sheets: readonly SheetInfo[], pace: Pace): Promise<Result<Kept>> {
  const settings = await keptSettings(workbook);
  if (!settings.ok) return settings;
  const own = async <T>(id: OwnedSheetId, read: (grid: SheetGrid) => T, none: T): Promise<Result<T>> => {
    const sheet = sheets.find(({ owned }) => owned === id);
    if (sheet === undefined) return ok(none);
    const grid = await workbook.readSheet(sheet.name, pace);
    return grid.ok ? ok(read(grid.value)) : grid;
  };
  const setAside = await own('setAside', readSetAside, { entries: [], problems: [] });
  if (!setAside.ok) return setAside;
  const snapshots = await own('snapshots', readSnapshots, NO_SNAPSHOTS);
  if (!snapshots.ok) return snapshots;
  return ok({ settings: settings.value, setAside: setAside.value, snapshots: snapshots.value });
}

/** What was set aside on a ledger's sheet, and on sheets that are gone: they may have been renamed. */
function entriesOf(
  entries: readonly SetAsideEntry[],
  sheet: string,
  sheets: readonly SheetInfo[],
): readonly SetAsideEntry[] {
  const others = new Set(sheets.map(({ name }) => name).filter((name) => name !== sheet));
  return entries.filter((entry) => !others.has(entry.sheet));
}

/** The pack that judges today, and the others of the run. */
interface RulesOnDay extends PackOnDay {
  readonly files: PackFiles;
  readonly plain: RulePack;
  readonly others: readonly RulePack[];
}

function rulesOnDay({ rules, moreRules = [], today }: CheckRequest): Result<RulesOnDay> {
  const all = [rules, ...moreRules.map(({ files }) => files)];
  const packs: RulePack[] = [];
  const problems: Problem[] = [];
  all.forEach((files, at) => {
    const loaded = loadRules(files);
    const folder = moreRules[at - 1]?.folder;
    if (loaded.ok) packs.push(loaded.value);
    else problems.push(...(folder === undefined ? loaded.problems : insideFolder(loaded.problems, folder)));
  });
  if (problems.length > 0) return fail(...problems);
  const chosen = packOnDay(packs, today);
  if (!chosen.ok) return chosen;
  const { at } = chosen.value;
  const plain = packs[at];
  const files = all[at];
  if (!plain || !files) throw new RangeError(`no pack ${at}`);
  return ok({ ...chosen.value, files, plain, others: packs.filter((pack) => pack !== plain) });
}

/** Packs by the files they were loaded from: many ledgers of one run are checked by the same. */
const loadedPacks = new WeakMap<PackFiles, Result<RulePack>>();

function loadRules(files: PackFiles, companions?: Companions): Result<RulePack> {
  if (companions !== undefined) return loadRulePack(files, { parameters: companions.parameters });
  const known = loadedPacks.get(files) ?? loadRulePack(files, undefined);
  loadedPacks.set(files, known);
  return known;
}

/** Parameters change what loading checks, so a workbook that sets some has its pack loaded with them. */
function adaptPack({ files, plain, complete }: RulesOnDay, companions: Companions): Result<RulePack> {
  const loaded = companions.parameters.length === 0 ? ok(plain) : loadRules(files, companions);
  return loaded.ok ? ok(packForWorkbook(complete(loaded.value), companions)) : loaded;
}

/** What the sheets beside the ledger say. */
interface CompanionSheets {
  readonly companions: Companions;
  readonly adjustments: Adjustments | null;
  readonly inspectors: Inspectors | null;
}

async function readCompanionSheets(
  workbook: Workbook,
  sheets: readonly SheetInfo[],
  pace: Pace,
): Promise<Result<CompanionSheets>> {
  const grids = new Map<string, SheetGrid>();
  for (const { name, owned } of sheets) {
    if (owned !== null || !isCompanion(name)) continue;
    const read = await workbook.readSheet(name, pace);
    if (!read.ok) return read;
    grids.set(name.trim(), read.value);
  }
  const adjusting = grids.get(ADJUSTMENT_SHEET);
  const inspecting = grids.get(INSPECTOR_SHEET);
  return ok({
    companions: readCompanions((name) => grids.get(name)),
    adjustments: adjusting === undefined ? null : readAdjustments(adjusting),
    inspectors: inspecting === undefined ? null : readInspectors(inspecting),
  });
}
