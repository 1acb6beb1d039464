import type { CaseKey } from './caseKey';

/** Whether two cases are of one person. `maybe`: one side hides the name (张**, 张某某) or has none. */
export type SamePerson = 'yes' | 'maybe' | 'no';

const HIDDEN = /[*＊某×xX○〇]/u;

export function samePerson(a: CaseKey, b: CaseKey): SamePerson {
  if (a.numbers.some((number) => b.numbers.includes(number))) return 'yes';
  if (a.people.length === 0 || b.people.length === 0) return 'maybe';
  if (a.people.some((name) => b.people.includes(name))) return 'yes';
  return a.people.some((name) => b.people.some((other) => mayBe(name, other))) ? 'maybe' : 'no';
}

/** Whether one of two names may be the other with letters hidden: the letters that both show are the same. */
function mayBe(a: string, b: string): boolean {
  if (!HIDDEN.test(a) && !HIDDEN.test(b)) return false;
  const [left, right] = [[...a], [...b]];
  const shown = (letter: string | undefined): boolean => letter !== undefined && !HIDDEN.test(letter);
  for (let at = 0; at < Math.min(left.length, right.length); at++)
    if (shown(left[at]) && shown(right[at]) && left[at] !== right[at]) return false;
  return shown(left[0]) && shown(right[0]);
}
