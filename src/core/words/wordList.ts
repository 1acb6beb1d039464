import { createWordSets, type WordSets } from './wordSets';

/** A word found in a text: where, end exclusive. */
export interface FoundWord {
  readonly start: number;
  readonly end: number;
}

/** Words that stretches of text are asked for, many times over; a pass over the stretch answers for all of them. */
export class WordList {
  private constructor(
    private readonly listed: readonly string[],
    private readonly sets: WordSets,
    /** A few more, of one case only: not worth a table of their own. */
    private readonly more: readonly string[],
  ) {}

  static of(words: readonly string[]): WordList {
    return new WordList(words, createWordSets([words]), []);
  }

  /** The list with a few words more. */
  with(more: readonly string[]): WordList {
    return more.length === 0 ? this : new WordList(this.listed, this.sets, more);
  }

  has(word: string): boolean {
    return this.listed.includes(word) || this.more.includes(word);
  }

  /** Whether one of the words stands in text[from, to). */
  standsIn(text: string, from: number, to: number): boolean {
    if (this.sets.scan(text, from, to) !== 0) return true;
    if (this.more.length === 0) return false;
    const stretch = text.slice(from, to);
    return this.more.some((word) => stretch.includes(word));
  }

  /** The last of the words in text[from, to), by where it ends; null where none stands there. */
  lastIn(text: string, from: number, to: number): FoundWord | null {
    if (!this.standsIn(text, from, to)) return null;
    const stretch = text.slice(from, to);
    let best: FoundWord | null = null;
    for (const words of [this.listed, this.more]) {
      for (const word of words) {
        const at = stretch.lastIndexOf(word);
        if (at < 0) continue;
        const start = from + at;
        const end = start + word.length;
        if (best === null || end > best.end || (end === best.end && start < best.start)) best = { start, end };
      }
    }
    return best;
  }
}
