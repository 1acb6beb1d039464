import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { civilDay } from '../../../src/core/dates/civil';
import { codes, load, loaded, packFiles, refused, rule, ruleOf, withRules, type Json } from './support/packFixture';
import { MOST_LOADS, packLoads } from './support/packLoads';

const leaf = (change: Json = {}): Json => ({ fact: 'dueOn', operator: 'before', value: { fact: 'today' }, ...change });
const all = (...of: unknown[]): Json => ({ all: of });

/** A pack with one rule of the given condition must be refused for this one reason. */
function refuses(condition: unknown, code: string, params: Json = {}, change: Json = {}): void {
  const problems = refused(withRules(ruleOf(condition, change)));
  assert.deepEqual(codes(problems), [code]);
  for (const [key, value] of Object.entries(params)) assert.deepEqual(problems[0]?.params[key], value, key);
}

describe('loadPack', () => {
  it('loads a pack into the intermediate form, dates as civil days', () => {
    const condition = all(
      { fact: 'closedOn', operator: 'onOrAfter', value: '2021-10-08' },
      { not: { any: [leaf(), { fact: 'result', operator: 'containsAny', value: { lexicon: 'refusals' } }] } },
    );
    const pack = loaded(withRules(ruleOf(condition)));
    assert.deepEqual(pack.rules[0]?.conditions, {
      kind: 'all',
      of: [
        {
          kind: 'leaf',
          fact: 'closedOn',
          operator: 'onOrAfter',
          operand: { kind: 'literal', value: civilDay(2021, 10, 8) },
        },
        {
          kind: 'not',
          of: {
            kind: 'any',
            of: [
              { kind: 'leaf', fact: 'dueOn', operator: 'before', operand: { kind: 'fact', fact: 'today' } },
              {
                kind: 'leaf',
                fact: 'result',
                operator: 'containsAny',
                operand: { kind: 'words', words: ['不予支持', '无法支持'], lexicon: 'refusals' },
              },
            ],
          },
        },
      ],
    });
    assert.deepEqual(pack.rules[0]?.message, ['已超期 ', { fact: 'daysOverdue' }, ' 天']);
    assert.equal(pack.rules[0]?.mendable, true);
    assert.equal(pack.campaign.lastDay, civilDay(2021, 11, 8));
    assert.equal(pack.calendar.off.get(civilDay(2021, 10, 1)), '国庆节');
    assert.ok(pack.calendar.years.has(2021) && !pack.calendar.years.has(2022));
    assert.deepEqual(pack.fields.find(({ id }) => id === 'result')?.synonyms, ['办理结果', '答复意见']);
    assert.equal(pack.laws[0]?.periods.get('handling')?.days, 60);
  });

  it('hashes the bytes of every file, pack.json first and then in its order', () => {
    const files = packFiles();
    const hash = createHash('sha256');
    const pack = JSON.parse(String(files.get('pack.json'))) as { files: string[] };
    for (const name of ['pack.json', ...pack.files]) hash.update(files.get(name) ?? '');
    assert.equal(loaded(files).sha256, hash.digest('hex'));
    const asBytes = new Map([...files].map(([name, text]) => [name, Buffer.from(text)]));
    assert.equal(loaded(asBytes).sha256, loaded(files).sha256);
  });

  it('takes a byte order mark, and refuses bytes that are not UTF-8', () => {
    const text = `\ufeff${JSON.stringify({ title: '时限', rules: [rule()] })}`;
    assert.equal(loaded(packFiles({ 'deadlines.json': Buffer.from(text) })).rules.length, 1);
    const gbk = Uint8Array.from([0x7b, 0x22, 0xd0, 0xc5, 0x22, 0x7d]);
    assert.deepEqual(codes(refused(packFiles({ 'deadlines.json': gbk }))), ['rules-file-not-utf8']);
  });

  it('cuts a rule to the days its pack is in force', () => {
    const own = loaded(withRules(rule({ effective: { from: '2021-08-31', to: '2021-12-31' } }))).rules[0];
    assert.deepEqual(own?.effective, { from: civilDay(2021, 8, 31), to: civilDay(2021, 12, 31) });
    const inherited = loaded(withRules(rule())).rules[0];
    assert.deepEqual(inherited?.effective, { from: civilDay(2021, 1, 1), to: null });
  });

  describe('parameters', () => {
    const over = all({ fact: 'daysOverdue', operator: 'greaterThan', value: { fact: 'parameters.days' } });

    it('are refused when unknown, and told when unused', () => {
      const problems = refused(withRules(ruleOf(over, { parameters: { day: 3 } })));
      assert.deepEqual(codes(problems), ['rules-parameter-unknown']);
      assert.equal(problems[0]?.params['nearest'], 'day');
      const unused = load(withRules(rule({ parameters: { days: 3 } })));
      assert.ok(unused.ok);
      assert.deepEqual(codes(unused.warnings), ['rules-parameter-unused']);
      refuses(over, 'rules-operand-wrong-type', {}, { parameters: { days: '三' } });
      refuses(all(leaf()), 'rules-value-wrong-kind', {}, { parameters: { days: { a: 1 } } });
    });

    it('give way to the workbook, by the rule’s name or title', () => {
      const files = withRules(ruleOf(over, { parameters: { days: 3 } }));
      const literal = (value: string | number, name = 'overdue'): unknown => {
        const pack = loaded(files, { parameters: [{ rule: name, parameter: 'days', value }] });
        return pack.rules[0]?.parameters['days'];
      };
      assert.equal(literal(5), 5);
      assert.equal(literal('７天', '超期未办结'), 7);
      assert.equal(loaded(files).rules[0]?.parameters['days'], 3);
      const place = { sheet: '规则参数', cell: 'C3' };
      const slip = (rule: string, parameter: string, value: string | number): [string, unknown][] =>
        refused(files, { parameters: [{ rule, parameter, value, place }] }).map((p) => [p.code, p.place]);
      assert.deepEqual(slip('overdu', 'days', 5), [['override-rule-unknown', place]]);
      assert.deepEqual(slip('overdue', 'day', 5), [['override-parameter-unknown', place]]);
      assert.deepEqual(slip('overdue', 'days', '很久'), [['override-value-invalid', place]]);
    });
  });

  describe('messages', () => {
    const params = (message: string, advice = '办结'): Json => ({
      event: { type: 'finding', params: { field: 'timeLimit', message, advice } },
    });

    it('are cut at their placeholders', () => {
      const change = {
        ...params('{cell}写着“{seen}”，超过 {days} 天、{parameters.days} 天，{dueOn}'),
        parameters: { days: 3 },
      };
      assert.deepEqual(loaded(withRules(rule(change))).rules[0]?.message, [
        { special: 'cell' },
        '写着“',
        { special: 'seen' },
        '”，超过 ',
        { parameter: 'days' },
        ' 天、',
        { parameter: 'days' },
        ' 天，',
        { fact: 'dueOn' },
      ]);
    });

    it('are refused for each placeholder that names nothing, where it stands', () => {
      const problems = refused(withRules(rule(params('{dueOm}前{nothing}', '{daysOverdu}'))));
      assert.deepEqual(
        problems.map(({ code, params: p }) => [code, p['placeholder'], p['nearest']]),
        [
          ['rules-placeholder-unknown', 'dueOm', 'dueOn'],
          ['rules-placeholder-unknown', 'nothing', ''],
          ['rules-placeholder-unknown', 'daysOverdu', 'daysOverdue'],
        ],
      );
      assert.notEqual(problems[0]?.place?.column, problems[1]?.place?.column);
      assert.deepEqual(codes(refused(withRules(rule(params('{dueOn'))))), ['rules-template-brace']);
      assert.deepEqual(codes(refused(withRules(rule(params('“{words}”'))))), ['rules-placeholder-without-words']);
      assert.deepEqual(codes(refused(withRules(rule(params(' '))))), ['rules-value-empty']);
    });
  });

  describe('rules', () => {
    it('are refused for unknown or missing keys, severities, fields, kinds of event', () => {
      const one = (change: Json): string[] => codes(refused(withRules(rule(change))));
      assert.deepEqual(one({ sevrity: 'error' }), ['rules-key-unknown']);
      assert.deepEqual(one({ title: undefined, basis: undefined }), ['rules-key-missing', 'rules-key-missing']);
      assert.deepEqual(one({ severity: 'eror' }), ['rules-value-not-a-choice']);
      assert.deepEqual(one({ mendable: 'no' }), ['rules-value-wrong-kind']);
      assert.deepEqual(one({ effective: { from: '2021-13-01' } }), ['rules-date-invalid']);
      assert.deepEqual(one({ effective: { from: '2021-12-01', to: '2021-11-30' } }), ['rules-effective-reversed']);
      const event = { type: 'finding', params: { field: 'timelimit', message: '超期', advice: '办结' } };
      assert.deepEqual(one({ event }), ['rules-field-unknown']);
      assert.deepEqual(one({ event: { ...event, type: 'alert' } }), [
        'rules-value-not-a-choice',
        'rules-field-unknown',
      ]);
    });

    it('need examples that are flagged and clean, of known facts and right types', () => {
      const one = (examples: unknown): string[] => codes(refused(withRules(rule({ examples }))));
      const good = { isOpen: true };
      assert.deepEqual(one(undefined), ['rules-key-missing']);
      assert.deepEqual(one({ flagged: [good] }), ['rules-key-missing']);
      assert.deepEqual(one({ flagged: [], clean: [good] }), ['rules-examples-missing']);
      assert.deepEqual(one({ flagged: [{ isOpn: true }], clean: [good] }), ['rules-fact-unknown']);
      assert.deepEqual(one({ flagged: [{ isOpen: 'yes' }], clean: [good] }), ['rules-example-wrong-type']);
      assert.deepEqual(one({ flagged: [{ dueOn: '2021-02-30' }], clean: [good] }), ['rules-date-invalid']);
    });

    it('of one name are refused across files, saying where the first is', () => {
      const files = packFiles({
        'deadlines.json': { title: '时限', rules: [rule()] },
        'closing.json': { title: '办结', rules: [rule()] },
      });
      const [problem, ...others] = refused(files);
      assert.deepEqual(others, []);
      assert.equal(problem?.code, 'rules-rule-twice');
      assert.equal(problem?.place?.file, 'closing.json');
      assert.equal(problem?.params['file'], 'deadlines.json');
    });
  });

  describe('files', () => {
    it('listed and absent, present and not listed, listed twice or elsewhere are refused', () => {
      const names = [...packFiles().keys()].filter((name) => name !== 'pack.json');
      const absent = refused(packFiles({}, [...names, 'closing.json']));
      assert.deepEqual(codes(absent), ['rules-file-missing']);
      assert.equal(absent[0]?.place?.file, 'pack.json');
      assert.ok((absent[0]?.place?.line ?? 0) > 1);
      const stray = refused(packFiles({ 'stray.json': {} }, names));
      assert.deepEqual(
        stray.map(({ code, place }) => [code, place?.file]),
        [['rules-file-not-listed', 'stray.json']],
      );
      assert.ok(load(packFiles({ 'schema/x.schema.json': {} }, names)).ok, 'schemas are no part of the pack');
      assert.deepEqual(codes(refused(packFiles({}, [...names, 'deadlines.json']))), ['rules-file-listed-twice']);
      for (const path of ['../x.json', '/x.json', 'a\\b.json', 'x.txt', 'pack.json', 'schema/x.json'])
        assert.deepEqual(codes(refused(packFiles({}, [...names, path]))), ['rules-file-path'], path);
      assert.deepEqual(
        codes(
          refused(
            packFiles(
              {},
              names.filter((name) => name !== 'limits.json'),
            ),
          ),
        ),
        ['rules-file-not-listed'],
      );
      const without = packFiles(
        { 'limits.json': undefined },
        names.filter((name) => name !== 'limits.json'),
      );
      assert.deepEqual(codes(refused(without)), ['rules-file-required']);
      assert.deepEqual(codes(refused(new Map())), ['rules-no-pack-file']);
    });

    it('of data are refused for what does not fit', () => {
      const one = (name: string, content: unknown): string[] => codes(refused(packFiles({ [name]: content })));
      const field = { id: 'x', label: '甲', type: 'text', synonyms: [] };
      assert.ok(one('fields.json', { fields: [field, field] }).includes('rules-name-twice'));
      assert.ok(one('fields.json', { fields: [{ ...field, type: 'string' }] }).includes('rules-value-not-a-choice'));
      assert.ok(
        one('fields.json', { fields: [{ ...field, type: 'enum', vocabulary: 'vocab-statu' }] }).includes(
          'rules-vocabulary-unknown',
        ),
      );
      assert.deepEqual(one('calendar.json', { years: { 2021: { off: { '2022-01-01': '元旦' }, work: {} } } }), [
        'rules-day-outside-year',
      ]);
      assert.deepEqual(one('calendar.json', { years: { '21': { off: {}, work: {} } } }), ['rules-year-invalid']);
      assert.deepEqual(one('lexicon/refusals.json', { name: 'refusals', title: '词', words: [] }), [
        'rules-value-empty',
      ]);
      const law = { name: '甲', effective: {}, periods: {} };
      assert.deepEqual(one('limits.json', { roll: 'none', laws: [law, { ...law, name: '乙' }] }), [
        'rules-laws-overlap',
      ]);
      assert.deepEqual(one('limits.json', { roll: 'maybe', laws: [] }), ['rules-value-not-a-choice']);
      const values = [
        { value: 'a', synonyms: ['是'] },
        { value: 'b', synonyms: ['是'] },
      ];
      assert.deepEqual(one('lexicon/vocab-status.json', { name: 'vocab-status', title: '状态', open: true, values }), [
        'rules-spelling-twice',
      ]);
      assert.deepEqual(
        one('organisation.json', {
          units: [],
          patterns: [],
          people: [{ name: '测试甲', posts: [], from: '2021-10-08', to: '2021-10-07' }],
        }),
        ['rules-effective-reversed'],
      );
    });

    it('that can’t be read bring no mistakes about the names they would have defined', () => {
      assert.deepEqual(codes(refused(packFiles({ 'fields.json': '{ "fields": [' }))), ['rules-json-unclosed']);
      const broken = refused(packFiles({ 'fields.json': '{ "fields": [' }));
      assert.ok(broken.every(({ place }) => place?.file === 'fields.json'));
    });
  });

  describe('JSON', () => {
    const one = (text: string): [string, number | undefined, number | undefined][] =>
      refused(packFiles({ 'deadlines.json': text })).map(({ code, place }) => [code, place?.line, place?.column]);

    it('is strict, and every slip has its line and column', () => {
      assert.deepEqual(one('{\n  // 说明\n  "title": "时限", "rules": []\n}'), [['rules-json-comment', 2, 3]]);
      assert.deepEqual(one('{ "title": "时限",\n  "rules": [], }'), [['rules-json-trailing-comma', 2, 14]]);
      assert.deepEqual(one('{ "title": "时限",\n  "title": "乙", "rules": [] }'), [['rules-key-twice', 2, 3]]);
      assert.deepEqual(one('{ "title": "时限" "rules": [] }'), [['rules-json-comma-missing', 1, 16]]);
      assert.deepEqual(one(''), [['rules-json-empty', 1, 1]]);
      assert.deepEqual(one('{ "title": "时限", "rules": [] } x'), [['rules-json-extra', 1, 32]]);
      assert.deepEqual(one(`{ 'title': "时限", "rules": [] }`), [['rules-json-single-quote', 1, 3]]);
    });

    it('has no key that means something to JavaScript', () => {
      for (const key of ['__proto__', 'constructor', 'prototype', 'toString'])
        assert.deepEqual(one(`{ "title": "时限", "${key}": {}, "rules": [] }`)[0]?.[0], 'rules-key-forbidden');
      assert.equal(({} as Json)['polluted'], undefined);
    });
  });

  it('tells all mistakes of all files at once, in the pack’s order', () => {
    const files = packFiles({
      'limits.json': '{ ',
      'deadlines.json': {
        title: '时限',
        rules: [ruleOf(all(leaf({ fact: 'dueOm' }))), rule({ name: 'b', severity: 'bad', title: '' })],
      },
      'closing.json': { title: '办结', rules: [rule({ name: 'c', basis: 3 })] },
    });
    const problems = refused(files);
    assert.deepEqual(
      [...new Set(problems.map(({ place }) => place?.file))],
      ['limits.json', 'deadlines.json', 'closing.json'],
    );
    assert.deepEqual(codes(problems).slice(-4), [
      'rules-fact-unknown',
      'rules-value-empty',
      'rules-value-not-a-choice',
      'rules-value-wrong-kind',
    ]);
  });

  it('refuses hostile files soon', () => {
    const bomb = (text: string): string[] => {
      const files = packFiles({ 'deadlines.json': text });
      const loads = packLoads(() => refused(files));
      assert.ok(loads < MOST_LOADS, `${text.slice(0, 20)}… took as long as loading ${Math.round(loads)} packs`);
      const found = codes(refused(files));
      assert.ok(found.length <= 110);
      return found;
    };
    assert.deepEqual(bomb('['.repeat(1_000_000)), ['rules-too-deep']);
    assert.deepEqual(bomb('x'.repeat(1_100_000)), ['rules-file-too-large']);
    assert.ok(bomb('x '.repeat(500_000)).length > 0);
    assert.ok(bomb('"'.repeat(1_000_000)).length > 0);
    const strangers = Array.from({ length: 40_000 }, (_, i) => `"unknownKey${i}": ${i}`).join(',');
    assert.ok(bomb(`{ "title": "时限", ${strangers}, "rules": [] }`).includes('rules-more-problems'));
    const costly = Array.from(
      { length: 2000 },
      (_, i) => `{"fact":"result","operator":"matches","value":"(a{30}){30}b{${i % 40}}(c{30}){${i % 30}}"}`,
    );
    assert.ok(
      bomb(`{ "title": "时限", "conditions": { "a": { "all": [${costly.join(',')}] } }, "rules": [] }`).length > 0,
    );
    const leaves = Array.from({ length: 2000 }, () => '{"fact":"dueOn","operator":"isBlank"}').join(',');
    const many = Array.from({ length: 800 }, (_, i) => JSON.stringify(ruleOf({ condition: 'a' }, { name: `r${i}` })));
    assert.ok(
      bomb(`{ "title": "时限", "conditions": { "a": { "all": [${leaves}] } }, "rules": [${many.join(',')}] }`).includes(
        'rules-too-many-conditions',
      ),
    );
  });
});
