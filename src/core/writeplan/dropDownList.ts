import { fail, ok, problem, type Result } from '../problem';

/** Excel's bound on a list that stands in the validation itself, in UTF-16 units. */
export const MAX_LIST = 255;

/**
 * The words of a list as one text, separated by commas, as a validation holds them: blanks around a word and words
 * said twice don't count. Problems: `drop-down-empty`, `drop-down-comma` (a word with a comma would be two),
 * `drop-down-too-long`.
 */
export function dropDownList(choices: readonly string[]): Result<string> {
  const words = [...new Set(choices.map((word) => word.trim()).filter((word) => word !== ''))];
  const split = words.find((word) => word.includes(','));
  if (split !== undefined) return fail(problem('drop-down-comma', { word: split }));
  if (words.length === 0) return fail(problem('drop-down-empty'));
  const list = words.join(',');
  if (list.length > MAX_LIST) return fail(problem('drop-down-too-long', { length: list.length, most: MAX_LIST }));
  return ok(list);
}
