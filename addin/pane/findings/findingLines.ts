import type { Checker, Finding, FindingList, FindingQuery, ListLine } from '../../../src/ports/checker';
import type { LineShift } from './VirtualList';

/** Lines fetched at a time. */
const PAGE = 50;
/** Pages kept: far more than are seen, far fewer than a large ledger has. */
const PAGES_KEPT = 60;
/** Lines below the active one that are tried for its place when it is gone. */
const NEIGHBOURS = 12;
/** The most lines shown: browsers cut elements off above 33 million pixels. */
export const MOST_LINES = 500_000;

/** A list as it is shown: one query over one check, and what the user does with it. */
export interface ShownLines {
  readonly query: FindingQuery;
  readonly list: FindingList;
  /** How many lines are shown. */
  readonly count: number;
  readonly pages: ReadonlyMap<number, readonly ListLine[]>;
  /** The line that the keyboard is on. */
  readonly active: number;
  readonly opened: { readonly at: number; readonly finding: Finding } | null;
  readonly shift: LineShift;
}

type Asked = Pick<Checker, 'findings' | 'lines' | 'places'>;

/**
 * The lines of a list, fetched as they come into sight. What is shown stays until what takes its place is there whole;
 * after a recheck the finding that the user looks at is found again by its key.
 */
export class FindingLines {
  private current: ShownLines | null = null;
  private asked = 0;
  private fetching = false;
  private first = 0;
  private last = 20;

  constructor(
    private readonly checker: Asked,
    private readonly told: (shown: ShownLines) => void,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Shows the list of a query as the check stands now. */
  async show(query: FindingQuery): Promise<void> {
    const turn = ++this.asked;
    try {
      const list = await this.checker.findings(query);
      for (;;) {
        const before = this.current;
        const isSame = before !== null && keyOf(before.query) === keyOf(query);
        const shown = isSame ? await this.arrangedAgain(before, query, list) : await this.arranged(query, list);
        if (turn !== this.asked) return;
        // What the user opened meanwhile is kept as well.
        if (before?.active !== this.current?.active || before?.opened !== this.current?.opened) continue;
        this.set(shown);
        break;
      }
      void this.fetch();
    } catch (error) {
      if (turn === this.asked) this.failed(error);
    }
  }

  /** Fetches what has come into sight. */
  see(first: number, last: number): void {
    this.first = first;
    this.last = last;
    void this.fetch();
  }

  activate(at: number): void {
    if (this.current) this.set({ ...this.current, active: at });
  }

  /** Opens the finding on a line, or closes it where it is open. */
  toggle(at: number): void {
    const line = this.current && lineOf(this.current, at);
    if (!this.current || line?.kind !== 'finding') return;
    const isOpen = this.current.opened?.at === at;
    this.set({ ...this.current, active: at, opened: isOpen ? null : { at, finding: line.finding } });
  }

  private async arranged(query: FindingQuery, list: FindingList): Promise<ShownLines> {
    const count = Math.min(list.lines, MOST_LINES);
    const pages = await this.pages(query, count, 0, this.last - this.first);
    return { query, list, count, pages, active: 0, opened: null, shift: { from: null, to: 0 } };
  }

  /** The same list after a recheck: opened, active and seen lines are found again. */
  private async arrangedAgain(before: ShownLines, query: FindingQuery, list: FindingList): Promise<ShownLines> {
    const count = Math.min(list.lines, MOST_LINES);
    const known = new Map<string, number>();
    const know = (at: number): void => {
      const line = lineOf(before, at);
      if (line?.kind === 'finding') known.set(line.finding.key, at);
    };
    if (before.opened) know(before.opened.at);
    for (let at = before.active; at < before.active + NEIGHBOURS; at++) know(at);
    for (let at = this.first; at <= this.last; at++) know(at);
    const keys = [...known.keys()];
    const places = await this.checker.places(query, keys);
    const nowAt = new Map<number, number>();
    keys.forEach((key, at) => {
      const place = places[at] ?? -1;
      if (place >= 0 && place < count) nowAt.set(known.get(key) ?? 0, place);
    });
    const isSeen = (at: number): boolean => at >= this.first && at <= this.last;
    const held = [before.opened?.at ?? -1, before.active, ...range(this.first, this.last)].find(
      (at) => isSeen(at) && nowAt.has(at),
    );
    const from = held ?? this.first;
    const shift = { from, to: held === undefined ? Math.min(from, Math.max(0, count - 1)) : (nowAt.get(held) ?? from) };
    const moved = shift.to - shift.from;
    const top = this.first + moved;
    const pages = await this.pages(query, count, top, top + this.last - this.first);
    const openAt = before.opened ? (nowAt.get(before.opened.at) ?? -1) : -1;
    const [line] = openAt < 0 ? [] : await this.checker.lines(query, openAt, 1);
    return {
      query,
      list,
      count,
      pages,
      active: activeAgain(before, nowAt, count, moved),
      opened: line?.kind === 'finding' ? { at: openAt, finding: line.finding } : null,
      shift,
    };
  }

  /** The pages of some lines. */
  private async pages(
    query: FindingQuery,
    count: number,
    first: number,
    last: number,
  ): Promise<Map<number, readonly ListLine[]>> {
    const wanted = pagesOf(first, last, count);
    const lines = await Promise.all(wanted.map((page) => this.checker.lines(query, page * PAGE, PAGE)));
    return new Map(wanted.map((page, at) => [page, lines[at] ?? []]));
  }

  /** One page after the other, always of what is seen now: a list that is scrolled far asks for nothing in between. */
  private async fetch(): Promise<void> {
    if (this.fetching) return;
    this.fetching = true;
    try {
      for (let page = this.missing(); page !== null; page = this.missing()) {
        const { current } = this;
        if (!current) return;
        const lines = await this.checker.lines(current.query, page * PAGE, PAGE);
        if (this.current?.list !== current.list) continue;
        const pages = new Map(this.current.pages).set(page, lines);
        const kept = [...pages].slice(-PAGES_KEPT);
        this.set({ ...this.current, pages: new Map(kept) });
      }
    } catch (error) {
      this.failed(error);
    } finally {
      this.fetching = false;
    }
  }

  /** The first page in sight, or next to it, that is not there. */
  private missing(): number | null {
    if (!this.current) return null;
    const { count, pages } = this.current;
    const near = [
      ...pagesOf(this.first, this.last, count),
      ...pagesOf(this.last + PAGE / 2, this.last + PAGE / 2, count),
    ];
    return near.find((page) => !pages.has(page)) ?? null;
  }

  private set(shown: ShownLines): void {
    this.current = shown;
    this.told(shown);
  }
}

/** A line that is there, or null where it is still to come. */
export const lineOf = ({ pages, opened, count }: ShownLines, at: number): ListLine | null =>
  at < 0 || at >= count
    ? null
    : opened?.at === at
      ? { kind: 'finding', finding: opened.finding }
      : (pages.get(Math.floor(at / PAGE))?.[at % PAGE] ?? null);

export const keyOf = (query: FindingQuery): string => JSON.stringify(Object.entries(query).sort());

/** Where the keyboard goes: with its line, else to the first one below that is still there. */
function activeAgain(before: ShownLines, nowAt: ReadonlyMap<number, number>, count: number, moved: number): number {
  const next = range(before.active, before.active + NEIGHBOURS).find((at) => nowAt.has(at));
  const line = lineOf(before, before.active);
  const isHeading = line?.kind !== 'finding';
  const to =
    next === undefined ? before.active + moved : (nowAt.get(next) ?? 0) - (isHeading ? next - before.active : 0);
  return Math.max(0, Math.min(count - 1, to));
}

const pagesOf = (first: number, last: number, count: number): number[] =>
  count === 0
    ? []
    : range(
        Math.floor(Math.max(0, Math.min(first, count - 1)) / PAGE),
        Math.floor(Math.max(0, Math.min(last, count - 1)) / PAGE),
      );

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
