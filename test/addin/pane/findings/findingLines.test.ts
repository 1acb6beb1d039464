import assert from 'node:assert/strict';
import { FindingLines, lineOf, MOST_LINES, type ShownLines } from '../../../../addin/pane/findings/findingLines';
import type { Checker, Finding, FindingQuery, ListLine } from '../../../../src/ports/checker';

const QUERY: FindingQuery = { group: 'case', severities: [], states: [], show: 'open', search: '' };

const finding = (name: string): Finding => ({
  key: name,
  row: 1,
  cell: 'A1',
  caseLabel: name,
  unit: '测试股',
  petitioner: '',
  rule: 'overdue',
  ruleTitle: '',
  severity: 'error',
  outcome: 'flagged',
  mendable: true,
  state: 'overdue',
  daysLeft: -1,
  what: '',
  why: '',
  next: '',
  aside: null,
});

/** A list of findings named by a function of their line, and what was asked of it. */
class Book implements Pick<Checker, 'findings' | 'lines' | 'places'> {
  readonly asked: [from: number, count: number][] = [];
  constructor(
    public count: number,
    public nameOf: (at: number) => string = (at) => `f${at}`,
  ) {}

  findings(): ReturnType<Checker['findings']> {
    return Promise.resolve({ revision: 1, findings: this.count, cases: 1, lines: this.count });
  }

  lines(_query: FindingQuery, from: number, count: number): Promise<readonly ListLine[]> {
    this.asked.push([from, count]);
    const to = Math.min(this.count, from + count);
    return Promise.resolve(
      Array.from({ length: Math.max(0, to - from) }, (_, at) => ({
        kind: 'finding' as const,
        finding: finding(this.nameOf(from + at)),
      })),
    );
  }

  places(_query: FindingQuery, keys: readonly string[]): Promise<readonly number[]> {
    const all = Array.from({ length: this.count }, (_, at) => this.nameOf(at));
    return Promise.resolve(keys.map((key) => all.indexOf(key)));
  }
}

/** Lets all that waits for answers go on. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

const failed = (error: unknown): never => {
  throw error;
};

async function opened(book: Book): Promise<{ lines: FindingLines; shown: () => ShownLines }> {
  let last: ShownLines | null = null;
  const lines = new FindingLines(book, (shown) => (last = shown), failed);
  await lines.show(QUERY);
  await settled();
  return {
    lines,
    shown: () => {
      assert.ok(last);
      return last;
    },
  };
}

const nameAt = (shown: ShownLines, at: number): string | null => {
  const line = lineOf(shown, at);
  return line?.kind === 'finding' ? line.finding.key : null;
};

describe('the lines of 问题', () => {
  it('are fetched where they are seen, a page at a time, and once', async () => {
    const book = new Book(10_000);
    const { lines, shown } = await opened(book);
    assert.equal(nameAt(shown(), 0), 'f0');
    lines.see(5_000, 5_010);
    await settled();
    assert.equal(nameAt(shown(), 5_005), 'f5005');
    assert.equal(nameAt(shown(), 2_000), null);
    const asked = book.asked.length;
    lines.see(5_001, 5_011);
    await settled();
    assert.equal(book.asked.length, asked);
    assert.ok(book.asked.every(([, count]) => count <= 50));
  });

  it('ask for nothing between two places of a list that is scrolled far at once', async () => {
    const book = new Book(100_000);
    const { lines } = await opened(book);
    book.asked.length = 0;
    for (let at = 0; at < 90_000; at += 500) lines.see(at, at + 10);
    await settled();
    assert.ok(book.asked.length <= 5, String(book.asked.length));
  });

  it('keep few of the pages that were seen', async () => {
    const { lines, shown } = await opened(new Book(100_000));
    for (let at = 0; at < 100_000; at += 1_000) {
      lines.see(at, at + 10);
      await settled();
    }
    assert.ok(shown().pages.size <= 60);
    assert.equal(nameAt(shown(), 99_005), 'f99005');
  });

  it('are found again after a recheck: the opened one, the active one and the place', async () => {
    const book = new Book(1_000);
    const { lines, shown } = await opened(book);
    lines.see(500, 510);
    await settled();
    lines.toggle(503);
    assert.equal(shown().opened?.finding.key, 'f503');
    // Seven findings come in above, and one below goes.
    book.count = 1_006;
    book.nameOf = (at) => (at < 7 ? `new${at}` : at - 7 < 505 ? `f${at - 7}` : `f${at - 6}`);
    await lines.show(QUERY);
    assert.deepEqual(shown().shift, { from: 503, to: 510 });
    assert.equal(shown().opened?.at, 510);
    assert.equal(shown().active, 510);
    assert.equal(nameAt(shown(), 510), 'f503');
    assert.equal(nameAt(shown(), 507), 'f500');
    assert.equal(nameAt(shown(), 517), 'f511');
  });

  it('give the place of one that was mended to the next', async () => {
    const book = new Book(100);
    const { lines, shown } = await opened(book);
    lines.see(0, 10);
    lines.toggle(4);
    book.count = 99;
    book.nameOf = (at) => `f${at < 4 ? at : at + 1}`;
    await lines.show(QUERY);
    assert.equal(shown().opened, null);
    assert.equal(nameAt(shown(), shown().active), 'f5');
    book.count = 3;
    book.nameOf = (at) => `f${at}`;
    await lines.show(QUERY);
    assert.equal(shown().active, 2);
  });

  it('start at the top for another query', async () => {
    const { lines, shown } = await opened(new Book(1_000));
    lines.see(500, 510);
    await settled();
    lines.toggle(503);
    await lines.show({ ...QUERY, search: '甲' });
    assert.deepEqual([shown().active, shown().opened, shown().shift], [0, null, { from: null, to: 0 }]);
  });

  it('keep what the user opens while they are brought up to date', async () => {
    const { lines, shown } = await opened(new Book(100));
    const showing = lines.show(QUERY);
    lines.toggle(7);
    await showing;
    assert.equal(shown().opened?.finding.key, 'f7');
  });

  it('are half a million at most', async () => {
    const { shown } = await opened(new Book(MOST_LINES + 1));
    assert.equal(shown().count, MOST_LINES);
    assert.equal(shown().list.lines, MOST_LINES + 1);
  });

  it('say what stood in the way', async () => {
    const failures: unknown[] = [];
    const book = new Book(10);
    book.findings = () => Promise.reject(new Error('gone'));
    await new FindingLines(
      book,
      () => undefined,
      (error) => failures.push(error),
    ).show(QUERY);
    assert.equal(failures.length, 1);
  });
});
