import type { Lanes } from './lanes';

/** Columns with more distinct texts than this are not worth a dictionary. */
const MOST_ENTRIES = 512;

/**
 * The distinct texts of a column, numbered as they are met, block by block, so that a condition on the column is
 * answered once for each text and not once for each case.
 */
export class Dictionary {
  private readonly numbers = new Map<string, number>();
  private readonly codes: Uint16Array;
  private givenUp = false;

  constructor(size: number) {
    this.codes = new Uint16Array(size);
  }

  /** Codes of the block's texts; null where the column turned out to hold too many distinct ones. */
  encode({ values, start }: Lanes<readonly string[]>, count: number): Uint16Array | null {
    if (this.givenUp) return null;
    const { numbers, codes } = this;
    for (let i = 0; i < count; i++) {
      const text = values[start + i] as string;
      let code = numbers.get(text);
      if (code === undefined) {
        code = numbers.size;
        if (code >= MOST_ENTRIES) {
          this.givenUp = true;
          numbers.clear();
          return null;
        }
        numbers.set(text, code);
      }
      codes[i] = code;
    }
    return codes;
  }

  /** Brings the answers of a condition up to the texts met so far. */
  answer(answers: Answers, holds: (text: string) => boolean): Uint8Array {
    if (answers.upTo < this.numbers.size) {
      let at = 0;
      for (const text of this.numbers.keys()) {
        if (at >= answers.upTo) answers.byCode[at] = holds(text) ? 1 : 0;
        at++;
      }
      answers.upTo = this.numbers.size;
    }
    return answers.byCode;
  }
}

/** What a condition says of each text of a dictionary. */
export interface Answers {
  readonly byCode: Uint8Array;
  upTo: number;
}
export const noAnswers = (): Answers => ({ byCode: new Uint8Array(MOST_ENTRIES), upTo: 0 });
