import { problem, type Problem } from '../../problem';
import { nearest } from '../../nearest';

export type Params = Problem['params'];

/** So many problems of one file are told; a hostile file must not cost more than a glance. */
const MOST_PER_FILE = 100;
/** Longer names are no slip of the pen: no suggestion is looked for. */
const LONGEST_SLIP = 40;

/** A file's text and where its lines start, so that an offset becomes a line and column. */
export class SourceText {
  private readonly lineStarts: number[] = [0];

  constructor(
    readonly file: string,
    readonly text: string,
  ) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.lineStarts.push(at + 1);
  }

  /** 1-based line and column (in UTF-16 units, as editors count) of an offset. */
  place(offset: number): { file: string; line: number; column: number } {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file: this.file, line: low + 1, column: offset - (this.lineStarts[low] ?? 0) + 1 };
  }
}

/** Collects every mistake of a pack, each once, at most so many per file. */
export class Report {
  readonly problems: Problem[] = [];
  readonly warnings: Problem[] = [];
  private readonly seen = new Set<string>();
  private readonly perFile = new Map<string, number>();

  /** Notes a mistake; `params` may be a function, so that a suggestion is only looked for when it will be told. */
  add(code: string, params: Params | (() => Params), place: { file: string; line: number; column: number }): void {
    const count = (this.perFile.get(place.file) ?? 0) + 1;
    if (count > MOST_PER_FILE + 1) return;
    const over = count > MOST_PER_FILE;
    const told = over
      ? problem('rules-more-problems', { limit: MOST_PER_FILE }, place)
      : problem(code, typeof params === 'function' ? params() : params, place);
    // A named condition that several rules use is read several times; its mistakes are told once.
    const key = JSON.stringify(told);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.perFile.set(place.file, count);
    this.problems.push(told);
  }

  /** Whether no more problems of the file are told. */
  isFull(file: string): boolean {
    return (this.perFile.get(file) ?? 0) > MOST_PER_FILE;
  }

  warn(code: string, params: Params, place: { file: string; line: number; column: number }): void {
    this.warnings.push(problem(code, params, place));
  }

  /** By file in the pack's order, then by position. */
  sorted(order: readonly string[]): readonly Problem[] {
    const rank = new Map(order.map((file, index) => [file, index]));
    const of = (p: Problem): number => rank.get(p.place?.file ?? '') ?? order.length;
    return this.problems
      .map((p, index) => ({ p, index }))
      .sort(
        (a, b) =>
          of(a.p) - of(b.p) ||
          ((a.p.place?.file ?? '') < (b.p.place?.file ?? '') ? -1 : a.p.place?.file === b.p.place?.file ? 0 : 1) ||
          (a.p.place?.line ?? 0) - (b.p.place?.line ?? 0) ||
          (a.p.place?.column ?? 0) - (b.p.place?.column ?? 0) ||
          a.index - b.index,
      )
      .map(({ p }) => p);
  }
}

/** The nearest valid name (first of all the same one in other letters: due_on, DueOn), or '' where none is near. */
export function suggestion(word: string, choices: Iterable<string>): string {
  if (word.length > LONGEST_SLIP) return '';
  const all = [...choices];
  const plain = (text: string): string => text.toLowerCase().replace(/[-_\s]/g, '');
  return all.find((choice) => plain(choice) === plain(word)) ?? nearest(word, all) ?? '';
}

/** What a message can quote of a value that may be of any length. */
export const excerpt = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 60)}…`);
