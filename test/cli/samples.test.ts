import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import { HEADINGS, row } from '../app/ledgers';
import { appeals, useFolder } from './support';

const at = useFolder();

/** A ledger of cases with a register of inspectors beside it. */
async function writeWorkbook(file: string, cases: number): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  workbook
    .addWorksheet('台账')
    .addRows([HEADINGS, ...Array.from({ length: cases }, (_, i) => row(i + 1, { 诉求人: `来访人${i}` }))]);
  workbook.addWorksheet('社会督查员').addRows([
    ['姓名', '单位'],
    ['督查甲', '某企业'],
    ['督查乙', '办公室'],
  ]);
  await workbook.xlsx.writeFile(file);
}

async function textsOf(file: string): Promise<readonly string[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const texts: string[] = [];
  workbook.eachSheet((sheet) => {
    texts.push(`# ${sheet.name}`);
    sheet.eachRow((one) => one.eachCell((cell) => void texts.push(cell.text)));
  });
  return texts;
}

describe('appeals report of a sample', () => {
  it('draws by the seed, gives cases to the registered and never to those of the unit', async () => {
    await writeWorkbook(at('a.xlsx'), 12);
    const made = await appeals(['report', at('a.xlsx'), '--kind', 'sampling', '--seed', '一', '--out', at('b.xlsx')]);
    assert.deepEqual([made.err, made.out], [[], `社会督查抽查表已写入“${at('b.xlsx')}”（1 份台账）。\n`]);
    const texts = await textsOf(at('b.xlsx'));
    assert.ok(texts.includes('# 抽查表（督查甲）') && !texts.includes('# 抽查表（督查乙）'));
    assert.ok(texts.some((text) => text.startsWith('种子：一（由抽样人指定）')));
    assert.ok(!texts.some((text) => text.includes('来访人')));
    await appeals(['report', at('a.xlsx'), '--kind', 'sampling', '--seed', '一', '--out', at('c.xlsx')]);
    assert.deepEqual(await textsOf(at('c.xlsx')), texts);
  });

  it('makes papers of the cases named, and says which it does not know', async () => {
    await writeWorkbook(at('a.xlsx'), 3);
    const made = await appeals([
      'report',
      at('a.xlsx'),
      '--kind',
      'inspection',
      '--case',
      'C-2',
      '--out',
      at('b.xlsx'),
    ]);
    assert.deepEqual(made.err, []);
    const texts = await textsOf(at('b.xlsx'));
    assert.ok(texts.includes('群众诉求办理迎检材料　C-2') && !texts.includes('群众诉求办理迎检材料　C-1'));
    const unknown = await appeals([
      'report',
      at('a.xlsx'),
      '--kind',
      'inspection',
      '--case',
      'C-9',
      '--out',
      at('c.xlsx'),
    ]);
    assert.deepEqual([unknown.status, unknown.err], [2, ['台账中没有编号 C-9。请核对 --case。']]);
  });

  it('refuses a seed and cases where nothing is drawn or named', async () => {
    for (const option of ['--seed', '--case']) {
      const { status, err } = await appeals([
        'report',
        at('a.xlsx'),
        '--kind',
        'trend',
        option,
        '一',
        '--out',
        at('b.xlsx'),
      ]);
      assert.equal(status, 2);
      assert.match(err[0] ?? '', new RegExp(`^${option} `));
    }
  });

  it('makes a trend', async () => {
    await writeWorkbook(at('a.xlsx'), 3);
    const made = await appeals(['report', at('a.xlsx'), '--kind', 'trend', '--out', at('b.xlsx')]);
    assert.deepEqual(made.err, []);
    assert.ok((await textsOf(at('b.xlsx'))).includes('# 趋势概况'));
  });
});

describe('appeals report --read-back', () => {
  /** A ledger with a column for scores, and a list as it was filled in. */
  async function write(scores: Readonly<Record<string, string | number>>): Promise<void> {
    const ledger = new ExcelJS.Workbook();
    const sheet = ledger.addWorksheet('台账');
    sheet.addRows([[...HEADINGS, '督查评分'], row(1), [...row(2), 80], row(3), [...row(4), 70]]);
    await ledger.xlsx.writeFile(at('a.xlsx'));
    const list = new ExcelJS.Workbook();
    list.addWorksheet('说明').addRow(['别的']);
    const rows = Object.entries(scores).map(([caseNo, score], i) => [i + 1, caseNo, score]);
    list.addWorksheet('抽查清单').addRows([['社会督查抽查清单'], ['序号', '编号', '督查评分'], ...rows]);
    await list.xlsx.writeFile(at('list.xlsx'));
  }
  const read = (): ReturnType<typeof appeals> =>
    appeals(['report', at('a.xlsx'), '--kind', 'sampling', '--read-back', at('list.xlsx'), '--out', at('b.xlsx')]);

  it('fills blank cells alone, and says of every other score why it did not', async () => {
    await write({ 'C-1': 86.5, 'C-2': 80, 'C-3': '90分', 'C-4': 60, 'C-9': 50, 'C-1 ': 86.5, ' C-3': 120 });
    const { status, out, err } = await read();
    assert.deepEqual([status, err], [0, []]);
    assert.deepEqual(out.trimEnd().split('\n'), [
      `督查评分已填入“${at('b.xlsx')}”：新填 2 件，原来就有 1 件，没有填入 3 处：`,
      '  “抽查清单”C6　编号 C-4　60：台账中已有别的评分，没有改动，请核对后直接改台账。',
      '  “抽查清单”C7　编号 C-9　50：台账中没有这个编号，请核对编号。',
      '  “抽查清单”C9　编号 C-3　120：不是 0 至 100 的数，请改正后再读一次。',
    ]);
    const [before, after] = [new ExcelJS.Workbook(), new ExcelJS.Workbook()];
    await before.xlsx.readFile(at('a.xlsx'));
    await after.xlsx.readFile(at('b.xlsx'));
    const changed: Record<string, unknown> = {};
    after.getWorksheet('台账')?.eachRow((one) =>
      one.eachCell((cell) => {
        if (before.getWorksheet('台账')?.getCell(cell.address).text !== cell.text)
          changed[cell.text] = before.getWorksheet('台账')?.getCell(cell.address).value;
      }),
    );
    assert.deepEqual(changed, { '86.5': null, '90': null });
  });

  it('refuses a list without scores, a ledger without the column, and any other report', async () => {
    await write({});
    assert.match((await read()).err[0] ?? '', /没有读到评分/);
    await write({ 'C-1': 80 });
    await writeWorkbook(at('a.xlsx'), 2);
    assert.match((await read()).err[0] ?? '', /^台账“台账”中没有“督查评分”一栏/);
    const other = await appeals(['report', at('a.xlsx'), '--kind', 'trend', '--read-back', 'x', '--out', at('c.xlsx')]);
    assert.match(other.err[0] ?? '', /^--read-back 只用于/);
  });
});
