import type { FactType, FactValue } from '../../facts/column';
import { patternFound } from '../patterns';
import type { Operator } from './operator';

const TEXTS: readonly FactType[] = ['text', 'enum'];

const hasAny = (text: FactValue, words: FactValue): boolean =>
  typeof text === 'string' && Array.isArray(words) && words.some((word: string) => text.includes(word));
const isFound = (text: FactValue, pattern: FactValue): boolean =>
  typeof text === 'string' && typeof pattern === 'string' && patternFound(pattern, text);

/** What a text says. */
export const WORDING: readonly Operator[] = [
  {
    name: 'containsAny',
    says: '文字里出现任何一个词；词可以直接列出，也可以引用词表。',
    alias: ['包含', 'contains', 'like'],
    accepts: TEXTS,
    operand: 'words',
    native: false,
    holds: hasAny,
  },
  {
    name: 'matches',
    says: '文字里有一处符合正则表达式（RE2 写法，反斜杠写两个）。',
    alias: ['regex', '正则', 'match'],
    accepts: TEXTS,
    operand: 'pattern',
    native: false,
    holds: isFound,
  },
];
