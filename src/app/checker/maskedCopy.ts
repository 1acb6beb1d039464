import { fail, ok, problem, type Result } from '../../core/problem';
import type { MaskedCopy } from '../../ports/checker';
import { maskOrderFor } from '../maskedCopy/maskOrder';
import type { Desk } from './desk';
import { paceOf } from './runCheck';

/** The open workbook as a file to hand out, with whatever names a person hidden by the rules of the last check. */
export async function makeMaskedCopy(desk: Desk): Promise<Result<MaskedCopy>> {
  const { copies } = desk.parts;
  if (!copies) return fail(problem('mask-copy-not-here'));
  const found = desk.needCurrent();
  if (!found.ok) return found;
  const pace = paceOf(desk);
  const masks = await maskOrderFor(desk.workbook, found.value.view.checked.pack, pace);
  if (!masks.ok) return masks;
  const made = await copies.copy(masks.value, pace);
  if (!made.ok) return made;
  const base = desk.workbook.name.replace(/\.xlsx$/iu, '');
  // What a file is called may name somebody, too.
  const name = masks.value.masker.mask(base).replaceAll('*', '×');
  return ok({ name: `${name}${copies.suffix}.xlsx`, ...made.value });
}
