import { RE2JS, RE2JSSyntaxException } from 're2js';

/** An expression made ready for texts. In the workers of a site this module is fetched when a pack first needs it. */
export interface CompiledPattern {
  programSize(): number;
  test(text: string): boolean;
  /** The first piece of the text that it matches, or null. */
  first(text: string): string | null;
}

/** What RE2 has against an expression, in its own English words, about this piece of it. */
export interface PatternSlip {
  readonly reason: string;
  readonly piece: string;
}

/** @throws what `patternSlip` knows where the expression is not RE2's */
export function compilePattern(source: string): CompiledPattern {
  const compiled = RE2JS.compile(source);
  return {
    programSize: () => compiled.programSize(),
    test: (text) => compiled.test(text),
    first(text) {
      const matcher = compiled.matcher(text);
      return matcher.find() ? matcher.group() : null;
    },
  };
}

export const patternSlip = (error: unknown): PatternSlip | null =>
  error instanceof RE2JSSyntaxException ? { reason: error.getDescription(), piece: error.getPattern() ?? '' } : null;
