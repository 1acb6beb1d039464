import assert from 'node:assert/strict';
import { diffPacks } from '../../../../src/core/rules/diff/diffPacks';
import { schemeOf, SCORING_KIND, type Indicator } from '../../../../src/core/scoring/scheme';
import { sayChange } from '../../../../src/text/zh-CN/rules/changes';
import { pack } from '../../facts/ledger';

const scheme = schemeOf(pack);

/** The default pack with its indicators changed. */
function changed(change: (indicator: Indicator) => Indicator | null): typeof pack {
  assert.ok(scheme);
  const indicators = scheme.indicators.flatMap((one) => change(one) ?? []);
  return { ...pack, further: new Map([[SCORING_KIND, { ...scheme, indicators }]]) };
}

const said = (after: typeof pack): readonly string[] =>
  diffPacks(pack, after).map((one) => `${one.subject} ${sayChange(one, pack, after)}`);

describe('differences in the scheme of scoring', () => {
  it('are told by indicator: weight, deductions, rules that came or went', () => {
    assert.deepEqual(said(changed((one) => one)), []);
    const after = changed((one) => {
      if (one.id === 'clarity') return { ...one, weight: 20 };
      if (one.id === 'dispatch') return { ...one, rules: one.rules.slice(1).map((r) => ({ ...r, deduct: 70 })) };
      return one.id === 'rectification' ? null : one;
    });
    const lines = said(after);
    const others = (scheme?.indicators.find(({ id }) => id === 'dispatch')?.rules.length ?? 0) - 1;
    assert.equal(lines.length, 1 + 1 + others + 1, 'a weight, a rule that went, the others’ deductions, an indicator');
    assert.match(lines[0] ?? '', /三个明确.*权重：15 → 20/);
    assert.ok(lines.some((line) => /调度防空转.*去掉扣分的规则 plan-missing（原为 50%）/.test(line)));
    assert.ok(lines.some((line) => /整改.*去掉指标，原为 5 分/.test(line)));
  });

  it('tell of a scheme that went', () => {
    assert.deepEqual(
      diffPacks(pack, { ...pack, further: new Map() }).map(({ code }) => code),
      ['scoring-went'],
    );
  });
});
