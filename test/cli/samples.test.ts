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
    assert.ok(texts.includes('编号：C-2') && !texts.includes('编号：C-1'));
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
