import { compilePattern, patternSlip, type CompiledPattern, type PatternSlip } from './patternEngine';

/** Longer or larger expressions belong into a lexicon; these also bound what a hostile one can cost. */
export const LONGEST_PATTERN = 300;
/** Sum of the counts in `{n,m}`, and size of the compiled program: each character of a text costs up to that much. */
const MOST_REPEATS = 1000;
const LARGEST_PROGRAM = 2000;
/** Beyond so many the memory of compiled expressions starts anew: an editor may try one after another. */
const MOST_REMEMBERED = 1000;

const compiled = new Map<string, CompiledPattern>();

/** Why an expression is not taken: too large, or (in RE2's own English words, about this piece of it) not RE2's. */
export type PatternProblem = { readonly tooLarge: true } | ({ readonly tooLarge: false } & PatternSlip);

/** What speaks against an expression; null where nothing does. */
export function patternProblem(source: string): PatternProblem | null {
  const repeats = [...source.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].map((match) => Number(match[2] || match[1]));
  // Refused before it is compiled: unfolding the counts is what costs.
  const sum = repeats.reduce((total, count) => total + count, 0);
  if (source.length > LONGEST_PATTERN) return { tooLarge: true };
  if (sum > MOST_REPEATS && repeats.length > 1) return { tooLarge: true };
  try {
    return expression(source).programSize() > LARGEST_PROGRAM ? { tooLarge: true } : null;
  } catch (error) {
    const slip = patternSlip(error);
    if (slip) return { tooLarge: false, ...slip };
    return { tooLarge: false, reason: error instanceof Error ? error.message : String(error), piece: '' };
  }
}

function expression(source: string): CompiledPattern {
  let found = compiled.get(source);
  if (!found) {
    if (compiled.size >= MOST_REMEMBERED) compiled.clear();
    compiled.set(source, (found = compilePattern(source)));
  }
  return found;
}

/** Whether the expression is found anywhere in the text; linear in its length whatever the expression. */
export const patternFound = (source: string, text: string): boolean => expression(source).test(text);

/** The same, made ready for many texts. */
export function patternTest(source: string): (text: string) => boolean {
  const compiledOnce = expression(source);
  return (text) => compiledOnce.test(text);
}

/** The first piece of the text that the expression matches, or null. */
export const patternMatch = (source: string, text: string): string | null => expression(source).first(text);
