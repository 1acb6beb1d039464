import type { Template } from '../../core/rules/pack';
import { oneLine, type LedgerView } from './ledgerView';

/** Looks findings up by words: every word has to stand in the case or in what the rule says. */
export interface Search {
  by(words: string): (rule: number, index: number) => boolean;
  /** The same in the case alone. */
  cases(words: string): (index: number) => boolean;
}

/** Full and half width, upper and lower case are the same to whoever searches. */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase();

/** A search over one check. Texts of cases are folded when they are first looked at, and kept. */
export function createSearch(view: LedgerView): Search {
  const { table, checked } = view;
  const ruleTexts = checked.pack.rules.map(({ title, message }) => foldText(`${title}\n${literals(message)}`));
  const caseTexts = new Array<string | undefined>(table.count);
  const caseText = (index: number): string => {
    const known = caseTexts[index];
    if (known !== undefined) return known;
    const title = table.seen('title', index) || oneLine(table.seen('content', index));
    const parts = [table.seen('caseNo', index), table.seen('serial', index), table.seen('unit', index), title];
    return (caseTexts[index] = foldText(parts.join('\n')));
  };
  return {
    by(words) {
      const wanted = wordsOf(words);
      // A word that a rule says holds for all its findings: those need no look at their cases.
      const left = ruleTexts.map((text) => wanted.filter((word) => !text.includes(word)));
      return (rule, index) => (left[rule] ?? []).every((word) => caseText(index).includes(word));
    },
    cases(words) {
      const wanted = wordsOf(words);
      return (index) => wanted.every((word) => caseText(index).includes(word));
    },
  };
}

const wordsOf = (words: string): readonly string[] =>
  foldText(words)
    .split(/\s+/)
    .filter((word) => word !== '');

/** What a message says whatever the case. */
const literals = (message: Template): string => message.filter((part) => typeof part === 'string').join(' ');
