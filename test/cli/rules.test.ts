import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FINE, LATE, RULES, appeals, useFolder, writeLedger } from './support';
import { row } from '../app/ledgers';

const at = useFolder();

/** A copy of the default pack with one piece of one file replaced. */
function copy(name: string, ...edits: readonly (readonly [string, string | RegExp, string])[]): string {
  cpSync(RULES, at(name), { recursive: true });
  for (const [file, what, by] of edits) {
    const text = readFileSync(path.join(at(name), file), 'utf8');
    const edited = text.replace(what, by);
    assert.notEqual(edited, text, file);
    writeFileSync(path.join(at(name), file), edited);
  }
  return at(name);
}

/** Exit 2, nothing on standard output, one line on standard error. */
async function refused(...args: string[]): Promise<string> {
  const { status, out, err } = await appeals(args);
  assert.equal(status, 2, out);
  assert.equal(out, '');
  assert.equal(err.length, 1, err.join('\n'));
  return err[0] ?? '';
}

describe('appeals rules check', () => {
  it('finds nothing to say of the default pack', async () => {
    const { status, out, err } = await appeals(['rules', 'check']);
    assert.deepEqual([status, err], [0, []]);
    assert.match(out, /可以使用。56 条规则/);
    assert.match(out, /例子全部相符，没有提醒。/);
  });

  it('answers 1 where an example is judged otherwise, at its place', async () => {
    const { status, out } = await appeals([
      'rules',
      'check',
      copy('rules', ['deadlines.json', /"days": 3\b/, '"days": 5']),
    ]);
    assert.equal(status, 1);
    assert.match(
      out,
      /^deadlines\.json:\d+:11 规则“即将到期”的例子写在 clean（没有问题）下，实际结果是 flagged（有问题）。/m,
    );
  });

  it('answers 0 with warnings, as text and as data', async () => {
    const rules = copy('rules', ['lexicon/vague-units.json', '"相关",', '"相关",\n    "相关股室",']);
    const { status, out } = await appeals(['rules', 'check', rules]);
    assert.equal(status, 0);
    assert.match(out, /^lexicon\/vague-units\.json:7:5 “相关股室”不起作用/m);
    const { out: json } = await appeals(['rules', 'check', rules, '--format', 'json']);
    const { warnings, failures } = JSON.parse(json) as {
      warnings: { code: string; line: number; column: number }[];
      failures: [];
    };
    assert.deepEqual(failures, []);
    assert.deepEqual(
      warnings.map(({ code, line, column }) => [code, line, column]),
      [['lint-word-pointless', 7, 5]],
    );
  });

  it('answers 2 with one line for each mistake of all files', async () => {
    const rules = copy(
      'rules',
      ['deadlines.json', '"fact": "isOpen"', '"fact": "isOpn"'],
      ['closing.json', '"severity": "error"', '"severity": "eror"'],
    );
    const { status, out, err } = await appeals(['rules', 'check', rules]);
    assert.deepEqual([status, out, err.length], [2, '', 2]);
    for (const line of err) assert.match(line, /^(deadlines|closing)\.json:\d+:\d+ .*最接近的是/);
  });

  it('needs a folder that is there', async () => {
    assert.match(await refused('rules', 'check', at('none')), /找不到规则文件夹/);
    assert.match(await refused('rules', 'check', 'a', 'b'), /至多写一个规则文件夹/);
  });
});

describe('appeals rules explain', () => {
  it('tells why, and takes a rule by name or title', async () => {
    await writeLedger(at('a.xlsx'), LATE, FINE);
    const { status, out } = await appeals(['rules', 'explain', at('a.xlsx'), '3', 'overdue']);
    assert.equal(status, 0);
    assert.match(out, /【超期未办结】（overdue，严重）：有问题/);
    assert.equal((await appeals(['rules', 'explain', at('a.xlsx'), '3', '超期未办结'])).out, out);
    const { out: json } = await appeals(['rules', 'explain', at('a.xlsx'), '3', '--format', 'json']);
    const data = JSON.parse(json) as { outcomes: unknown[]; explained: { rule: string }[] };
    assert.equal(data.outcomes.length, 56);
    assert.ok(data.explained.some(({ rule }) => rule === 'overdue'));
  });

  it('refuses what is not there with the nearest', async () => {
    await writeLedger(at('a.xlsx'), LATE, FINE);
    assert.match(await refused('rules', 'explain', at('a.xlsx'), '9'), /第 9 行不是一件诉求；最近的一件在第 4 行/);
    assert.match(await refused('rules', 'explain', at('a.xlsx'), '3', 'overdu'), /最接近的是“overdue”/);
    assert.match(await refused('rules', 'explain', at('a.xlsx'), 'x'), /行号“x”不是正整数/);
    assert.match(await refused('rules', 'explain', at('a.xlsx')), /用法：appeals rules explain/);
    assert.match(await refused('rules', 'explain', at('b.xlsx'), '3'), /a\.xlsx/);
  });
});

describe('appeals rules diff', () => {
  it('tells in words what changed, and answers 0', async () => {
    const rules = copy(
      'rules',
      ['deadlines.json', /"days": 3\b/, '"days": 5'],
      ['lexicon/vague-units.json', '"待定",', '"待议",'],
    );
    const { status, out } = await appeals(['rules', 'diff', RULES, rules]);
    assert.equal(status, 0);
    assert.match(out, /共 2 处不同。/);
    assert.match(out, /“即将到期”（due-soon）\n {4}· 参数 days：3 → 5/);
    assert.match(out, /（vague-units）\n {4}· 增加 待议；去掉 待定/);
    const json = JSON.parse((await appeals(['rules', 'diff', RULES, rules, '--format', 'json'])).out) as {
      same: boolean;
      changes: { code: string }[];
    };
    assert.deepEqual([json.same, json.changes.map(({ code }) => code)], [false, ['rule-parameter', 'lexicon-words']]);
  });

  it('says so where nothing changed, and names the folder of a mistake', async () => {
    assert.match((await appeals(['rules', 'diff', RULES, RULES])).out, /没有差别/);
    const rules = copy('rules', ['deadlines.json', '"fact": "isOpen"', '"fact": "isOpn"']);
    assert.match(await refused('rules', 'diff', RULES, rules), /rules\/deadlines\.json:\d+:\d+ /);
    assert.match(await refused('rules', 'diff', RULES), /用法：appeals rules diff/);
  });
});

describe('appeals rules', () => {
  it('takes no other command, and says which are near', async () => {
    assert.match(await refused('rules'), /可用：check、explain、diff/);
    assert.match(await refused('rules', 'chek'), /最接近的是“check”/);
    assert.match(await refused('rules', 'check', '--strict'), /--/);
  });
});

describe('appeals check with packs of different dates', () => {
  const OLD = row(2, { 登记日期: '2021-09-01', 受理日期: '2021-09-02', 办理时限: '', 时限来源: '' });

  /** The default pack and one from May 2022 on, with its own number of days and only the new law. */
  function packs(): [string, string] {
    const old = copy('old');
    const fresh = copy(
      'new',
      ['pack.json', '"from": "2021-08-31"', '"from": "2022-05-01"'],
      ['pack.json', '"version": "1.0.0"', '"version": "2.0.0"'],
      ['deadlines.json', /"days": 3\b/, '"days": 30'],
      ['limits.json', /\{\s*"name": "信访条例"[\s\S]*?"articles": \{ "unlawfulActs": "第二十条" \}\s*\},/, ''],
    );
    return [old, fresh];
  }
  interface Json {
    readonly rules: {
      readonly version: string;
      readonly others: readonly { readonly version: string; readonly effective: { readonly from: string } }[];
    };
    readonly appeals: readonly { readonly due: { readonly on: string | null; readonly proof: readonly string[] } }[];
  }

  it('judges by the one in force on the day, laws by the start of each period', async () => {
    await writeLedger(at('a.xlsx'), FINE, OLD);
    const [old, fresh] = packs();
    const on = async (today: string, ...rules: string[]): Promise<Json> => {
      const { out, err } = await appeals([
        'check',
        at('a.xlsx'),
        '--today',
        today,
        '--format',
        'json',
        ...rules.flatMap((one) => ['--rules', one]),
      ]);
      assert.deepEqual(err, []);
      return JSON.parse(out) as Json;
    };
    const before = await on('2022-04-30', fresh, old);
    assert.equal(before.rules.version, '1.0.0');
    const after = await on('2022-05-01', fresh, old);
    assert.equal(after.rules.version, '2.0.0');
    assert.deepEqual(
      after.rules.others.map(({ version, effective }) => [version, effective.from]),
      [['1.0.0', '2021-08-31']],
    );
    // The case began under the old law, which the new pack does not hold.
    assert.equal((await on('2022-05-01', fresh)).appeals[1]?.due.on, null);
    assert.equal(after.appeals[1]?.due.on, '2021-11-01');
    assert.ok(after.appeals[1]?.due.proof.some((line) => line.includes('《信访条例》')));
  });

  it('says in the report which pack judges', async () => {
    await writeLedger(at('a.xlsx'), FINE);
    const [old, fresh] = packs();
    const { out } = await appeals(['check', at('a.xlsx'), '--today', '2022-05-01', '--rules', old, '--rules', fresh]);
    assert.match(out, /规则：舒城县司法局群众诉求督办规则 2\.0\.0/);
    assert.match(out, /另有 舒城县司法局群众诉求督办规则 1\.0\.0（2021年8月31日起施行，当天不以它判定/);
  });

  it('refuses a day on which none is in force, and mistakes with their folder', async () => {
    await writeLedger(at('a.xlsx'), FINE);
    const [old, fresh] = packs();
    assert.match(
      await refused('check', at('a.xlsx'), '--today', '2021-01-01', '--rules', old, '--rules', fresh),
      /没有施行中的规则包/,
    );
    const bad = copy('bad', ['deadlines.json', '"fact": "isOpen"', '"fact": "isOpn"']);
    assert.match(await refused('check', at('a.xlsx'), '--rules', old, '--rules', bad), /bad\/deadlines\.json:\d+:\d+ /);
  });
});
