import assert from 'node:assert/strict';
import { loadRulePack } from '../../../src/core/check/loadRulePack';
import { schemeOf } from '../../../src/core/scoring/scheme';
import { sayScheme } from '../../../src/text/zh-CN/scoringOutline';
import { pack, packFiles } from '../facts/ledger';

/** The default pack with a part of a file replaced. */
function load(file: string, find: string, put: string) {
  const files = packFiles();
  const text = files.get(file) ?? '';
  assert.ok(text.includes(find), find);
  return loadRulePack(files.set(file, text.replace(find, put)));
}

describe('the scheme of scoring', () => {
  const scheme = schemeOf(pack);

  it('has the weights of the design, each indicator and veto with its basis in the plan', () => {
    assert.ok(scheme);
    const weights = scheme.indicators
      .filter(({ insteadOf }) => insteadOf === null)
      .map(({ title, weight }) => [title, weight]);
    assert.deepEqual(weights, [
      ['三个明确', 15],
      ['告知与按期', 20],
      ['调度防空转', 15],
      ['实体到位', 20],
      ['社会督查', 20],
      ['资料报送', 5],
      ['整改', 5],
    ]);
    assert.deepEqual([scheme.caseCap, scheme.leastCases, scheme.groups], [10, 5, ['股室', '司法所']]);
    for (const { basis } of [...scheme.indicators, ...scheme.vetoes]) assert.match(basis, /^实施方案.+“.+”/);
  });

  it('scores neither satisfaction nor repeated petitions, neither 息诉罢访 nor what is a notice but the treatment due', () => {
    assert.ok(scheme);
    assert.deepEqual(scheme.shown, ['satisfaction', 'repeatOf']);
    const charged = scheme.indicators.flatMap(({ rules }) => rules.map(({ rule }) => rule));
    const notices = pack.rules.filter(({ severity, name }) => severity === 'notice' && charged.includes(name));
    assert.deepEqual(
      notices.map(({ name }) => name),
      ['beyond-policy-unexplained'],
    );
    assert.ok(!charged.includes('similar-case'));
  });

  it('is done without by a pack that has none', () => {
    const files = packFiles();
    files.delete('scoring.json');
    files.set('pack.json', (files.get('pack.json') ?? '').replace('"scoring.json",', ''));
    const loaded = loadRulePack(files);
    assert.ok(loaded.ok, JSON.stringify(loaded));
    assert.equal(schemeOf(loaded.value), null);
    assert.deepEqual(sayScheme(loaded.value), []);
  });

  it('is refused all at once, each mistake at its place, and by itself where the rules are sound', () => {
    const files = packFiles();
    const text = (files.get('scoring.json') ?? '')
      .replace('"deduct": 40', '"deduct": 400')
      .replace('"rule": "overdue"', '"rule": "overdu"')
      .replace('"from": 85', '"from": 99')
      .replace('"chargedTo": "办公室"', '"chargedTo": "办公厅"');
    const loaded = loadRulePack(files.set('scoring.json', text));
    assert.ok(!loaded.ok);
    const lineOf = (slip: string): number => text.slice(0, text.indexOf(slip)).split('\n').length;
    assert.deepEqual(
      loaded.problems.map(({ code, place }) => [code, place?.line]),
      [
        ['rules-percent-too-large', lineOf('"deduct": 400')],
        ['rules-rule-unknown', lineOf('"overdu"')],
        ['rules-unit-unknown', lineOf('"办公厅"')],
        ['rules-bands-order', lineOf('"from": 99')],
      ],
    );
  });

  it('adds no second mistake to a rule that could not be read', () => {
    const loaded = load('deadlines.json', '"severity": "error"', '"severity": "eror"');
    assert.ok(!loaded.ok);
    assert.deepEqual(
      loaded.problems.map(({ code }) => code),
      ['rules-value-not-a-choice'],
    );
  });

  it('needs an indicator to have rules or a measure, not both', () => {
    for (const put of [
      '"measure": { "field": "inspectionScore", "full": 100 }, "rules": [{ "rule": "phone-invalid", "deduct": 10 }]',
      '"rows": "all"',
    ]) {
      const loaded = load('scoring.json', '"measure": { "field": "inspectionScore", "full": 100 }', put);
      assert.ok(!loaded.ok);
      assert.deepEqual(
        loaded.problems.map(({ code }) => code),
        ['rules-rules-or-measure'],
      );
    }
  });

  it('reads aloud in order, every rule by its title, with nothing of its ids', () => {
    const outline = sayScheme(pack);
    assert.deepEqual(
      outline.filter(({ level }) => level === 1).map(({ text }) => text),
      ['舒城县司法局群众诉求协调处理工作考核办法', '计分办法', '考核指标', '等次和结果运用'],
    );
    const all = outline.map(({ text }) => text).join('\n');
    assert.match(all, /超期未办结：扣该件份额的 100%；整改后按“逾期办结”扣。/);
    assert.match(all, /对办公室，以本项替换“资料报送”/);
    assert.match(all, /优秀：95 分以上，建议通报表扬。/);
    assert.doesNotMatch(all, /[a-z]{3}/);
    assert.doesNotMatch(all, /。。|；。|，。/);
  });
});
