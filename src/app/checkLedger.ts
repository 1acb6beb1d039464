import { loadRulePack } from '../core/check/loadRulePack';
import { createSession } from '../core/check/session';
import type { Pace } from '../core/cancel';
import type { CivilDay } from '../core/dates/civil';
import { FACTS } from '../core/facts/registry';
import type { MappingCorrection } from '../core/ledger/findLedger';
import type { SheetGrid } from '../core/ledger/grid';
import { readCompanions, type Companions } from '../core/ledger/readCompanions';
import { fail, ok, type Problem, type Result } from '../core/problem';
import type { PackFiles } from '../core/rules/loadPack';
import type { RulePack } from '../core/rules/pack';
import { packOnDay, type PackOnDay } from '../core/rules/packOnDay';
import type { SheetInfo, Workbook } from '../ports/workbook';
import type { CheckResult, Phase } from './checkResult';
import { chooseSheet, isCompanion } from './chooseSheet';
import { defaultEvaluator } from './defaultEvaluator';
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
  readonly pace?: Pace;
  readonly onPhase?: (phase: Phase) => void;
}

/**
 * Checks the ledger of a workbook by a rule pack and what the workbook's own sheets add to it. It only reads.
 * @throws Cancelled when `pace.signal` says so
 */
export async function checkLedger(request: CheckRequest): Promise<Result<CheckResult>> {
  const { workbook, today, correction, pace = {} } = request;
  request.onPhase?.('reading');
  // Rules first: they are quick to refuse, and a ledger may be large.
  const rules = rulesOnDay(request);
  if (!rules.ok) return rules;
  const sheets = await workbook.sheets();
  if (!sheets.ok) return sheets;
  const companions = await readCompanionSheets(workbook, sheets.value, pace);
  if (!companions.ok) return companions;
  const pack = adaptPack(rules.value, companions.value);
  if (!pack.ok) return pack;
  const grid = await chooseSheet(workbook, sheets.value, request.sheet, pack.value, pace);
  if (!grid.ok) return grid;

  const session = createSession({ pack: pack.value, evaluator: defaultEvaluator, definitions: FACTS });
  const table = session.load({
    grid: grid.value,
    today,
    reviews: companions.value.reviews,
    ...(correction === undefined ? {} : { correction }),
  });
  if (!table.ok) return table;
  request.onPhase?.('checking');
  return ok({
    file: workbook.name,
    checked: await session.check(pace),
    ...(correction === undefined ? {} : { correction }),
    companionProblems: companions.value.problems,
    companionSheets: companions.value.sheets,
    otherPacks: rules.value.others,
  });
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

const loadRules = (files: PackFiles, companions?: Companions): Result<RulePack> =>
  loadRulePack(files, companions === undefined ? undefined : { parameters: companions.parameters });

/** Parameters change what loading checks, so a workbook that sets some has its pack loaded with them. */
function adaptPack({ files, plain, complete }: RulesOnDay, companions: Companions): Result<RulePack> {
  const loaded = companions.parameters.length === 0 ? ok(plain) : loadRules(files, companions);
  return loaded.ok ? ok(packForWorkbook(complete(loaded.value), companions)) : loaded;
}

async function readCompanionSheets(
  workbook: Workbook,
  sheets: readonly SheetInfo[],
  pace: Pace,
): Promise<Result<Companions>> {
  const grids = new Map<string, SheetGrid>();
  for (const { name, owned } of sheets) {
    if (owned !== null || !isCompanion(name)) continue;
    const read = await workbook.readSheet(name, pace);
    if (!read.ok) return read;
    grids.set(name.trim(), read.value);
  }
  return ok(readCompanions((name) => grids.get(name)));
}
