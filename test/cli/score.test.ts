import assert from 'node:assert/strict';
import { copyFileSync, cpSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { appeals, FINE, LATE, RULES, useFolder, writeLedger } from './support';
import { row } from '../app/ledgers';

const SAMPLES = path.resolve(__dirname, '../../samples');
const at = useFolder();
const five = (from: number, own: Readonly<Record<string, string>>): string[][] =>
  Array.from({ length: 5 }, (_, i) =>
    row(from + i, { 办理情况: `第${'一二三四五六七八九十'[from + i - 1] ?? ''}户已走访`, ...own }),
  );

interface Place {
  readonly file: string;
  readonly row: number;
}
/** What the tests look at of the printed JSON. */
interface Printed {
  readonly ledgers: readonly { readonly file: string; readonly rows: number }[];
  readonly failed: readonly { readonly file: string; readonly codes: readonly string[] }[];
  readonly rules: { readonly version: string; readonly sha256: string };
  readonly period: unknown;
  readonly cases: number;
  readonly scores: readonly {
    readonly name: string;
    readonly group: string;
    readonly standing: string;
    readonly rank: number | null;
    readonly total: number;
    readonly adjusted: number;
    readonly band: string | null;
    readonly adjustments: readonly unknown[];
    readonly lost: readonly (Place & {
      readonly rule: string;
      readonly basis: string;
      readonly version: string;
      readonly says: string;
      readonly lost: number;
    })[];
  }[];
  readonly without: readonly string[];
  readonly unassigned: readonly Place[];
  readonly recused: number;
  readonly conflicts: readonly { readonly caseNo: string }[];
  readonly adjustmentProblems: readonly { readonly code: string }[];
  readonly seal: Readonly<Record<string, string>>;
}

const read = (out: string): Printed => JSON.parse(out) as Printed;

/** A copy of the default rules with a part of a file replaced. */
function rulesWith(file: string, find: string, put: string): string {
  const folder = at('rules');
  cpSync(RULES, folder, { recursive: true });
  const text = readFileSync(path.join(folder, file), 'utf8');
  assert.ok(text.includes(find), find);
  writeFileSync(path.join(folder, file), text.replace(find, put));
  return folder;
}

async function readBook(file: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  return workbook;
}

const textsOf = (sheet: ExcelJS.Worksheet | undefined): string[][] => {
  const rows: string[][] = [];
  sheet?.eachRow((one) =>
    rows.push(
      (one.values as unknown[])
        .slice(1)
        .map((value) => (typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '')),
    ),
  );
  return rows;
};

describe('appeals score', () => {
  it('ranks the units of the sample by group, says what cost each the most, and what is left out', async () => {
    const said = await appeals(['score', path.join(SAMPLES, 'full-600.xlsx'), '--today', '2021-10-20']);
    assert.equal(said.status, 1, 'the sample has findings at error level');
    assert.deepEqual(said.err, []);
    const lines = said.out.split('\n');
    assert.deepEqual(lines.slice(0, 20), [
      '舒城县司法局群众诉求协调处理工作考核得分',
      '台账：full-600.xlsx，工作表“诉求台账”，600 件',
      '期间：台账全部诉求，计入 600 件',
      '日期：以 2021年10月20日 周三 为准',
      '规则：舒城县司法局群众诉求督办规则 1.0.0',
      '',
      '一、得分（满分 100，按责任股室）',
      '  股室',
      '      第 1　社区矫正大队           96.92　  58 件　优秀；1 项不适用；得分属“优秀”，但在办诉求已经销号（1 件），不列入通报表扬建议',
      '      第 2　法律援助中心           96.90　  58 件　优秀；1 项不适用；得分属“优秀”，但在办诉求已经销号（1 件），不列入通报表扬建议',
      '      第 3　法制监督股             96.05　  58 件　优秀；1 项不适用；得分属“优秀”，但有诉求超期未办结（1 件），不列入通报表扬建议',
      '      第 4　普法与依法治理股       92.21　  58 件　良好；1 项不适用',
      '      第 4　行政复议与应诉股       92.21　  58 件　良好；1 项不适用',
      '      第 6　办公室                 91.88　  58 件　良好；1 项不适用',
      '      第 7　县公证处               91.14　  58 件　良好；1 项不适用',
      '  司法所',
      '      第 1　城关司法所             96.90　  58 件　优秀；1 项不适用；得分属“优秀”，但在办诉求已经销号（1 件），不列入通报表扬建议',
      '      第 2　东关司法所             96.05　  58 件　优秀；1 项不适用；得分属“优秀”，但有诉求超期未办结（1 件），不列入通报表扬建议',
      '      第 2　南港司法所             96.05　  58 件　优秀；1 项不适用；得分属“优秀”，但有诉求超期未办结（1 件），不列入通报表扬建议',
      '',
    ]);
    assert.ok(lines.includes('  社区矫正大队（共 21 处，扣 3.08 分）'));
    assert.ok(lines.includes('  不参评（没有诉求）：政工股'));
    assert.match(said.out, /未明确责任单位：20 件，不计入任何一方（第 3 行、第 15 行、/);
  });

  it('says the same as JSON: every figure, every lost point with its row, rule, version and basis, and the seal', async () => {
    const file = path.join(SAMPLES, 'full-600.xlsx');
    const said = await appeals(['score', file, '--today', '2021-10-20', '--format', 'json']);
    const json = read(said.out);
    assert.deepEqual(
      json.scores.slice(0, 3).map((score) => [score.name, score.group, score.rank, score.total, score.band]),
      [
        ['社区矫正大队', '股室', 1, 96.92, '优秀'],
        ['法律援助中心', '股室', 2, 96.9, '优秀'],
        ['法制监督股', '股室', 3, 96.05, '优秀'],
      ],
    );
    assert.equal(json.rules.version, '1.0.0');
    assert.deepEqual([json.cases, json.unassigned.length, json.recused, json.without], [600, 20, 0, ['政工股']]);
    for (const score of json.scores) {
      const lost = score.lost.reduce((sum, point) => sum + Math.round(point.lost * 100), 0);
      assert.equal(Math.round(score.total * 100) + lost, 10_000, score.name);
      for (const point of score.lost) {
        assert.ok(point.file === 'full-600.xlsx' && point.row > 0 && point.rule && point.basis && point.version);
        assert.match(point.says, /。$/);
      }
    }
    assert.deepEqual(Object.keys(json.seal), ['content', 'pack', 'results', 'seal']);
    assert.equal(json.seal.pack, json.rules.sha256);
  });

  it('ends with 0 where nothing is at error level, and with 1 where something is', async () => {
    await writeLedger(at('好.xlsx'), FINE);
    await writeLedger(at('迟.xlsx'), LATE);
    assert.equal((await appeals(['score', at('好.xlsx')])).status, 0);
    assert.equal((await appeals(['score', at('迟.xlsx')])).status, 1);
    assert.equal((await appeals(['score', at('好.xlsx'), at('迟.xlsx')])).status, 1);
  });

  it('takes several ledgers, keeps the file of each case, and tells numbers that two of them have', async () => {
    await writeLedger(at('甲所.xlsx'), ...five(1, { 责任股室: '城关司法所' }));
    await writeLedger(at('乙所.xlsx'), ...five(3, { 责任股室: '东关司法所', 办理时限: '2021-10-08' }));
    const said = await appeals(['score', at('甲所.xlsx'), at('乙所.xlsx'), '--format', 'json']);
    const json = read(said.out);
    assert.deepEqual(
      json.ledgers.map(({ file, rows }) => [file, rows]),
      [
        ['甲所.xlsx', 5],
        ['乙所.xlsx', 5],
      ],
    );
    const scored = json.scores.filter(({ standing }) => standing === 'ranked');
    assert.deepEqual(
      scored.map(({ name, rank }) => [name, rank]),
      [
        ['城关司法所', 1],
        ['东关司法所', 2],
      ],
    );
    assert.ok(scored[1]?.lost.every(({ file }) => file === '乙所.xlsx'));
    assert.deepEqual(
      json.conflicts.map(({ caseNo }) => caseNo),
      ['C-3', 'C-4', 'C-5'],
    );
    const text = (await appeals(['score', at('甲所.xlsx'), at('乙所.xlsx')])).out;
    assert.match(
      text,
      /几份台账编号相同：C-3（甲所.xlsx 第 5 行、乙所.xlsx 第 3 行，所记不同：办理时限），各按所在台账计入/,
    );
  });

  it('leaves out a ledger that can’t be read, says which on one line, and scores the rest', async () => {
    await writeLedger(at('好.xlsx'), ...five(1, {}));
    writeFileSync(at('坏.xlsx'), 'not a workbook');
    const said = await appeals(['score', at('坏.xlsx'), at('好.xlsx'), at('没有.xlsx'), '--format', 'json']);
    assert.equal(said.status, 2);
    assert.equal(said.err.length, 2);
    assert.match(said.err[0] ?? '', /^“坏.xlsx”没有读入（“坏.xlsx”不是 Excel 工作簿.*），其余台账照常处理。$/);
    const json = read(said.out);
    assert.deepEqual(
      json.failed.map(({ file, codes }) => [file, codes]),
      [
        ['坏.xlsx', ['file-is-not-xlsx']],
        ['没有.xlsx', ['file-not-found-nearest']],
      ],
    );
    assert.deepEqual(
      json.ledgers.map(({ file }) => file),
      ['好.xlsx'],
    );
    const none = await appeals(['score', at('坏.xlsx'), at('没有.xlsx')]);
    assert.deepEqual([none.status, none.err.length, none.out], [2, 1, '']);
  });

  it('counts a file once, under whatever name it is given', async () => {
    await writeLedger(at('甲.xlsx'), ...five(1, {}));
    linkSync(at('甲.xlsx'), at('乙.xlsx'));
    const said = await appeals(['score', at('甲.xlsx'), at('乙.xlsx'), '--format', 'json']);
    assert.equal(read(said.out).cases, 5);
    assert.match(said.err[0] ?? '', /乙.xlsx”写了两次，只计一次/);
  });

  it('writes a workbook of its own: ranking, every lost point, a form for each unit, who is left out, the seal', async () => {
    const out = at('考核.xlsx');
    const said = await appeals(['score', path.join(SAMPLES, 'messy.xlsx'), '--today', '2021-10-20', '--out', out]);
    assert.equal(said.status, 1);
    assert.match(said.out, /已写入“.*考核.xlsx”：考核得分、扣分明细、申诉单、不参评与样本不足、封存信息；台账未改动。/);
    const book = await readBook(out);
    assert.deepEqual(
      book.worksheets.map(({ name }) => name),
      ['考核得分', '扣分明细', '申诉单', '不参评与样本不足', '封存信息'],
    );
    const [scores, lost, forms, apart, seal] = book.worksheets.map(textsOf);
    assert.deepEqual(scores?.[2]?.slice(0, 5), ['名次', '责任股室', '件数', '得分', '三个明确']);
    assert.deepEqual(scores?.[4]?.slice(0, 5), ['1', '普法与依法治理股', '6', '94.1', '21.54/23.08']);
    const head = [
      '责任股室',
      '指标',
      '规则',
      '问题',
      '依据',
      '台账',
      '行',
      '编号',
      '单元格',
      '现值',
      '扣分',
      '能否挽回',
      '怎样挽回',
    ];
    assert.deepEqual(lost?.[2], head);
    const vague = lost?.find((cells) => cells[2] === '办理时限笼统');
    assert.deepEqual(vague?.slice(5, 12), ['messy', '63', '诉〔2021〕055号', 'M63', '尽快', '1.54', '能']);
    assert.equal(forms?.filter(([first]) => first === '群众诉求办理考核申诉单').length, 10);
    assert.ok(apart?.some(([first]) => first === '政工股'));
    const json = read(
      (await appeals(['score', path.join(SAMPLES, 'messy.xlsx'), '--today', '2021-10-20', '--format', 'json'])).out,
    );
    assert.ok(seal?.some(([name, value]) => name === '封存码' && value === json.seal.seal));
  });

  it('seals what it says: the same rows in another order verify, any change is seen', async () => {
    const rows = [...five(1, { 责任股室: '政工股' }), ...five(6, { 责任股室: '政工股', 办理时限: '2021-10-08' })];
    const seals = async (...args: string[]) => read((await appeals(['score', ...args, '--format', 'json'])).out).seal;
    await writeLedger(at('甲.xlsx'), ...rows);
    const sealed = await seals(at('甲.xlsx'));
    await writeLedger(at('乙.xlsx'), ...[...rows].reverse());
    assert.deepEqual(
      await seals(at('乙.xlsx')),
      sealed,
      'neither the order of rows nor the name of the file is sealed',
    );
    await appeals(['score', at('甲.xlsx'), '--out', at('考核.xlsx')]);
    const printed = textsOf((await readBook(at('考核.xlsx'))).getWorksheet('封存信息'));
    assert.ok(printed.some(([name, value]) => name === '封存码' && value === sealed['seal']));

    const [first = [], ...others] = rows;
    await writeLedger(
      at('丙.xlsx'),
      first.map((cell) => (cell.includes('第一户') ? '第一户已走访两次' : cell)),
      ...others,
    );
    const edited = await seals(at('丙.xlsx'));
    assert.notEqual(edited['content'], sealed['content'], 'one word of one cell');
    assert.notEqual(edited['seal'], sealed['seal']);
    const rules = rulesWith('scoring.json', '"rule": "overdue", "deduct": 100', '"rule": "overdue", "deduct": 90');
    const otherwise = await seals(at('甲.xlsx'), '--rules', rules);
    assert.equal(otherwise['content'], sealed['content']);
    for (const part of ['pack', 'results', 'seal']) assert.notEqual(otherwise[part], sealed[part], part);
    const book = await readBook(at('甲.xlsx'));
    book.addWorksheet('人工调整').addRows([
      ['机构', '指标', '调整分', '理由', '调整人', '日期'],
      ['政工股', '', 1, '实地督查', '测试督查', '2021-10-08'],
    ]);
    await book.xlsx.writeFile(at('丁.xlsx'));
    assert.notEqual((await seals(at('丁.xlsx')))['results'], sealed['results'], 'an adjustment');
  });

  it('overwrites nothing without --force and never a ledger, and writes nothing where it fails', async () => {
    await writeLedger(at('甲.xlsx'), FINE);
    copyFileSync(at('甲.xlsx'), at('旧.xlsx'));
    const before = readFileSync(at('旧.xlsx'));
    const refused = await appeals(['score', at('甲.xlsx'), '--out', at('旧.xlsx')]);
    assert.equal(refused.status, 2);
    assert.deepEqual(readFileSync(at('旧.xlsx')), before);
    assert.equal((await appeals(['score', at('甲.xlsx'), '--out', at('旧.xlsx'), '--force'])).status, 0);
    assert.notDeepEqual(readFileSync(at('旧.xlsx')), before);
    await writeLedger(at('乙.xlsx'), FINE);
    for (const ledger of ['甲.xlsx', '乙.xlsx']) {
      const own = await appeals(['score', at('甲.xlsx'), at('乙.xlsx'), '--out', at(ledger), '--force']);
      assert.deepEqual([own.status, own.err.length], [2, 1]);
      assert.match(own.err[0] ?? '', /就是要检查的台账/);
    }
    assert.equal((await appeals(['score', at('没有.xlsx'), '--out', at('新.xlsx')])).status, 2);
    assert.ok(!existsSync(at('新.xlsx')));
  });

  it('shows what people added apart from what was computed, and what of it does not count', async () => {
    await writeLedger(at('甲.xlsx'), ...five(1, { 责任股室: '政工股' }));
    const book = await readBook(at('甲.xlsx'));
    book.addWorksheet('人工调整').addRows([
      ['机构', '指标', '调整分', '理由', '调整人', '日期'],
      ['政工股', '三个明确', -1.5, '实地督查发现漏登', '测试督查', '2021-10-08'],
      ['政工股', '三个明确', 3, '', '测试督查', '2021-10-08'],
      ['没有股', '', 1, '理由', '测试督查', '2021-10-08'],
    ]);
    await book.xlsx.writeFile(at('甲.xlsx'));
    const json = read((await appeals(['score', at('甲.xlsx'), '--format', 'json'])).out);
    const [score] = json.scores.filter(({ name }) => name === '政工股');
    assert.ok(score);
    assert.equal(Math.round((score.total - score.adjusted) * 100), 150);
    assert.deepEqual(score.adjustments, [
      {
        indicator: 'clarity',
        points: -1.5,
        reason: '实地督查发现漏登',
        by: '测试督查',
        on: '2021-10-08',
        sheet: '人工调整',
        cell: 'C2',
      },
    ]);
    assert.deepEqual(
      json.adjustmentProblems.map(({ code }) => code),
      ['companion-cell-blank', 'adjustment-subject-unknown'],
    );
    const text = (await appeals(['score', at('甲.xlsx')])).out;
    assert.match(text, /人工调整 -1.50，调整后 .*；按调整后得分第 1/);
    assert.match(text, /人工调整另列，不改变名次/);
    assert.match(text, /人工调整未采用：“人工调整”C4：没有计分的“没有股”/);
  });

  it('goes by sponsor, by case leader and by period', async () => {
    const file = path.join(SAMPLES, 'full-600.xlsx');
    const score = async (...more: string[]) =>
      read((await appeals(['score', file, '--today', '2021-10-20', '--format', 'json', ...more])).out);
    const sponsors = await score('--by', 'sponsor');
    assert.ok(sponsors.scores.every(({ rank }) => rank !== null));
    const leaders = await score('--by', 'caseLeader');
    assert.ok(leaders.scores.length > 0 && leaders.scores.every(({ rank, band }) => rank === null && band === null));
    const month = await score('--period', '2021-09');
    assert.deepEqual(month.period, { kind: 'month', year: 2021, month: 9, from: '2021-09-01', to: '2021-09-30' });
    assert.ok(month.cases <= 600);
    const text = (await appeals(['score', file, '--today', '2021-10-20', '--period', 'campaign'])).out;
    assert.match(text, /期间：专项行动期间（2021年8月28日至2021年11月8日）/);
    assert.match(text, /期末是 2021年11月8日；要看期末的得分，请写 --today/);
  });

  it('is refused in one line for bad arguments, and line by line for bad rules', async () => {
    const lines: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /没有可以计分的台账/],
      [['a.xlsx', '--by', 'units'], /--by 没有“units”，最接近的是 unit。/],
      [['a.xlsx', '--period', '9月'], /--period 的“9月”不是一个期间/],
      [['a.xlsx', '--out', 'a.xls'], /请以 .xlsx 结尾/],
      [['a.xlsx', '--all-outcomes'], /没有“--all-outcomes”这个选项/],
    ];
    for (const [args, expected] of lines) {
      const said = await appeals(['score', ...args]);
      assert.deepEqual([said.status, said.err.length, said.out], [2, 1, ''], args.join(' '));
      assert.match(said.err[0] ?? '', expected);
    }
    await writeLedger(at('甲.xlsx'), FINE);
    const said = await appeals([
      'score',
      at('甲.xlsx'),
      '--rules',
      rulesWith('scoring.json', '"weight": 15', '"weight": 20'),
    ]);
    assert.equal(said.status, 2);
    assert.match(said.err[0] ?? '', /^scoring\.json:7:17 各项指标的权重合计 105/);
  });

  it('says plainly that rules without a scheme can’t score', async () => {
    await writeLedger(at('甲.xlsx'), FINE);
    const older = rulesWith('pack.json', '"scoring.json",', '');
    rmSync(path.join(older, 'scoring.json'));
    const said = await appeals(['score', at('甲.xlsx'), '--rules', older]);
    assert.deepEqual([said.status, said.err.length], [2, 1]);
    assert.match(
      said.err[0] ?? '',
      /^“舒城县司法局群众诉求督办规则”1\.0\.0 版没有写考核办法：.*所以不能计分；检查和其他报表不受影响。请联系维护规则的人员/,
    );
    assert.equal((await appeals(['check', at('甲.xlsx'), '--rules', older])).status, 0);
  });
});
