import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { row } from '../app/ledgers';
import { appeals, useFolder, writeLedger } from './support';

const LIST_HEADINGS = ['序号', '信访件编号', '信访人', '诉求内容', '责任单位', '办理状态', '办结日期', '办理时限'];

/** A list as a county hands it down: other headings, another sheet, fewer columns. */
async function writeList(file: string, ...rows: (readonly string[])[]): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('县级交办');
  sheet.addRow(['某县信访事项交办清单']);
  sheet.addRow(LIST_HEADINGS);
  for (const cells of rows) sheet.addRow(cells);
  await workbook.xlsx.writeFile(file);
}

const LEDGER = [
  row(1),
  row(2, {
    诉求人: '测试丙',
    诉求内容: '请求核实低保待遇',
    办理状态: '已办结',
    办结日期: '2021-10-01',
    办理结果: '已答复',
  }),
  row(3, { 诉求人: '测试丁', 诉求内容: '反映欠薪三万元', 编号: '' }),
  row(4, { 诉求人: '测试戊', 诉求内容: '自行梳理的一件' }),
];
const LIST = [
  ['1', 'C-001', '测试甲', '请求调解邻里纠纷', '司法局', '办理中', '', '2021年10月31日'],
  ['2', 'Ｃ－２', '测试丙', '请求核实低保待遇', '司法局', '办理中', '', '2021-10-20'],
  ['3', 'X-77', '测试丁', '反映欠薪三万元。', '司法局', '办理中', '', '2021-10-31'],
  ['4', 'X-78', '测试己', '要求公开村务', '司法局', '办理中', '', '2021-10-31'],
];

interface Printed {
  readonly summary: { agreed: number; differs: number; onlyList: number; onlyLedger: number };
  readonly list: { missing: string[] };
  readonly pairs: { ledgerRow: number; listRow: number; by: string }[];
  readonly differences: {
    kind: string;
    caseNo: string;
    field: string | null;
    ledger: string;
    list: string;
    petitioner: string;
  }[];
}

describe('appeals reconcile', () => {
  const at = useFolder();

  const both = async (): Promise<void> => {
    await writeLedger(at('台账.xlsx'), ...LEDGER);
    await writeList(at('名单.xlsx'), ...LIST);
  };

  it('tells what is in one and not in the other, and what differs, masked', async () => {
    await both();
    const said = await appeals(['reconcile', at('台账.xlsx'), at('名单.xlsx'), '--format', 'json']);
    assert.deepEqual(said.err, []);
    assert.equal(said.status, 1);
    const printed = JSON.parse(said.out) as Printed;
    assert.deepEqual(printed.summary, {
      agreed: 2,
      differs: 1,
      onlyList: 1,
      onlyLedger: 1,
      unsure: { ledger: 0, list: 0 },
    });
    assert.deepEqual(
      printed.pairs.map(({ ledgerRow, listRow, by }) => [ledgerRow, listRow, by]),
      [
        [3, 3, 'number'],
        [4, 4, 'number'],
        [5, 5, 'content'],
      ],
    );
    const told = printed.differences.map(({ kind, caseNo, field, ledger, list }) => [
      kind,
      caseNo,
      field,
      ledger,
      list,
    ]);
    assert.deepEqual(told, [
      ['onlyList', 'X-78', null, '', ''],
      ['differs', 'C-2', 'status', '已办结', '办理中'],
      ['differs', 'C-2', 'timeLimit', '2021-10-31', '2021-10-20'],
      ['differs', 'C-2', 'closedOn', '2021-10-01', '（空白）'],
      ['onlyLedger', 'C-4', null, '', ''],
    ]);
    assert.equal(printed.differences[0]?.petitioner, '测**');
    assert.ok(printed.list.missing.includes('signedOff'));
    for (const name of ['测试甲', '测试丙', '测试己']) assert.ok(!said.out.includes(name), name);
  });

  it('says the same in words, and writes it as a workbook', async () => {
    await both();
    const said = await appeals(['reconcile', at('台账.xlsx'), at('名单.xlsx'), '--out', at('差异.xlsx')]);
    assert.match(said.out, /两边一致 2 件；两边不符 1 件；名单有、台账无 1 件；台账有、名单无 1 件/u);
    assert.match(said.out, /名单没有这些列，未比对：.*是否销号/u);
    assert.match(
      said.out,
      /台账第 4 行、名单第 4 行　C-2　测\*\*　请求核实低保待遇：办理状态 台账“已办结”，名单“办理中”/u,
    );
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(at('差异.xlsx'));
    assert.deepEqual(
      workbook.worksheets.map(({ name }) => name),
      ['核对汇总', '差异明细'],
    );
    const details = workbook.getWorksheet('差异明细');
    assert.deepEqual(
      [4, 5, 6, 7, 8].map((r) => details?.getCell(`A${r}`).text),
      ['名单有、台账无', '两边不符', '两边不符', '两边不符', '台账有、名单无'],
    );
    assert.equal(details?.rowCount, 8);
  });

  it('answers 0 where nothing differs', async () => {
    await writeLedger(at('台账.xlsx'), row(1));
    await writeList(at('名单.xlsx'), LIST[0] ?? []);
    const said = await appeals(['reconcile', at('台账.xlsx'), at('名单.xlsx')]);
    assert.equal(said.status, 0, said.out);
  });

  for (const [args, says] of [
    [['a.xlsx'], '两份文件'],
    [['a.xlsx', 'b.xlsx', 'c.xlsx'], '只核对两份'],
    [['a.xlsx', 'a.xlsx'], '同一份文件'],
  ] as const)
    it(`refuses ${args.join(' ')}`, async () => {
      const said = await appeals(['reconcile', ...args]);
      assert.equal(said.status, 2);
      assert.match(said.err.join(), new RegExp(says, 'u'));
    });

  it('says which file it could not read', async () => {
    await both();
    writeFileSync(at('坏.xlsx'), 'no workbook');
    const said = await appeals(['reconcile', at('台账.xlsx'), at('坏.xlsx')]);
    assert.equal(said.status, 2);
    assert.match(said.err.join(), /坏\.xlsx/u);
  });
});
