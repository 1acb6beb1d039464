import type { Result } from '../../core/problem';
import type { ClearReport } from '../../ports/liveWorkbook';
import { SETTING } from '../keptSettings';
import type { Desk } from './desk';
import { checkAgain, paceOf } from './runCheck';

/** Takes away everything of ours, lists and what was set aside among it; the user's cells stay as they are. */
export async function clearResults(desk: Desk): Promise<Result<ClearReport>> {
  const cleared = await desk.workbook.clear(paceOf(desk));
  if (!cleared.ok) return cleared;
  const forgotten = await desk.workbook.saveSettings(new Map([[SETTING.dropDowns, null]]));
  if (!forgotten.ok) return forgotten;
  const hadAside = (desk.current?.open.result.setAside.entries.length ?? 0) > 0;
  const checked = hadAside ? await checkAgain(desk) : null;
  return checked !== null && !checked.ok ? checked : cleared;
}
