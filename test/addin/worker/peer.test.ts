import assert from 'node:assert/strict';
import { RemoteFailure } from '../../../addin/worker/rpc/remoteFailure';
import { ROWS_A_PIECE } from '../../../addin/worker/rpc/pieces';
import type { ServiceShape } from '../../../addin/worker/rpc/shape';
import { LIVE_WORKBOOK } from '../../../addin/worker/shapes';
import { Cancelled, type CancelSignal, type Pace } from '../../../src/core/cancel';
import { fail, ok, problem, type Result } from '../../../src/core/problem';
import type { PlanCell, WritePlan } from '../../../src/core/writeplan/plan';
import type { LiveWorkbook } from '../../../src/ports/liveWorkbook';
import { closeLines, createLine } from './line';

interface Desk {
  add(a: number, b: number): Promise<number>;
  check(what: string): Promise<Result<ReadonlyMap<string, number>>>;
  count(to: number, onProgress?: (at: { done: number }) => void, signal?: CancelSignal): Promise<Result<number>>;
  paced(pace?: Pace): Promise<number>;
  bytes(): Promise<Result<{ data: Float64Array; part: Uint8Array }>>;
  unclonable(): Promise<unknown>;
}
const DESK: ServiceShape<Desk> = {
  add: { takes: ['data', 'data'], gives: 'plain' },
  check: { takes: ['data'], gives: 'result' },
  count: { takes: ['data', 'progress', 'signal'], gives: 'result' },
  paced: { takes: ['pace'], gives: 'plain' },
  bytes: { takes: [], gives: 'result', transfers: true },
  unclonable: { takes: [], gives: 'plain' },
};

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

class DeskHere implements Desk {
  kept: Float64Array | null = null;
  whole: Uint8Array = new Uint8Array(100);
  stopped = false;
  add(a: number, b: number): Promise<number> {
    return Promise.resolve(a + b);
  }
  check(what: string): Promise<Result<ReadonlyMap<string, number>>> {
    if (what === 'throw') return Promise.reject(new TypeError('no such thing'));
    return Promise.resolve(what === 'fail' ? fail(problem('cancelled', { n: 1 })) : ok(new Map([[what, 1]])));
  }
  async count(to: number, onProgress?: (at: { done: number }) => void, signal?: CancelSignal): Promise<Result<number>> {
    for (let done = 1; done <= to; done++) {
      await turn();
      if (signal?.aborted) {
        this.stopped = true;
        throw new Cancelled();
      }
      onProgress?.({ done });
    }
    return ok(to);
  }
  async paced(pace?: Pace): Promise<number> {
    if (!pace) return -1;
    await pace.breathe?.();
    for (let done = 0; done < 1000; done++) {
      if (pace.signal?.aborted) throw new Cancelled();
      if (pace.signal) await turn();
      else pace.onProgress?.(done, 1000);
    }
    return 1000;
  }
  bytes(): Promise<Result<{ data: Float64Array; part: Uint8Array }>> {
    this.kept = new Float64Array([1, 2, 3]);
    return Promise.resolve(ok({ data: this.kept, part: this.whole.subarray(0, 10) }));
  }
  unclonable(): Promise<unknown> {
    return Promise.resolve(() => 1);
  }
}

function desk() {
  const line = createLine();
  const here = new DeskHere();
  line.worker.serve('desk', DESK, here);
  return { line, here, there: line.page.remote('desk', DESK) };
}

describe('calling another thread', () => {
  afterEach(closeLines);

  it('gives answers, however many calls are under way, to whom they belong', async () => {
    const { there } = desk();
    const sums = await Promise.all(Array.from({ length: 50 }, (_, i) => there.add(i, 1)));
    assert.deepEqual(
      sums,
      Array.from({ length: 50 }, (_, i) => i + 1),
    );
  });

  it('carries Results, their problems and maps as they are', async () => {
    const { there } = desk();
    assert.deepEqual(await there.check('x'), ok(new Map([['x', 1]])));
    assert.deepEqual(await there.check('fail'), fail(problem('cancelled', { n: 1 })));
  });

  it('makes an exception over there a problem', async () => {
    const { there } = desk();
    assert.deepEqual(await there.check('throw'), fail(problem('worker-failed', { detail: 'no such thing' })));
  });

  it('throws the problem where the method has no Result to hold it', async () => {
    const { line, there } = desk();
    await assert.rejects(there.unclonable(), (error: unknown) => {
      assert.ok(error instanceof RemoteFailure);
      assert.equal(error.problem.code, 'worker-failed');
      return true;
    });
    await assert.rejects(line.page.remote('nobody', DESK).add(1, 2), RemoteFailure);
    assert.equal(await there.add(1, 2), 3, 'the line goes on');
  });

  it('says what can’t be posted as a problem too', async () => {
    const { there } = desk();
    const answer = await there.check((() => 'a function') as unknown as string);
    assert.ok(!answer.ok && answer.problems[0]?.code === 'worker-failed');
  });

  it('calls no method but those its shape lists', async () => {
    const { line } = desk();
    const wider = { ...DESK, toString: { takes: [], gives: 'plain' } } as unknown as ServiceShape<Desk>;
    const there = line.page.remote('desk', wider) as unknown as { toString(): Promise<string> };
    await assert.rejects(there.toString(), /not served/);
  });

  it('works both ways over one line', async () => {
    const { line, there } = desk();
    line.page.serve('page', DESK, new DeskHere());
    const back = line.worker.remote('page', DESK);
    assert.deepEqual(await Promise.all([back.add(1, 1), there.add(2, 2)]), [2, 4]);
  });

  it('serves a name anew', async () => {
    const { line, there } = desk();
    const other = new DeskHere();
    other.add = (a, b) => Promise.resolve(a * b);
    line.worker.serve('desk', DESK, other);
    assert.equal(await there.add(3, 4), 12);
  });

  it('ignores messages that are not ours', async () => {
    const { line, there } = desk();
    for (const junk of ['hello', null, 7, { kind: 'call' }, { kind: 'odd', call: 1 }, { call: 1 }]) line.postRaw(junk);
    assert.equal(await there.add(1, 1), 2);
  });
});

describe('progress and cancelling across threads', () => {
  afterEach(closeLines);

  it('tells progress in order, before the answer', async () => {
    const { there } = desk();
    const told: number[] = [];
    assert.deepEqual(await there.count(5, ({ done }) => told.push(done)), ok(5));
    assert.deepEqual(told, [1, 2, 3, 4, 5]);
  });

  it('goes without progress where nobody listens', async () => {
    const { there } = desk();
    assert.deepEqual(await there.count(3), ok(3));
  });

  it('stops the other side by an AbortSignal', async () => {
    const { here, there } = desk();
    const abort = new AbortController();
    const told: number[] = [];
    const counting = there.count(100_000, ({ done }) => (told.push(done), done === 3 && abort.abort()), abort.signal);
    await assert.rejects(counting, Cancelled);
    assert.ok(here.stopped);
    assert.ok(told.length < 1000, `${told.length} steps after the wish to stop`);
  });

  it('stops it by a signal that tells nobody', async () => {
    const { there } = desk();
    const signal = { aborted: false };
    const counting = there.count(1_000_000, () => (signal.aborted = true), signal);
    await assert.rejects(counting, Cancelled);
  });

  it('stops at once what was cancelled before', async () => {
    const { there } = desk();
    await assert.rejects(there.count(10, undefined, { aborted: true }), Cancelled);
  });

  it('does not cancel the call after', async () => {
    const { there } = desk();
    const abort = new AbortController();
    assert.deepEqual(await there.count(1, undefined, abort.signal), ok(1));
    abort.abort();
    assert.deepEqual(await there.count(1), ok(1));
  });

  it('brings a pace of the other thread’s own, with our progress and our signal', async () => {
    const { there } = desk();
    const told: string[] = [];
    assert.equal(await there.paced({ onProgress: (done, total) => told.push(`${done}/${total}`) }), 1000);
    assert.equal(told.length, 1000);
    assert.equal(told[7], '7/1000');
    assert.equal(await there.paced(), -1);
    const abort = new AbortController();
    const paced = there.paced({ signal: abort.signal });
    abort.abort();
    await assert.rejects(paced, Cancelled);
  });
});

describe('a worker that dies', () => {
  afterEach(closeLines);

  it('fails what is under way and whatever is asked later', async () => {
    const { line, there } = desk();
    const counting = there.count(1_000_000);
    const adding = assert.rejects(line.page.remote('desk', DESK).paced({ signal: { aborted: false } }), RemoteFailure);
    line.loseWorker('out of memory');
    assert.deepEqual(await counting, fail(problem('worker-failed', { detail: 'out of memory' })));
    await adding;
    assert.deepEqual(await there.check('x'), fail(problem('worker-failed', { detail: 'out of memory' })));
    await assert.rejects(there.add(1, 2), RemoteFailure);
  });

  it('fails what is under way when it is closed', async () => {
    const { line, there } = desk();
    const counting = there.count(1_000_000);
    line.page.close();
    assert.ok(!(await counting).ok);
  });
});

describe('what crosses the line', () => {
  afterEach(closeLines);

  it('is handed over where the shape says so, and copied where it is part of something larger', async () => {
    const { here, there } = desk();
    const answer = await there.bytes();
    assert.ok(answer.ok);
    assert.deepEqual([...answer.value.data], [1, 2, 3]);
    assert.equal(answer.value.part.length, 10);
    assert.equal(here.kept?.length, 0, 'handed over');
    assert.equal(here.whole.length, 100, 'still whole');
  });

  const cell = (text: string): PlanCell => ({ text, style: 'body' });
  const rows = ROWS_A_PIECE * 2 + 1;
  const plan: WritePlan = {
    ledgerSheet: '台账',
    columns: {
      headerRows: [1],
      titles: ['督查·状态'],
      widths: [10],
      rows: new Map(Array.from({ length: rows }, (_, i) => [i + 2, [cell(`r${i}`), null]])),
      body: { first: 2, last: rows + 1 },
    },
    sheets: [
      {
        id: 'findings',
        name: '督查问题',
        widths: [1],
        rowCount: rows,
        rows: {
          *[Symbol.iterator]() {
            for (let i = 0; i < rows; i++) yield { cells: [cell(`f${i}`)] };
          },
        },
        titleRows: null,
        filterRow: null,
        landscape: false,
        footer: '',
      },
      {
        id: 'summary',
        name: '督查汇总',
        widths: [],
        rowCount: 0,
        rows: [],
        titleRows: { first: 1, last: 1 },
        filterRow: 1,
        landscape: true,
        footer: 'x',
      },
    ],
  };

  it('a plan goes over in pieces and is whole there', async () => {
    const line = createLine();
    let came: WritePlan | null = null;
    const workbook: Pick<LiveWorkbook, 'write'> = {
      write(arrived) {
        came = arrived;
        return Promise.resolve(ok({ columnsWritten: true, rowsWritten: rows, sheets: [], notes: [] }));
      },
    };
    line.worker.serve('workbook', LIVE_WORKBOOK, workbook as LiveWorkbook);
    assert.ok((await line.page.remote('workbook', LIVE_WORKBOOK).write(plan)).ok);
    assert.ok(came);
    const { columns, sheets } = came as WritePlan;
    assert.deepEqual(columns, plan.columns);
    assert.deepEqual(
      sheets.map((sheet) => ({ ...sheet, rows: [...sheet.rows] })),
      plan.sheets.map((sheet) => ({ ...sheet, rows: [...sheet.rows] })),
    );
    const first = sheets[0];
    assert.ok(first);
    assert.equal([...first.rows].length, [...first.rows].length, 'rows can be gone through again');
    const largest = Math.max(...line.posted.map((message) => JSON.stringify(message).length));
    assert.ok(largest < 120 * ROWS_A_PIECE, `a message of ${largest} characters`);
  });

  it('a plan without columns has none there', async () => {
    const line = createLine();
    let came: WritePlan | null = null;
    const write: LiveWorkbook['write'] = (arrived) => {
      came = arrived;
      return Promise.resolve(fail(problem('cancelled')));
    };
    line.worker.serve('workbook', LIVE_WORKBOOK, { write } as LiveWorkbook);
    await line.page.remote('workbook', LIVE_WORKBOOK).write({ ledgerSheet: 'a', columns: null, sheets: [] });
    assert.deepEqual(came, { ledgerSheet: 'a', columns: null, sheets: [] });
  });
});
