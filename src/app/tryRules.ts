import type { Pace } from '../core/cancel';
import { compareChecks, type RulesTrial } from '../core/check/rulesTrial';
import type { CivilDay } from '../core/dates/civil';
import { ok, type Result } from '../core/problem';
import type { Workbook } from '../ports/workbook';
import { checkLedger } from './checkLedger';
import type { CheckResult } from './checkResult';
import { insideFolder, type NamedFiles } from './rulePacks';

/** What trying other rules on a real ledger needs; the workbook is opened once for each pack. */
export interface TrialRequest {
  readonly open: () => Promise<Result<Workbook>>;
  readonly before: NamedFiles;
  readonly after: NamedFiles;
  readonly sheet: string | null;
  readonly today: CivilDay;
  readonly pace?: Pace;
}

/** Checks a ledger by the rules in use and by other ones, and compares what they say. */
export async function tryRules(request: TrialRequest): Promise<Result<RulesTrial>> {
  const before = await checkBy(request.before, request);
  if (!before.ok) return before;
  const after = await checkBy(request.after, request);
  if (!after.ok) return after;
  return ok(compareChecks(after.value.file, before.value.checked, after.value.checked));
}

async function checkBy(
  rules: NamedFiles,
  { open, sheet, today, pace = {} }: TrialRequest,
): Promise<Result<CheckResult>> {
  const workbook = await open();
  if (!workbook.ok) return workbook;
  const checked = await checkLedger({ workbook: workbook.value, rules: rules.files, sheet, today, pace });
  return checked.ok ? checked : { ok: false, problems: insideFolder(checked.problems, rules.folder) };
}
