import { createSession } from '../core/check/session';
import type { Pace } from '../core/cancel';
import type { CivilDay } from '../core/dates/civil';
import { FACTS, factTypes, factValues } from '../core/facts/registry';
import type { MappingCorrection } from '../core/ledger/findLedger';
import type { SheetGrid } from '../core/ledger/grid';
import { readCompanions, type Companions } from '../core/ledger/readCompanions';
import { ok, type Result } from '../core/problem';
import { loadPack, type PackFiles } from '../core/rules/loadPack';
import type { RulePack } from '../core/rules/pack';
import type { SheetInfo, Workbook } from '../ports/workbook';
import type { CheckResult, Phase } from './checkResult';
import { chooseSheet, isCompanion } from './chooseSheet';
import { defaultEvaluator } from './defaultEvaluator';
import { packForWorkbook } from './packForWorkbook';

export interface CheckRequest {
  readonly workbook: Workbook;
  /** The files of a rule pack, by path inside its folder. */
  readonly rules: PackFiles;
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
  const plain = loadRules(request.rules);
  if (!plain.ok) return plain;
  const sheets = await workbook.sheets();
  if (!sheets.ok) return sheets;
  const companions = await readCompanionSheets(workbook, sheets.value, pace);
  if (!companions.ok) return companions;
  const pack = adaptPack(request.rules, plain.value, companions.value);
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
  });
}

const loadRules = (files: PackFiles, companions?: Companions): Result<RulePack> =>
  loadPack(
    files,
    factTypes(),
    companions === undefined ? undefined : { parameters: companions.parameters },
    factValues(),
  );

/** Parameters change what loading checks, so a workbook that sets some has its pack loaded with them. */
function adaptPack(files: PackFiles, plain: RulePack, companions: Companions): Result<RulePack> {
  const loaded = companions.parameters.length === 0 ? ok(plain) : loadRules(files, companions);
  return loaded.ok ? ok(packForWorkbook(loaded.value, companions)) : loaded;
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
