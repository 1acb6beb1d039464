import assert from 'node:assert/strict';
import {
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { FINE, LATE, PipeClosed, RULES, appeals, useFolder, writeLedger } from './support';

const at = useFolder();

/** Exit 2, nothing on standard output, one line on standard error. */
async function refused(...args: string[]): Promise<string> {
  const { status, out, err } = await appeals(args);
  assert.equal(status, 2, out);
  assert.equal(out, '');
  assert.equal(err.length, 1, err.join('\n'));
  const [line = ''] = err;
  assert.doesNotMatch(line, /\n|\bat .*\.ts:|Error:/);
  return line;
}

describe('appeals check', () => {
  it('answers 1 where errors are found, and tells them', async () => {
    await writeLedger(at('a.xlsx'), LATE, FINE);
    const { status, out, err } = await appeals(['check', at('a.xlsx')]);
    assert.equal(status, 1);
    assert.deepEqual(err, []);
    for (const part of [
      '台账：a.xlsx',
      '以 2021年10月9日 周六 为准',
      '2 件诉求',
      '超期未办结',
      'C-1',
      '● 超期 1 天',
      '五、台账的列',
    ]) {
      assert.ok(out.includes(part), part);
    }
  });

  it('answers 0 where none are, and says that it has checked', async () => {
    await writeLedger(at('a.xlsx'), FINE);
    const { status, out } = await appeals(['check', at('a.xlsx')]);
    assert.equal(status, 0);
    assert.match(out, /检查过，没有发现问题（1 件，\d+ 条规则，其中 \d+ 条因缺列无法判定）/);
  });

  it('says which columns are ambiguous rather than that they are missing', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('台账');
    sheet.addRow(['序号', '诉求内容', '责任股室', '责任股室', '包案负责人', '办理时限', '办理状态']);
    sheet.addRow([1, '请求修路', '办公室', '政工股', '测试乙', '2021-10-31', '办理中']);
    await workbook.xlsx.writeFile(at('a.xlsx'));
    const { out } = await appeals(['check', at('a.xlsx')]);
    assert.ok(out.includes('列名有歧义：C 列“责任股室”、D 列“责任股室”都像“责任股室”，未采用；请改清列名'), out);
    const { ledger } = JSON.parse((await appeals(['check', at('a.xlsx'), '--format', 'json'])).out) as {
      ledger: { findings: { fields: string[]; message: string }[] };
    };
    const unit = ledger.findings.find(({ fields }) => fields.includes('unit'));
    assert.match(unit?.message ?? '', /^“责任股室”的列名有歧义，未采用，以下 4 条规则无法判定/);
  });

  it('says that an empty ledger has nothing to check', async () => {
    await writeLedger(at('a.xlsx'));
    const { status, out } = await appeals(['check', at('a.xlsx')]);
    assert.equal(status, 0);
    assert.match(out, /还没有诉求（0 件）/);
    assert.doesNotMatch(out, /没有发现问题/);
  });

  it('names no petitioner on the terminal', async () => {
    await writeLedger(
      at('a.xlsx'),
      LATE.map((cell) => (cell === '13800001111' ? '138000011112222' : cell)),
    );
    const { out } = await appeals(['check', at('a.xlsx')]);
    assert.doesNotMatch(out, /测试甲|138000011112222/);
  });

  it('looks from the day it is told', async () => {
    await writeLedger(at('a.xlsx'), LATE);
    const { status, out } = await appeals(['check', at('a.xlsx'), '--today', '2021-10-08']);
    assert.equal(status, 0);
    assert.match(out, /还有 0 天/);
  });

  it('prints JSON that parses, and nothing beside it', async () => {
    await writeLedger(at('a.xlsx'), LATE, FINE);
    const { status, out, err } = await appeals(['check', at('a.xlsx'), '--format', 'json', '--all-outcomes']);
    assert.equal(status, 1);
    assert.deepEqual(err, []);
    const parsed = JSON.parse(out) as { appeals: { row: number }[]; today: string };
    assert.deepEqual(
      parsed.appeals.map(({ row }) => row),
      [3, 4],
    );
    assert.equal(parsed.today, '2021-10-09');
  });

  it('takes a reader that goes away for no failure', async () => {
    await writeLedger(at('a.xlsx'), LATE);
    const gone = await appeals(['check', at('a.xlsx')], { print: () => Promise.reject(new PipeClosed()) });
    assert.deepEqual(gone, { status: 1, out: '', err: [] });
  });

  it('shows what it is doing', async () => {
    await writeLedger(at('a.xlsx'), LATE);
    const lines: string[] = [];
    await appeals(['check', at('a.xlsx'), '--out', at('b.xlsx')], { showProgress: (line) => void lines.push(line) });
    for (const word of ['正在读取', '正在检查', '正在写入'])
      assert.ok(
        lines.some((line) => line.includes(word)),
        word,
      );
  });
});

describe('appeals check --out', () => {
  it('writes an annotated copy and leaves the ledger as it was', async () => {
    await writeLedger(at('a.xlsx'), LATE, FINE);
    const before = readFileSync(at('a.xlsx'));
    const { status, out } = await appeals(['check', at('a.xlsx'), '--out', at('b.xlsx')]);
    assert.equal(status, 1);
    assert.match(out, /已另存为/);
    assert.ok(readFileSync(at('a.xlsx')).equals(before));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(at('b.xlsx'));
    assert.deepEqual(
      workbook.worksheets.map(({ name }) => name),
      ['台账', '说明', '人员名册', '督查汇总', '督查问题', '规则执行'],
    );
    assert.equal(workbook.getWorksheet('台账')?.getCell('T2').text, '督查·状态');
    assert.equal(workbook.getWorksheet('台账')?.getCell('T3').text, '超期');
    assert.deepEqual(readdirSync(path.dirname(at('a.xlsx'))).sort(), ['a.xlsx', 'b.xlsx']);
  });

  it('replaces its own results when run on its own output', async () => {
    await writeLedger(at('a.xlsx'), LATE, FINE);
    await appeals(['check', at('a.xlsx'), '--out', at('b.xlsx')]);
    const again = await appeals(['check', at('b.xlsx'), '--out', at('c.xlsx'), '--format', 'json']);
    const first = JSON.parse((await appeals(['check', at('a.xlsx'), '--format', 'json'])).out) as { summary: unknown };
    assert.deepEqual((JSON.parse(again.out) as { summary: unknown }).summary, first.summary);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(at('c.xlsx'));
    assert.equal(workbook.worksheets.length, 6);
    assert.equal(workbook.getWorksheet('台账')?.getCell('Z2').text, '');
    const once = new ExcelJS.Workbook();
    await once.xlsx.readFile(at('b.xlsx'));
    const values = (of: ExcelJS.Workbook): unknown =>
      of.worksheets.map((sheet) => [sheet.name, sheet.getSheetValues()]);
    assert.deepEqual(values(workbook), values(once), 'writing twice equals writing once');
  });

  it('tells in the JSON what was written', async () => {
    await writeLedger(at('a.xlsx'), LATE, FINE);
    const { out } = await appeals(['check', at('a.xlsx'), '--out', at('b.xlsx'), '--format', 'json']);
    const { written } = JSON.parse(out) as { written: { rowsWritten: number; columnsWritten: boolean } };
    assert.equal(written.rowsWritten, 2);
    assert.equal(written.columnsWritten, true);
  });

  it('never overwrites without --force', async () => {
    await writeLedger(at('a.xlsx'), LATE);
    writeFileSync(at('b.xlsx'), '原有内容');
    assert.match(await refused('check', at('a.xlsx'), '--out', at('b.xlsx')), /已经存在.*--force/);
    assert.equal(readFileSync(at('b.xlsx'), 'utf8'), '原有内容');
    const forced = await appeals(['check', at('a.xlsx'), '--out', at('b.xlsx'), '--force']);
    assert.equal(forced.status, 1);
    assert.equal(readFileSync(at('b.xlsx')).subarray(0, 2).toString(), 'PK');
  });

  it('never writes to the input, by whatever name', async () => {
    await writeLedger(at('a.xlsx'), LATE);
    const before = readFileSync(at('a.xlsx'));
    symlinkSync(at('a.xlsx'), at('soft.xlsx'));
    linkSync(at('a.xlsx'), at('hard.xlsx'));
    for (const out of [
      at('a.xlsx'),
      path.join(path.dirname(at('x')), '.', 'a.xlsx'),
      at('soft.xlsx'),
      at('hard.xlsx'),
    ]) {
      assert.match(await refused('check', at('a.xlsx'), '--out', out, '--force'), /就是要检查的台账/);
    }
    assert.match(await refused('check', at('soft.xlsx'), '--out', at('hard.xlsx'), '--force'), /就是要检查的台账/);
    assert.ok(readFileSync(at('a.xlsx')).equals(before));
  });

  it('is refused where it can’t be', async () => {
    await writeLedger(at('a.xlsx'), LATE);
    mkdirSync(at('folder.xlsx'));
    assert.match(await refused('check', at('a.xlsx'), '--out', at('folder.xlsx')), /是文件夹/);
    assert.match(await refused('check', at('a.xlsx'), '--out', at('none/b.xlsx')), /文件夹.*不存在/);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    await writeLedger(at('a.xlsx'), LATE);
    const signal = { aborted: false };
    const cancelled = await appeals(['check', at('a.xlsx'), '--out', at('b.xlsx')], {
      signal,
      showProgress: (line) => {
        if (line.includes('正在写入')) signal.aborted = true;
      },
    });
    assert.equal(cancelled.status, 2);
    assert.deepEqual(cancelled.err, ['已取消，未写入任何内容。']);
    assert.deepEqual(readdirSync(path.dirname(at('a.xlsx'))), ['a.xlsx']);
  });
});

describe('appeals check refuses in one line', () => {
  it('a file that is not there, with the nearest', async () => {
    await writeLedger(at('诉求台账.xlsx'), LATE);
    assert.match(await refused('check', at('诉求台帐.xlsx')), /最接近的是“诉求台账.xlsx”/);
    assert.match(await refused('check', at('nowhere/a.xlsx')), /找不到/);
  });

  it('a folder', async () => {
    assert.match(await refused('check', path.dirname(at('x'))), /是文件夹/);
  });

  it('what is no workbook: text, nothing, an old .xls, half a file', async () => {
    await writeLedger(at('a.xlsx'), LATE);
    writeFileSync(at('text.xlsx'), '序号,诉求内容\n1,测试\n');
    writeFileSync(at('empty.xlsx'), '');
    writeFileSync(at('half.xlsx'), readFileSync(at('a.xlsx')).subarray(0, 3000));
    assert.match(await refused('check', at('text.xlsx')), /text\.xlsx.*不是 Excel 工作簿/);
    assert.match(await refused('check', at('empty.xlsx')), /empty\.xlsx.*空文件/);
    assert.match(await refused('check', at('half.xlsx')), /half\.xlsx.*损坏/);
  });

  it('a sheet that is not there, and one without a header', async () => {
    await writeLedger(at('a.xlsx'), LATE);
    assert.match(await refused('check', at('a.xlsx'), '--sheet', '台帐'), /最接近的是“台账”/);
    assert.match(await refused('check', at('a.xlsx'), '--sheet', '说明'), /没有找到台账表头/);
  });

  it('arguments that make no sense', async () => {
    assert.match(await refused(), /appeals check/);
    assert.match(await refused('check', at('a.xlsx'), '--tday', '2021-10-09'), /最接近的是 --today/);
    assert.match(await refused('reconcile', at('a.xlsx')), /台账和名单两份文件/);
  });

  it('a rule folder that is not there', async () => {
    await writeLedger(at('a.xlsx'), LATE);
    assert.match(await refused('check', at('a.xlsx'), '--rules', at('none')), /找不到规则文件夹/);
  });
});

describe('appeals check with rules of one’s own', () => {
  it('uses them', async () => {
    await writeLedger(at('a.xlsx'), FINE);
    cpSync(RULES, at('rules'), { recursive: true });
    const file = at('rules/pack.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"shucheng-2021"', '"another-pack"'));
    const { out } = await appeals(['check', at('a.xlsx'), '--rules', at('rules'), '--format', 'json']);
    assert.equal((JSON.parse(out) as { rules: { pack: string } }).rules.pack, 'another-pack');
  });

  it('tells every mistake in a line of its own, each at file:line:column, and checks nothing', async () => {
    await writeLedger(at('a.xlsx'), LATE);
    cpSync(RULES, at('rules'), { recursive: true });
    const deadlines = at('rules/deadlines.json');
    writeFileSync(deadlines, readFileSync(deadlines, 'utf8').replace('"fact": "dueOn"', '"fact": "duOn"'));
    const closing = at('rules/closing.json');
    writeFileSync(closing, `${readFileSync(closing, 'utf8').trimEnd()},`);
    const { status, out, err } = await appeals(['check', at('a.xlsx'), '--rules', at('rules'), '--out', at('b.xlsx')]);
    assert.equal(status, 2);
    assert.equal(out, '');
    assert.ok(err.length >= 2);
    for (const line of err) assert.match(line, /^[a-z/]+\.json:\d+:\d+ .*[。）]$/);
    assert.ok(err.some((line) => line.startsWith('deadlines.json:') && line.includes('“duOn”')));
    assert.ok(err.some((line) => line.startsWith('closing.json:')));
    assert.ok(!readdirSync(path.dirname(at('a.xlsx'))).includes('b.xlsx'));
  });

  it('refuses a folder without pack.json', async () => {
    await writeLedger(at('a.xlsx'), LATE);
    mkdirSync(at('rules'));
    copyFileSync(path.join(RULES, 'closing.json'), at('rules/closing.json'));
    assert.match(await refused('check', at('a.xlsx'), '--rules', at('rules')), /^pack\.json:1:1 .*没有 pack\.json/);
  });
});

describe('appeals --help', () => {
  it('tells commands, options and exit statuses', async () => {
    const { status, out, err } = await appeals(['--help']);
    assert.equal(status, 0);
    assert.deepEqual(err, []);
    for (const option of ['check', '--sheet', '--today', '--rules', '--format', '--all-outcomes', '--out', '--force']) {
      assert.ok(out.includes(option), option);
    }
  });

  it('tells the version', async () => {
    assert.deepEqual(await appeals(['--version']), { status: 0, out: '0.0.0\n', err: [] });
  });
});
