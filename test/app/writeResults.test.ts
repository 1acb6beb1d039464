import assert from 'node:assert/strict';
import { prepareWrite, writeResults } from '../../src/app/writeResults';
import type { OwnedSheet, PlanCell, PlanRow, WritePlan } from '../../src/core/writeplan/plan';
import { civilDay } from '../../src/core/dates/civil';
import { problem } from '../../src/core/problem';
import { SPEECH } from '../../src/text/zh-CN/speech';
import { check, ledger, row } from './ledgers';
import { MemoryWorkbook, type Cells } from './memoryWorkbook';

const LATE = row(1, { 办理时限: '2021-10-08' });
const FINE = row(2);
const NO_UNIT = row(3, { 责任股室: '', 诉求人: '测试丙' });

async function plan(before: Cells, after: Cells = before, isProtected = false): Promise<WritePlan> {
  const workbook = new MemoryWorkbook({ 台账: before }, { 台账: { protected: isProtected } });
  const result = await check(workbook);
  workbook.edit('台账', after);
  const prepared = await prepareWrite(workbook, result, SPEECH);
  assert.ok(prepared.ok);
  return prepared.value.plan;
}

const words = (cell: PlanCell | undefined): string =>
  cell === null || cell === undefined
    ? ''
    : 'text' in cell
      ? cell.text
      : 'number' in cell
        ? String(cell.number)
        : `day ${cell.day}`;

const rowsOf = (sheet: OwnedSheet | undefined): PlanRow[] => [...(sheet?.rows ?? [])];
const sheetOf = (made: WritePlan, id: string): OwnedSheet | undefined => made.sheets.find((sheet) => sheet.id === id);
const textOf = (sheet: OwnedSheet | undefined): string =>
  rowsOf(sheet)
    .map(({ cells }) => cells.map(words).join('|'))
    .join('\n');

describe('the columns that are written', () => {
  it('say state, due day, days left, sorting, findings and advice of every case', async () => {
    const { columns } = await plan(ledger(LATE, FINE, NO_UNIT));
    assert.ok(columns);
    assert.deepEqual(columns.titles, [
      '督查·状态',
      '督查·应办结日',
      '督查·剩余天数',
      '督查·甄别建议',
      '督查·问题',
      '督查·整改建议',
    ]);
    assert.deepEqual(columns.headerRows, [2]);
    assert.deepEqual(columns.body, { first: 3, last: 5 });
    assert.deepEqual([...columns.rows.keys()], [3, 4, 5]);
    const [state, due, left, , problem, advice] = columns.rows.get(3) ?? [];
    assert.deepEqual(state, { text: '超期', style: 'overdue' });
    assert.deepEqual(due, { day: civilDay(2021, 10, 8), style: 'body' });
    assert.deepEqual(left, { number: -1, style: 'overdue' });
    assert.match(words(problem), /已超期 1 天/);
    assert.match(words(advice), /办结/);
    assert.deepEqual(columns.rows.get(4)?.[0], { text: '正常', style: 'onTrack' });
    assert.match(words(columns.rows.get(5)?.[4]), /责任股室/);
    assert.equal(columns.rows.get(2), undefined);
    assert.equal(columns.rows.size, 3);
  });

  it('name the cells of other cases where those stand now, and none that are not found again', async () => {
    const twice = [row(1, { 诉求内容: '反映路灯不亮' }), row(2, { 编号: 'C-1', 诉求内容: '反映井盖破损' })] as const;
    const others = [row(3, { 诉求内容: '申请法律援助' }), row(4, { 诉求内容: '要求复核' })] as const;
    const said = (made: WritePlan, at: number): string => words(made.columns?.rows.get(at)?.[4]);
    const same = await plan(ledger(...twice, ...others));
    assert.match(said(same, 3), /编号与 B4 相同/);
    const sorted = await plan(ledger(...twice, ...others), ledger(others[0], twice[1], others[1], twice[0]));
    assert.match(said(sorted, 4), /编号与 B6 相同/);
    assert.match(said(sorted, 6), /编号与 B4 相同/);
    assert.match(textOf(sheetOf(sorted, 'findings')), /编号与 B4 相同/);
    const gone = await plan(ledger(...twice, ...others), ledger(others[0], others[1], twice[0]));
    assert.match(said(gone, 5), /编号与 另外的件 相同/);
  });

  it('follow rows that were sorted, with the addresses of where they stand now', async () => {
    const { columns } = await plan(ledger(LATE, FINE, NO_UNIT), ledger(NO_UNIT, LATE, FINE));
    assert.deepEqual(
      [3, 4, 5].map((at) => words(columns?.rows.get(at)?.[0])),
      ['正常', '超期', '正常'],
    );
    assert.match(words(columns?.rows.get(3)?.[5]), /J3/);
    assert.doesNotMatch(words(columns?.rows.get(3)?.[5]), /J5/);
  });

  it('mark a row that changed and one that came, and write nothing else there', async () => {
    const edited = FINE.map((cell) => (cell === '办理中' ? '已办结' : cell));
    const { columns } = await plan(ledger(LATE, FINE), ledger(row(9, { 诉求人: '测试丁' }), LATE, edited));
    assert.deepEqual(columns?.rows.get(3)?.map(words), ['新增，未检查', '', '', '', '', '']);
    assert.equal(words(columns?.rows.get(4)?.[0]), '超期');
    assert.deepEqual(columns?.rows.get(5)?.map(words), ['已变更，未写入', '', '', '', '', '']);
  });

  it('are left out where the ledger sheet is protected; the sheets are not', async () => {
    const made = await plan(ledger(LATE), ledger(LATE), true);
    assert.equal(made.columns, null);
    assert.equal(made.sheets.length, 3);
  });
});

describe('the sheet 督查问题', () => {
  it('has a row for each finding with a link to its cell, mendable first, then by severity and due day', async () => {
    const later = row(4, { 办理时限: '2021-10-05', 诉求人: '测试戊' });
    const sheet = sheetOf(await plan(ledger(LATE, NO_UNIT, later)), 'findings');
    const rows = rowsOf(sheet);
    assert.equal(sheet?.rowCount, rows.length);
    assert.deepEqual(rows[2]?.cells.map(words), [
      '序号',
      '单元格',
      '编号',
      '责任股室',
      '严重程度',
      '问题',
      '依据',
      '整改建议',
      '能否整改',
      '状态',
    ]);
    assert.deepEqual(sheet?.titleRows, { first: 1, last: 3 });
    assert.equal(sheet?.filterRow, 3);
    const findings = rows.slice(3).map(({ cells }) => cells);
    assert.deepEqual(
      findings.map(([number]) => words(number)),
      findings.map((_, i) => String(i + 1)),
    );
    assert.deepEqual(findings[0]?.[1], { text: 'L5', style: 'body', link: { sheet: '台账', cell: 'L5' } });
    const rank = (cells: readonly PlanCell[]): number =>
      (words(cells[8]) === '是' ? 0 : 3) + ['严重', '一般', '提示'].indexOf(words(cells[4]));
    const ranks = findings.map(rank);
    assert.deepEqual(
      ranks,
      [...ranks].sort((a, b) => a - b),
    );
  });

  it('says that nothing was found where nothing was', async () => {
    const people = [['姓名'], ['测试乙']];
    const workbook = new MemoryWorkbook({ 台账: ledger(FINE), 人员名册: people });
    const result = await check(workbook);
    const prepared = await prepareWrite(workbook, result, SPEECH);
    assert.ok(prepared.ok);
    const sheet = sheetOf(prepared.value.plan, 'findings');
    assert.match(textOf(sheet), /检查过，没有发现问题/);
    assert.equal(sheet?.rowCount, rowsOf(sheet).length);
    assert.equal(sheet?.filterRow, null);
  });

  it('leaves out the findings of rows that changed or went', async () => {
    const sheet = sheetOf(await plan(ledger(LATE, NO_UNIT), ledger(NO_UNIT)), 'findings');
    assert.doesNotMatch(textOf(sheet), /已超期/);
    assert.match(textOf(sheet), /J3/);
  });

  it('can be gone through twice with the same result', async () => {
    const sheet = sheetOf(await plan(ledger(LATE, NO_UNIT)), 'findings');
    assert.equal(textOf(sheet), textOf(sheet));
  });
});

describe('the sheet 规则执行', () => {
  it('lists every rule, and its counts cover every case', async () => {
    const cells = ledger(LATE, FINE, NO_UNIT, row(4, { 办理时限: '10月32日' }));
    const result = await check(new MemoryWorkbook({ 台账: cells }));
    const rows = rowsOf(sheetOf(await plan(cells), 'ruleRuns')).slice(3);
    assert.deepEqual(
      rows.map(({ cells: own }) => words(own[9])),
      result.checked.pack.rules.map(({ name }) => name),
    );
    for (const { cells: own } of rows) {
      const sum = own.slice(2, 7).reduce((total, cell) => total + Number(words(cell)), 0);
      assert.equal(sum, 4, words(own[9]));
      const unjudged = Number(words(own[5])) + Number(words(own[6]));
      assert.equal(words(own[7]) !== '', unjudged > 0, `${words(own[9])}: ${words(own[7])}`);
    }
  });
});

describe('the sheet 督查汇总', () => {
  it('has totals, states, rules, units, sorting, what was not judged, missing columns and the pack', async () => {
    const made = await plan(ledger(LATE, FINE, NO_UNIT, row(4, { 办理时限: '10月32日' })));
    const sheet = sheetOf(made, 'summary');
    const text = textOf(sheet);
    assert.equal(sheet?.rowCount, rowsOf(sheet).length);
    for (const part of [
      '一、总体情况',
      '二、按办理状态',
      '三、按问题',
      '四、按责任股室',
      '五、按甄别分类',
      '六、无法判定',
      '七、台账缺少的列',
      '八、依据的规则',
    ]) {
      assert.ok(text.includes(part), part);
    }
    assert.match(text, /诉求总数\|4/);
    assert.match(text, /超期\|1/);
    assert.match(text, /（未明确责任股室）\|1/);
    assert.match(text, /“10月32日”|所填内容没有这一天/);
    assert.match(text, /规则包：舒城县司法局群众诉求督办规则，版本/);
  });

  it('names no person', async () => {
    const made = await plan(ledger(LATE, FINE, NO_UNIT));
    assert.doesNotMatch(textOf(sheetOf(made, 'summary')), /测试/);
  });

  it('tells how many rows were not written', async () => {
    const edited = FINE.map((cell) => (cell === '办理中' ? '已办结' : cell));
    const made = await plan(ledger(LATE, FINE, NO_UNIT), ledger(edited, NO_UNIT));
    assert.match(textOf(sheetOf(made, 'summary')), /已变更、未写入结果的行\|1[^]*已删除的行\|1/);
  });
});

describe('writeResults', () => {
  it('writes the plan and reports it', async () => {
    const workbook = new MemoryWorkbook({ 台账: ledger(LATE) });
    const written = await writeResults(workbook, await check(workbook), SPEECH);
    assert.ok(written.ok);
    assert.equal(written.value.report.rowsWritten, 1);
    assert.equal(workbook.plans.length, 1);
  });

  it('plans anew when someone edits between reading and writing', async () => {
    const workbook = new MemoryWorkbook({ 台账: ledger(LATE, FINE) });
    const result = await check(workbook);
    let edits = 1;
    workbook.afterRead = () => {
      if (edits-- > 0) workbook.edit('台账', ledger(FINE, LATE));
    };
    const written = await writeResults(workbook, result, SPEECH);
    assert.ok(written.ok);
    assert.equal(words(workbook.plans[0]?.columns?.rows.get(4)?.[0]), '超期');
  });

  it('plans anew, so often as three times, when the host finds that rows moved while it wrote', async () => {
    const workbook = new MemoryWorkbook({ 台账: ledger(LATE) });
    const result = await check(workbook);
    const moved = problem('sheet-changed-meanwhile', { sheet: '台账' });
    workbook.refusals.set('write', moved);
    assert.ok((await writeResults(workbook, result, SPEECH)).ok);
    assert.equal(workbook.plans.length, 2);
    workbook.hooks = { before: (operation) => (operation === 'write' ? moved : null) };
    assert.deepEqual(await writeResults(workbook, result, SPEECH), { ok: false, problems: [moved] });
    assert.equal(workbook.plans.length, 5);
  });

  it('does not try again what the host refuses for another reason', async () => {
    const workbook = new MemoryWorkbook({ 台账: ledger(LATE) });
    const result = await check(workbook);
    workbook.refusals.set('write', problem('workbook-structure-protected', { file: '台账.xlsx' }));
    assert.ok(!(await writeResults(workbook, result, SPEECH)).ok);
    assert.equal(workbook.plans.length, 1);
  });

  it('gives up, having written nothing, when the editing never stops', async () => {
    const workbook = new MemoryWorkbook({ 台账: ledger(LATE) });
    const result = await check(workbook);
    workbook.afterRead = () => workbook.edit('台账', ledger(LATE));
    const written = await writeResults(workbook, result, SPEECH);
    assert.ok(!written.ok);
    assert.equal(written.problems[0]?.code, 'ledger-keeps-changing');
    assert.equal(workbook.plans.length, 0);
  });

  it('writes nothing when the sheet is gone', async () => {
    const workbook = new MemoryWorkbook({ 台账: ledger(LATE) });
    const result = await check(workbook);
    workbook.remove('台账');
    const written = await writeResults(workbook, result, SPEECH);
    assert.ok(!written.ok);
    assert.equal(written.problems[0]?.code, 'ledger-sheet-gone');
  });

  it('never says 违法 of a case on the rules’ word', async () => {
    const rough = row(1, { 诉求内容: '诉求人多次到政府门口拉横幅、堵门，并殴打工作人员，要求解决补偿问题' });
    const made = await plan(ledger(rough));
    const cells = [...(made.columns?.rows.get(3) ?? [])].map(words).join('\n');
    assert.doesNotMatch(cells, /违法行为（|认定：有违法|属于违法|系违法/);
    assert.match(cells, /请人工核实/);
  });
});
