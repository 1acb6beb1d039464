import assert from 'node:assert/strict';
import type { CellDescription, SheetDescription } from '../../office-host/model/description';
import { findingsSheet, bookOf, planFor } from './ledgers';
import { bench } from './harness';

const MIB = 1024 * 1024;
/** What the add-in may ask for: five trips and one for each 3.5 MB, none over 4 MB. */
const allowed = (bytes: number): number => 5 + bytes / (3.5 * MIB);

const SENTENCE = '反映小区物业收费不透明，多次协商未果，请求主管部门调查并公开收支明细。';

/** A ledger as offices keep them: twenty columns, long texts among them, dates as serials. */
function wide(count: number): SheetDescription {
  const rows: CellDescription[][] = [['序号', '标题', ...Array.from({ length: 18 }, (_, i) => `列${i}`)]];
  for (let i = 0; i < count; i++)
    rows.push([
      i + 1,
      `诉求${i}`,
      SENTENCE.slice(0, 12 + (i % 20)) + i,
      ...Array.from({ length: 17 }, (_, k): CellDescription => {
        if (k < 4) return { value: 44_000 + ((i + k) % 400), style: { numberFormat: 'yyyy/m/d' } };
        return k % 3 === 0 ? `第${(i + k) % 50}司法所` : k % 3 === 1 ? i % 7 : '办理中';
      }),
    ]);
  return { name: '台账', rows };
}

describe('Excel: what goes over the wire', () => {
  for (const count of [300, 5000, 100_000])
    it(`reads ${count} rows in few trips, none too large`, async function () {
      this.timeout(300_000);
      const { host, workbook } = await bench({ workbook: bookOf(wide(count)), requirementSet: '1.15' });
      host.resetCounters();
      const sheets = await workbook.sheets();
      const grid = await workbook.readSheet('台账');
      assert.ok(sheets.ok && grid.ok, JSON.stringify(grid).slice(0, 300));
      assert.equal(grid.value.rows.length, count + 1);
      assert.equal(grid.value.columns.length, 20);
      const last = grid.value.columns[3]!;
      assert.equal(grid.value.formats[last.styles![count]!], 'yyyy/m/d');
      const { syncs, requestBytes, responseBytes, largest } = host.counters;
      const bytes = requestBytes + responseBytes;
      assert.ok(syncs <= allowed(bytes), `${syncs} trips for ${bytes} bytes`);
      assert.ok(largest <= 4 * MIB, `${largest} bytes at once`);
    });

  it('writes 5,000 rows and as many findings in requests that Excel on the web takes', async function () {
    this.timeout(300_000);
    const { host, workbook } = await bench({ workbook: bookOf(wide(5000)), requirementSet: '1.15' });
    assert.ok((await workbook.readSheet('台账')).ok);
    host.resetCounters();
    const rows = Array.from({ length: 5000 }, (_, i) => i + 2);
    const report = await workbook.write(planFor(rows, [findingsSheet(5000)], [1]));
    assert.ok(report.ok, JSON.stringify(report));
    assert.deepEqual([report.value.rowsWritten, report.value.notes], [5000, []]);
    assert.ok(host.counters.largest <= 4 * MIB, `${host.counters.largest} bytes at once`);
    assert.ok(host.counters.syncs < 30, `${host.counters.syncs} trips`);
  });

  it('asks for less where Excel answers nothing or refuses for size', async () => {
    const { host, workbook } = await bench({
      workbook: bookOf(wide(1000)),
      requirementSet: '1.15',
      limits: { readCells: 5000, responseBytes: 60_000 },
    });
    const grid = await workbook.readSheet('台账');
    assert.ok(grid.ok, JSON.stringify(grid).slice(0, 300));
    assert.equal(grid.value.rows.length, 1001);
    assert.equal(grid.value.columns[1]!.kinds.filter((kind) => kind === 0).length, 0);
    assert.ok(host.counters.syncs > 10);
  });

  it('reads an edited cell in one trip', async () => {
    const { host, workbook } = await bench({ workbook: bookOf(wide(50)), requirementSet: '1.15' });
    host.resetCounters();
    const grid = await workbook.readArea('台账', { top: 5, bottom: 5, left: 4, right: 4 });
    assert.ok(grid.ok);
    assert.deepEqual([...grid.value.rows], [5]);
    const [column] = grid.value.columns;
    assert.deepEqual(
      [column!.column, column!.numbers[0], grid.value.formats[column!.styles![0]!]],
      [4, 44_003, 'yyyy/m/d'],
    );
    assert.equal(host.counters.syncs, 1);
    assert.ok(host.counters.responseBytes < 5000, `${host.counters.responseBytes} bytes`);
  });
});
