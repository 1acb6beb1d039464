import assert from 'node:assert/strict';
import { explainCase } from '../../../src/app/explainCase';
import { explainJson } from '../../../src/app/explainJson';
import type { CaseExplanation } from '../../../src/core/check/caseExplanation';
import type { ExplainedCondition } from '../../../src/core/rules/explainTree';
import { Outcome } from '../../../src/core/rules/outcome';
import { mask } from '../../../src/text/zh-CN/mask';
import { sayExplanation } from '../../../src/text/zh-CN/rules/explain';
import { SPEECH } from '../../../src/text/zh-CN/speech';
import { check, ledger, row } from '../../app/ledgers';
import { MemoryWorkbook } from '../../app/memoryWorkbook';

const LATE = row(1, { 办理时限: '2021-10-08' });
const ODD = row(2, { 办理时限: '10月32日', 联系电话: '12345' });
const FINE = row(3, { 办理状态: '已办结', 办结日期: '2021-10-08', 办理结果: '经查属实，已退还费用。' });

async function explain(line: number, rule: string | null): Promise<CaseExplanation> {
  const result = explainCase(await check(new MemoryWorkbook({ 台账: ledger(LATE, ODD, FINE) })), line, rule);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}
const text = (explained: CaseExplanation): string => [...sayExplanation(explained)].join('\n');

function leaves(condition: ExplainedCondition): readonly Extract<ExplainedCondition, { kind: 'leaf' }>[] {
  if (condition.kind === 'leaf') return [condition];
  return (condition.kind === 'not' ? [condition.of] : condition.of).flatMap(leaves);
}

describe('explain', () => {
  it('shows each condition with the value seen, its cell and how it came out', async () => {
    const explained = await explain(3, 'overdue');
    const [one] = explained.explained;
    assert.ok(one);
    assert.equal(one.outcome, Outcome.flagged);
    const [leaf] = leaves(one.tree.conditions);
    assert.equal(leaf?.truth, 'true');
    assert.equal(leaf.decides, true);
    assert.equal(leaf.left.label, '应办结日');
    assert.ok(leaf.left.restsOn.some(({ cell, seen }) => cell === 'L3' && seen === '2021-10-08'));
    assert.ok(leaf.left.proof.some((step) => step.step === 'result'));
    assert.equal(leaf.right?.fact, 'today');
  });

  it('says the same in a picture and in one sentence', async () => {
    const said = text(await explain(3, '超期未办结'));
    for (const part of [
      '第 3 行（C-1）',
      '【超期未办结】（overdue，严重）：有问题',
      '因为“是否在办”为“是”，而且“应办结日”（2021年10月8日）早于“检查基准日”（2021年10月9日），所以“超期未办结”列为问题。',
      '└─ 真　 ▶ “应办结日”早于“检查基准日”',
      'L3 办理时限“2021-10-08”',
      '· 应于 2021年10月8日 前（含当日）办结',
      '问题：已超期 1 天（应于 2021年10月8日 办结），仍未办结。',
    ])
      assert.ok(said.includes(part), `${part}\n${said}`);
  });

  it('says what is wanting where a rule can not judge', async () => {
    const said = text(await explain(4, 'overdue'));
    assert.match(said, /无法判定/);
    assert.match(said, /L4 “办理时限”所填“10月32日”没有这一天/);
    assert.match(said, /└─ 未知 ▶ “应办结日”早于“检查基准日”/);
    assert.match(said, /不等于没有问题。/);
  });

  it('says which condition keeps a rule from applying', async () => {
    const [one] = (await explain(5, 'overdue')).explained;
    assert.equal(one?.outcome, Outcome.notApplicable);
    assert.match(text(await explain(5, 'overdue')), /因为“是否在办”为“否”，所以“超期未办结”不适用于这一件。/);
  });

  it('lists all outcomes briefly and then those that matter in full', async () => {
    const explained = await explain(3, null);
    assert.equal(explained.outcomes.length, explained.checked.pack.rules.length);
    assert.ok(
      explained.explained.every(({ outcome }) => outcome === Outcome.flagged || outcome === Outcome.cannotJudge),
    );
    assert.ok(explained.explained.every(({ wantsColumn }) => !wantsColumn));
    const said = text(explained);
    assert.match(said, /有问题 \d+ 条：.*超期未办结/);
    assert.match(said, /台账缺列，无法判定 \d+ 条/);
  });

  it('marks as deciding only what came out like the whole', async () => {
    const [one] = (await explain(3, 'due-soon')).explained;
    assert.ok(one);
    const [fromZero, upTo] = leaves(one.tree.conditions);
    assert.deepEqual([fromZero?.truth, fromZero?.decides, upTo?.truth, upTo?.decides], ['false', true, 'true', false]);
  });

  it('masks what is personal, in words and in data', async () => {
    const explained = await explain(4, 'phone-invalid');
    const data = JSON.stringify(explainJson(explained, SPEECH, mask));
    for (const said of [text(explained), data]) assert.ok(!said.includes('12345'), said);
  });

  it('gives the tree as data, days as text and parameters by name', async () => {
    const json = JSON.parse(JSON.stringify(explainJson(await explain(3, 'due-soon'), SPEECH, mask))) as {
      row: number;
      explained: {
        rule: string;
        outcome: string;
        conditions: { kind: string; of: { right: unknown; truth: string }[] };
      }[];
    };
    assert.equal(json.row, 3);
    const [one] = json.explained;
    assert.deepEqual([one?.rule, one?.outcome, one?.conditions.kind], ['due-soon', 'clean', 'all']);
    assert.deepEqual(one?.conditions.of[1]?.right, { value: 3, parameter: 'days' });
    const overdue = JSON.stringify(explainJson(await explain(3, 'overdue'), SPEECH, mask));
    assert.match(overdue, /"value":"2021-10-08"/);
  });
});

describe('explainCase', () => {
  it('refuses a row that is no case and a rule that is not there, with the nearest', async () => {
    const result = await check(new MemoryWorkbook({ 台账: ledger(LATE) }));
    const far = explainCase(result, 90, null);
    assert.ok(!far.ok);
    assert.deepEqual([far.problems[0]?.code, far.problems[0]?.params['nearest']], ['explain-row-unknown', '3']);
    const slip = explainCase(result, 3, 'overdu');
    assert.ok(!slip.ok);
    assert.deepEqual(
      [slip.problems[0]?.code, slip.problems[0]?.params['nearest']],
      ['explain-rule-unknown', 'overdue'],
    );
  });
});
