import assert from 'node:assert/strict';
import { existsSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { FINE, LATE, appeals, useFolder, writeLedger } from './support';

const at = useFolder();

/** The names of a workbook's sheets, with how they are shown. */
async function sheetsOf(file: string): Promise<string[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  return book.worksheets.map(({ name, state }) => (state === 'visible' ? name : `${name}（${state}）`));
}

const weekly = (...more: string[]): string[] => [
  'report',
  at('a.xlsx'),
  '--kind',
  'weekly',
  '--out',
  at('w.xlsx'),
  ...more,
];

describe('appeals report', () => {
  const SHEETS = {
    weekly: ['局长一页', '周调度单', '待分派'],
    monthly: ['月调度表（按股室）', '月调度表（按渠道）'],
    county: ['受理反馈表', '办结反馈表', '销号审批表'],
    filing: ['时限备案表', '延期审批表'],
  };
  for (const [kind, sheets] of Object.entries(SHEETS))
    it(`writes ${kind} as a workbook that others open, and leaves the ledger alone`, async () => {
      await writeLedger(at('a.xlsx'), FINE);
      const before = readFileSync(at('a.xlsx'));
      const { status, out, err } = await appeals(['report', at('a.xlsx'), '--kind', kind, '--out', at('r.xlsx')]);
      assert.deepEqual([status, err], [0, []]);
      assert.match(out, /^.+已写入“.*r\.xlsx”（1 份台账）。\n$/);
      assert.deepEqual(await sheetsOf(at('r.xlsx')), sheets);
      assert.deepEqual(readFileSync(at('a.xlsx')), before);
    });

  it('answers 1 where errors are found', async () => {
    await writeLedger(at('a.xlsx'), LATE);
    assert.equal((await appeals(weekly())).status, 1);
  });

  it('replaces nothing without --force, and never a ledger', async () => {
    await writeLedger(at('a.xlsx'), FINE);
    await writeLedger(at('b.xlsx'), FINE);
    writeFileSync(at('w.xlsx'), 'mine');
    const kept = await appeals(weekly());
    assert.equal(kept.status, 2);
    assert.match(kept.err[0] ?? '', /已经存在，未写入任何内容/);
    assert.equal(readFileSync(at('w.xlsx'), 'utf8'), 'mine');
    assert.equal((await appeals(weekly('--force'))).status, 0);
    linkSync(at('b.xlsx'), at('other.xlsx'));
    const over = await appeals([
      'report',
      at('a.xlsx'),
      at('b.xlsx'),
      '--kind',
      'weekly',
      '--out',
      at('other.xlsx'),
      '--force',
    ]);
    assert.equal(over.status, 2);
    assert.match(over.err[0] ?? '', /就是要检查的台账/);
  });

  it('goes on where one of several ledgers is bad, says so, and answers 2', async () => {
    await writeLedger(at('a.xlsx'), FINE);
    writeFileSync(at('bad.xlsx'), 'no workbook');
    const args = [at('bad.xlsx'), at('a.xlsx'), at('none.xlsx')];
    const { status, out, err } = await appeals(['report', ...args, '--kind', 'monthly', '--out', at('m.xlsx')]);
    assert.equal(status, 2);
    assert.equal(err.length, 2, err.join('\n'));
    assert.match(out, /1 份台账，另有 2 份台账读不出、未计入/);
    assert.ok(existsSync(at('m.xlsx')));
    const scored = await appeals(['score', ...args]);
    assert.deepEqual([scored.status, scored.err], [status, err], 'score says and answers the same');
  });

  it('counts a file once, under whatever name it is given, and tells two of one name by their folders', async () => {
    await writeLedger(at('a.xlsx'), FINE);
    linkSync(at('a.xlsx'), at('b.xlsx'));
    mkdirSync(at('东'));
    await writeLedger(at('东/a.xlsx'), FINE);
    const args = [at('a.xlsx'), at('b.xlsx'), at('东/a.xlsx')];
    const { out, err } = await appeals(['report', ...args, '--kind', 'weekly', '--out', at('w.xlsx')]);
    assert.match(out, /（2 份台账）/);
    assert.match(err.join('\n'), /^“.*b\.xlsx”写了两次，只计一次/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(at('w.xlsx'));
    const sheet = book.getWorksheet('周调度单');
    const sources = new Set<string>();
    sheet?.eachRow((row) => row.eachCell((cell) => cell.text.endsWith('/a') && sources.add(cell.text)));
    assert.deepEqual([...sources].sort(), [at('a'), at('东/a')].sort());
  });

  it('writes nothing where no ledger can be read', async () => {
    writeFileSync(at('bad.xlsx'), 'no workbook');
    const { status, err } = await appeals(['report', at('bad.xlsx'), '--kind', 'weekly', '--out', at('w.xlsx')]);
    assert.deepEqual([status, err.length, existsSync(at('w.xlsx'))], [2, 1, false]);
  });

  it('refuses rules with mistakes, a line each', async () => {
    await writeLedger(at('a.xlsx'), FINE);
    const { status, err } = await appeals(weekly('--rules', at('nowhere')));
    assert.deepEqual([status, err.length], [2, 1]);
  });
});

describe('appeals check --snapshot', () => {
  it('keeps the cases in a hidden sheet of the copy, which later checks read', async () => {
    await writeLedger(at('a.xlsx'), FINE);
    const copy = (from: string, to: string, today: string) =>
      appeals(['check', at(from), '--today', today, '--snapshot', '--out', at(to)]);
    assert.equal((await copy('a.xlsx', 'b.xlsx', '2021-09-20')).status, 0);
    assert.ok((await sheetsOf(at('b.xlsx'))).includes('督查快照（veryHidden）'));
    const second = await copy('b.xlsx', 'c.xlsx', '2021-10-09');
    assert.match(second.out, /空转/);
    const { out } = await appeals(['check', at('c.xlsx'), '--format', 'json']);
    const said = JSON.parse(out) as { ledger: { snapshots: string[] } };
    assert.deepEqual(said.ledger.snapshots, ['2021-09-20', '2021-10-09']);
    const earlier = await copy('c.xlsx', 'd.xlsx', '2021-09-27');
    assert.equal(earlier.status, 2);
    assert.match(earlier.err[0] ?? '', /已有 2021年10月9日 的快照/);
    assert.equal(existsSync(at('d.xlsx')), false);
  });

  it('answers 1 where a case has vanished since', async () => {
    await writeLedger(at('a.xlsx'), FINE);
    await appeals(['check', at('a.xlsx'), '--snapshot', '--out', at('b.xlsx')]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(at('b.xlsx'));
    book.getWorksheet('台账')?.spliceRows(3, 1);
    await book.xlsx.writeFile(at('c.xlsx'));
    const { status, out } = await appeals(['check', at('c.xlsx')]);
    assert.equal(status, 1, out);
    assert.match(out, /尚未销号的 1 件不在台账里了：C-2（办公室）/);
  });
});
