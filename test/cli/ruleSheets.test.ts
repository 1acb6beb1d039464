import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { FINE, LATE, RULES, appeals, useFolder, writeLedger } from './support';

const at = useFolder();

/** Every file of a rule folder but the schemas, by its path. */
function filesOf(folder: string): ReadonlyMap<string, string> {
  const paths = (readdirSync(folder, { recursive: true }) as string[]).filter(
    (name) => name.endsWith('.json') && !name.startsWith('schema'),
  );
  return new Map(paths.sort().map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

async function sheetOfRules(): Promise<ExcelJS.Workbook> {
  const { status, out } = await appeals(['rules', 'to-sheet', RULES, at('表.xlsx')]);
  assert.equal(status, 0);
  assert.match(out, /规则表已写入/);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(at('表.xlsx'));
  return book;
}

/** The row of a sheet whose first cells say this. */
function rowOf(book: ExcelJS.Workbook, sheet: string, ...first: readonly string[]): ExcelJS.Row {
  let found: ExcelJS.Row | undefined;
  book.getWorksheet(sheet)?.eachRow((row) => {
    if (found === undefined && first.every((text, i) => row.getCell(i + 1).text === text)) found = row;
  });
  assert.ok(found, `${sheet}: ${first.join()}`);
  return found;
}

async function put(book: ExcelJS.Workbook): Promise<Awaited<ReturnType<typeof appeals>>> {
  await book.xlsx.writeFile(at('表.xlsx'));
  return appeals(['rules', 'from-sheet', at('表.xlsx'), at('新规则')]);
}

describe('appeals rules to-sheet and from-sheet', () => {
  it('give back every file letter by letter where nothing was changed', async () => {
    const book = await sheetOfRules();
    assert.deepEqual(
      book.worksheets.map(({ name }) => name),
      ['说明', '规则', '规则参数', '词表', '考核', '规则文件'],
    );
    const { status, out, err } = await put(book);
    assert.deepEqual([status, err], [0, []]);
    assert.match(out, /与写出规则表时相同/);
    assert.deepEqual(filesOf(at('新规则')), filesOf(RULES));
  });

  it('take over what was changed: words, parameters, severity, weights, lexicons', async () => {
    const book = await sheetOfRules();
    rowOf(book, '规则', 'due-soon').getCell(3).value = '提示';
    rowOf(book, '规则', 'due-soon').getCell(5).value = '请今天核对进展。';
    rowOf(book, '规则参数', 'due-soon').getCell(4).value = 5;
    rowOf(book, '词表', 'vague-units').getCell(3).value = '有关各方';
    book.getWorksheet('词表')?.addRow(['vague-units', '', '另行明确']);
    rowOf(book, '考核', 'timeliness', '告知与按期', '', 'overdue').getCell(6).value = 90;
    const { status, out, err } = await put(book);
    assert.deepEqual([status, err], [0, []]);
    assert.match(out, /按规则表改了 5 处/);
    const before = filesOf(RULES);
    const after = filesOf(at('新规则'));
    const changed = [...after].filter(([name, text]) => text !== before.get(name)).map(([name]) => name);
    assert.deepEqual(changed, ['deadlines.json', 'lexicon/vague-units.json', 'scoring.json']);
    const diff = (await appeals(['rules', 'diff', RULES, at('新规则')])).out;
    for (const said of [/参数 days：3 → 5/, /增加 .*另行明确/, /90/, /请今天核对进展/]) assert.match(diff, said);
  });

  it('write nothing where a cell is wrong, and say which', async () => {
    const book = await sheetOfRules();
    rowOf(book, '规则参数', 'due-soon').getCell(4).value = '三四天';
    rowOf(book, '规则', 'due-soon').getCell(3).value = '很严重';
    const { status, out, err } = await put(book);
    assert.deepEqual([status, out, err.length], [2, '', 1]);
    assert.match(err[0] ?? '', /^“规则”C\d+：“严重程度”没有“很严重”。最接近的是“严重”.*另有 1 处/);
    rowOf(book, '规则', 'due-soon').getCell(3).value = '一般';
    assert.match((await put(book)).err[0] ?? '', /^“规则参数”D\d+：“值”的“三四天”读不出/);
    assert.equal(existsSync(at('新规则')), false);
  });

  it('refuse a pack that could not be used, at its file and line, and a workbook that is none of rules', async () => {
    const book = await sheetOfRules();
    rowOf(book, '考核', 'clarity').getCell(3).value = 20;
    const { status, err } = await put(book);
    assert.deepEqual([status, existsSync(at('新规则'))], [2, false]);
    assert.match(err[0] ?? '', /^scoring\.json:\d+:\d+ 各项指标的权重合计 105/);
    await writeLedger(at('台账.xlsx'), FINE);
    const none = await appeals(['rules', 'from-sheet', at('台账.xlsx'), at('新规则')]);
    assert.equal(none.status, 2);
    assert.match(none.err[0] ?? '', /没有工作表“规则文件”/);
  });

  it('replace nothing that is there', async () => {
    await sheetOfRules();
    assert.equal((await appeals(['rules', 'to-sheet', RULES, at('表.xlsx')])).status, 2);
    assert.equal((await appeals(['rules', 'to-sheet', RULES, at('表.xlsx'), '--force'])).status, 0);
    cpSync(RULES, at('新规则'), { recursive: true });
    const over = await appeals(['rules', 'from-sheet', at('表.xlsx'), at('新规则')]);
    assert.equal(over.status, 2);
    assert.match(over.err[0] ?? '', /已经有内容，未写入任何文件/);
  });
});

describe('appeals rules try', () => {
  function stricter(): string {
    cpSync(RULES, at('严'), { recursive: true });
    const file = path.join(at('严'), 'deadlines.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"days": 3\b/, '"days": 40'));
    const pack = path.join(at('严'), 'pack.json');
    writeFileSync(pack, readFileSync(pack, 'utf8').replace('"version": "1.0.0"', '"version": "1.1.0"'));
    return at('严');
  }

  it('says on which rows another pack finds something else, and writes nothing', async () => {
    await writeLedger(at('台账.xlsx'), LATE, FINE);
    const before = readFileSync(at('台账.xlsx'));
    const { status, out, err } = await appeals(['rules', 'try', stricter(), at('台账.xlsx')]);
    assert.deepEqual([status, err], [0, []]);
    assert.match(out, /只比较，没有写入任何内容/);
    assert.match(out, /现用：舒城县司法局群众诉求督办规则 1\.0\.0[\s\S]*试用：舒城县司法局群众诉求督办规则 1\.1\.0/);
    assert.match(out, /即将到期（一般）：0 件 → 1 件；新增 1 件（第 4 行）/);
    assert.match(out, /二、应办结日\n  没有变化。/);
    assert.deepEqual(readFileSync(at('台账.xlsx')), before);
    const json = JSON.parse((await appeals(['rules', 'try', at('严'), at('台账.xlsx'), '--format', 'json'])).out) as {
      rules: { name: string; came: number[]; went: number[] }[];
      after: { version: string };
    };
    assert.deepEqual(
      json.rules.map(({ name, came, went }) => [name, came, went]),
      [['due-soon', [4], []]],
    );
    assert.equal(json.after.version, '1.1.0');
  });

  it('finds nothing between a pack and itself', async () => {
    await writeLedger(at('台账.xlsx'), LATE, FINE);
    const { out } = await appeals(['rules', 'try', RULES, at('台账.xlsx')]);
    assert.match(out, /各条规则的结果都相同。[\s\S]*没有变化。[\s\S]*没有变化。/);
  });

  it('shows scores that change, and refuses rules with mistakes by their folder', async () => {
    await writeLedger(at('台账.xlsx'), LATE, FINE);
    const folder = stricter();
    const file = path.join(folder, 'scoring.json');
    const was = readFileSync(file, 'utf8');
    writeFileSync(file, was.replace('"rule": "overdue", "deduct": 100', '"rule": "overdue", "deduct": 50'));
    const { out } = await appeals(['rules', 'try', folder, at('台账.xlsx')]);
    assert.match(out, /三、各单位得分\n  办公室：\d+\.\d\d → \d+\.\d\d/);
    writeFileSync(file, was.replace('"weight": 15', '"weight": 25'));
    const { status, err } = await appeals(['rules', 'try', folder, at('台账.xlsx')]);
    assert.equal(status, 2);
    assert.match(err[0] ?? '', /严\/scoring\.json:\d+:\d+ 各项指标的权重合计 110/);
  });

  it('needs a folder and a ledger', async () => {
    for (const args of [['try'], ['try', RULES], ['to-sheet', RULES], ['from-sheet', 'a.xlsx']]) {
      const { status, err } = await appeals(['rules', ...args]);
      assert.deepEqual([status, err.length], [2, 1]);
      assert.match(err[0] ?? '', /用法：appeals rules/);
    }
  });
});
