import assert from 'node:assert/strict';
import { lintPack } from '../../../../src/core/rules/lint/lintPack';
import { CORE_LEXICONS } from '../../../../src/core/rules/lint/coreLexicons';
import { FACTS as DERIVED } from '../../../../src/core/facts/registry';
import { READING_LEXICONS } from '../../../../src/core/classify/reading';
import { CONDUCT_BASIS_LEXICONS } from '../../../../src/core/classify/conductBasis';
import { EXPLANATION_LEXICON } from '../../../../src/core/classify/facts';
import { REFUSALS } from '../../../../src/core/facts/consent';
import { PHONE_UNKNOWN } from '../../../../src/core/facts/quality';
import { VAGUE_UNITS } from '../../../../src/core/facts/roster';
import { TEXT_LEXICONS } from '../../../../src/core/facts/text/reply';
import { defaultPack } from '../../facts/ledger';
import { FACTS, FACT_VALUES, loaded, packFiles, ruleOf, withRules, type Json } from '../support/packFixture';

type Files = ReadonlyMap<string, string | Uint8Array>;

/** Warnings and failures as `file:line code`, with the lines' text so that a place can be read. */
function found(files: Files): readonly { code: string; at: string; params: Readonly<Record<string, unknown>> }[] {
  const pack = loaded(files);
  const types = new Map([...FACTS, ...pack.fields.map(({ id, type }) => [id, type] as const)]);
  const values = new Map([...FACT_VALUES, ['merit', ['withinPolicy', 'beyondPolicy']] as const]);
  const { failures, warnings } = lintPack(pack, files, { types, values });
  return [...failures, ...warnings]
    .filter(({ code }) => code !== 'lint-lexicon-unused' || loadedWith(files, 'lexicon/spare.json'))
    .map(({ code, params, place }) => {
      const text = String(files.get(place?.file ?? ''));
      const line = text.split('\n')[(place?.line ?? 0) - 1] ?? '';
      return { code, params, at: line.slice((place?.column ?? 1) - 1) };
    });
}
const loadedWith = (files: Files, name: string): boolean => files.has(name);

const open = { fact: 'isOpen', operator: 'equal', value: true };
const late = { fact: 'daysOverdue', operator: 'greaterThan', value: 3 };
/** Examples that reach both leaves of a rule that applies to open cases and looks at daysOverdue alone. */
const EXAMPLES = {
  flagged: [{ isOpen: true, daysOverdue: 4 }],
  clean: [{ isOpen: true, daysOverdue: 3 }],
  cannotJudge: [{ isOpen: true }],
  notApplicable: [{ isOpen: false }],
};
const plain = (change: Json = {}): Json =>
  ruleOf({ all: [late] }, { appliesWhen: { all: [open] }, examples: EXAMPLES, ...change });
const event = (field: string): Json => ({
  type: 'finding',
  params: { field, message: '已超期 {daysOverdue} 天', advice: '立即办结' },
});
const codesOf = (files: Files): string[] => found(files).map(({ code }) => code);

describe('lintPack', () => {
  it('has nothing to say of a rule whose examples reach everything', () => {
    assert.deepEqual(found(withRules(plain())), []);
  });

  it('tells of an example that is judged otherwise, where it stands', () => {
    const [first, ...more] = found(
      withRules(plain({ examples: { ...EXAMPLES, clean: [{ isOpen: true, daysOverdue: 9 }] } })),
    );
    assert.equal(first?.code, 'lint-example-fails');
    assert.deepEqual(first.params, { rule: '超期未办结', wanted: 'clean', actual: 'flagged' });
    assert.equal(first.at, '{');
    assert.deepEqual(
      more.map(({ code }) => code),
      ['lint-condition-never-false'],
    );
  });

  it('misses examples of what can not be judged', () => {
    const [warning] = found(withRules(plain({ examples: { ...EXAMPLES, cannotJudge: undefined } })));
    assert.equal(warning?.code, 'lint-no-cannot-judge');
    assert.match(warning.at, /^"examples"/);
  });

  it('finds conditions that can never be true, the outermost', () => {
    const either = {
      any: [
        late,
        {
          all: [
            { ...late, value: 9 },
            { fact: 'daysOverdue', operator: 'lessThan', value: 2 },
          ],
        },
      ],
    };
    const warning = found(withRules(plain({ conditions: either }))).find(
      ({ code }) => code === 'lint-condition-never-true',
    );
    assert.match(warning?.at ?? '', /^"all"/);
    const whole = plain({ conditions: { all: [late, { fact: 'daysOverdue', operator: 'lessThan', value: 2 }] } });
    assert.ok(codesOf(withRules(whole)).includes('lint-condition-never-true'));
  });

  it('finds a rule that contradicts its own appliesWhen', () => {
    const closed = { all: [{ ...open, value: false }] };
    assert.ok(codesOf(withRules(plain({ conditions: closed }))).includes('lint-rule-never-flags'));
  });

  it('finds conditions that no example reaches, or that all see one way', () => {
    const blank = { fact: 'closedOn', operator: 'isBlank' };
    const of = (examples: Json): string[] =>
      codesOf(withRules(plain({ conditions: { all: [late, blank] }, examples })));
    const both = { isOpen: true, daysOverdue: 4, closedOn: null };
    const clean = [{ isOpen: true, daysOverdue: 3, closedOn: null }];
    assert.deepEqual(of({ ...EXAMPLES, flagged: [both], clean }), ['lint-condition-never-false']);
    assert.deepEqual(of({ ...EXAMPLES, flagged: [both], clean: [...clean, { ...both, closedOn: '2021-10-08' }] }), []);
    const unreached = plain({ conditions: { any: [late, blank] }, examples: { ...EXAMPLES, clean: EXAMPLES.clean } });
    assert.ok(codesOf(withRules(unreached)).includes('lint-condition-unreached'));
  });

  it('finds facts in examples that nothing reads', () => {
    const [warning] = found(
      withRules(
        plain({ examples: { ...EXAMPLES, flagged: [{ isOpen: true, daysOverdue: 4, merit: 'withinPolicy' }] } }),
      ),
    );
    assert.equal(warning?.code, 'lint-example-fact-unread');
    assert.match(warning.at, /^"merit"/);
  });

  it('finds named conditions that no rule uses', () => {
    const file = { title: '时限', conditions: { spare: { all: [late] } }, rules: [plain()] };
    const [warning] = found(packFiles({ 'deadlines.json': file }));
    assert.equal(warning?.code, 'lint-named-condition-unused');
    assert.match(warning.at, /^"spare"/);
  });

  it('looks through named conditions', () => {
    const file = {
      title: '时限',
      conditions: { late: { all: [late] } },
      rules: [plain({ conditions: { condition: 'late' } })],
    };
    assert.deepEqual(found(packFiles({ 'deadlines.json': file })), []);
  });

  it('finds rules that say the same, or that one holds the other', () => {
    const twice = [plain(), plain({ name: 'again', title: '又一条' })];
    assert.deepEqual(codesOf(withRules(...twice)), ['lint-rules-same']);
    const later = plain({
      name: 'later',
      conditions: { all: [{ ...late, value: 9 }] },
      examples: {
        ...EXAMPLES,
        flagged: [{ isOpen: true, daysOverdue: 10 }],
        clean: [{ isOpen: true, daysOverdue: 9 }],
      },
    });
    assert.deepEqual(codesOf(withRules(plain(), later)), ['lint-rule-implied']);
    assert.deepEqual(codesOf(withRules(later, plain())), ['lint-rule-implies']);
    assert.deepEqual(codesOf(withRules(plain(), { ...later, event: event('unit') })), []);
    assert.deepEqual(
      codesOf(
        withRules({ ...plain(), effective: { to: '2021-12-31' } }, { ...later, effective: { from: '2022-01-01' } }),
      ),
      [],
    );
  });

  it('finds rules that no case can satisfy together', () => {
    const early = plain({
      name: 'early',
      title: '过早',
      conditions: { all: [{ fact: 'daysOverdue', operator: 'lessThanInclusive', value: 3 }] },
      event: event('unit'),
      examples: { ...EXAMPLES, flagged: EXAMPLES.clean, clean: EXAMPLES.flagged },
    });
    const [warning, ...more] = found(withRules(plain(), early));
    assert.equal(warning?.code, 'lint-rules-contradict');
    assert.match(warning.at, /^"early"/);
    assert.deepEqual(more, []);
  });

  it('finds words that make no difference', () => {
    const words = ['不同意', '同意', '同意', '批准'];
    const wordy = ruleOf(
      { all: [{ fact: 'result', operator: 'containsAny', value: words }] },
      {
        appliesWhen: undefined,
        event: event('result'),
        examples: { flagged: [{ result: '同意' }], clean: [{ result: '好' }], cannotJudge: [{ result: null }] },
      },
    );
    const warnings = found(withRules(wordy));
    assert.deepEqual(
      warnings.map(({ code, params, at }) => [code, params['word'], at.slice(0, 5)]),
      [
        ['lint-word-twice', '同意', '"同意",'.slice(0, 5)],
        ['lint-word-pointless', '不同意', '"不同意"'],
      ].map(([code, word, at]) => [code, word, at?.slice(0, 5)]),
    );
  });

  it('finds lexicons that nobody reads', () => {
    const spare = { name: 'spare', title: '无人使用', words: ['甲'] };
    const warnings = found(
      packFiles({ 'deadlines.json': { title: '时限', rules: [plain()] }, 'lexicon/spare.json': spare }),
    );
    assert.ok(warnings.some(({ code, at }) => code === 'lint-lexicon-unused' && at.startsWith('"spare"')));
  });

  it('finds words that an earlier suggestion takes first', () => {
    const suggestion = (name: string, words: readonly string[]): Json => ({
      name,
      axis: 'conduct',
      value: 'unlawful',
      strength: 'strong',
      fields: ['result'],
      words,
      basis: '条例第二十条',
    });
    const file = {
      title: '甄别',
      rules: [plain()],
      suggestions: [suggestion('first', ['堵门', '围堵']), suggestion('second', ['堵门'])],
    };
    const files = packFiles({ 'deadlines.json': { title: '时限', rules: [] }, 'classification.json': file });
    const shadowed = found(files).filter(({ code }) => code === 'lint-word-shadowed');
    assert.deepEqual(
      shadowed.map(({ params }) => params),
      [{ word: '堵门', other: 'first' }],
    );
  });
});

describe('the lexicons that the program reads by name', () => {
  it('are those of the code', () => {
    const read = [
      ...Object.values(TEXT_LEXICONS),
      ...Object.values(READING_LEXICONS),
      ...CONDUCT_BASIS_LEXICONS,
      REFUSALS,
      PHONE_UNKNOWN,
      EXPLANATION_LEXICON,
      VAGUE_UNITS,
      // Named where they are read, in core/ledger.
      'blank-marks',
      'vague-limits',
    ];
    assert.deepEqual(CORE_LEXICONS.map(({ name }) => name).sort(), [...new Set(read)].sort());
  });

  it('are all in the default pack, and their facts in the registry', () => {
    const pack = defaultPack();
    const facts = new Set(DERIVED.map(({ id }) => id));
    for (const { name, facts: rests } of CORE_LEXICONS) {
      assert.ok(pack.lexicons.has(name), name);
      for (const fact of rests) assert.ok(facts.has(fact), fact);
    }
  });
});
