import assert from 'node:assert/strict';
import { loadRulePack } from '../../../../src/core/check/loadRulePack';
import { FACTS } from '../../../../src/core/facts/registry';
import type { FileKind } from '../../../../src/core/rules/load/kinds/kind';
import { TEXT, fileShape, listOf, must } from '../../../../src/core/rules/load/shape';
import { loadPack } from '../../../../src/core/rules/loadPack';
import { OPERATORS } from '../../../../src/core/rules/operators';
import { sayProblem } from '../../../../src/text/zh-CN/problems';
import { packFiles } from '../../facts/ledger';
import { FACTS as SOME_FACTS, packFiles as smallPack } from '../support/packFixture';
import { MOST_LOADS, packLoads } from '../support/packLoads';

const files = packFiles();

function edited(...edits: readonly (readonly [file: string, find: string, put: string])[]): Map<string, string> {
  const changed = new Map(files);
  for (const [file, find, put] of edits) {
    const content = changed.get(file) ?? '';
    assert.ok(content.includes(find), `${file}: ${find}`);
    changed.set(
      file,
      content.replace(find, () => put),
    );
  }
  return changed;
}

const told = (pack: ReadonlyMap<string, string>): string[] => {
  const loaded = loadRulePack(pack);
  assert.ok(!loaded.ok);
  return loaded.problems.map((problem) => {
    assert.match(sayProblem(problem), /^[\w./-]+:\d+:\d+ .+。$/);
    return `${problem.place?.file} ${problem.code}`;
  });
};

describe('several slips at once', () => {
  it('are all told, file by file in the order of pack.json and from top to bottom', () => {
    const pack = edited(
      ['lexicon/vague-units.json', '"待定"', '7'],
      ['deadlines.json', '"operator": "before"', '"operator": "befor"'],
      ['deadlines.json', '"severity": "error"', '"severity": "eror"'],
      ['deadlines.json', '"days": 3', '"days": true'],
      ['clarity.json', '"isPresent"', '"isPresnt"'],
      ['fields.json', '"label": "编号"', '"label": ""'],
      ['campaign.json', '"legacyYears": 1', '"legacyYears": 0,'],
      ['closing.json', '"severity": "error",', '"severity": "error"，'],
      ['closing.json', '"rules": [', '"rules": [ null,'],
    );
    assert.deepEqual(told(pack), [
      'fields.json rules-value-empty',
      'campaign.json rules-number-invalid',
      'campaign.json rules-json-comma-extra',
      'clarity.json rules-operator-unknown',
      'deadlines.json rules-value-not-a-choice',
      'deadlines.json rules-operator-unknown',
      'deadlines.json rules-value-wrong-kind',
      'closing.json rules-value-wrong-kind',
      'closing.json rules-json-fullwidth',
      'lexicon/vague-units.json rules-item-wrong-kind',
    ]);
  });

  it('in a file that can’t be read further hide nothing of the other files', () => {
    const pack = edited(
      ['fields.json', '"fields": [', '"fields": ('],
      ['lexicon/vague-units.json', '"words"', 'words'],
      ['deadlines.json', '"operator": "before"', '"operator": "befor"'],
      ['deadlines.json', '"fact": "isOpen"', '"fact": "isOpn"'],
    );
    // Without the fields nobody can say which facts are unknown: no word of them.
    assert.deepEqual(told(pack), [
      'fields.json rules-json-value-expected',
      'deadlines.json rules-operator-unknown',
      'lexicon/vague-units.json rules-json-key-expected',
    ]);
  });
});

describe('a hostile file', () => {
  /** Refused, and soon, by the measure of what a good pack takes. */
  function refusedSoon(what: string, pack: ReadonlyMap<string, string | Uint8Array>): string[] {
    const loads = packLoads(() => loadRulePack(pack));
    assert.ok(loads < MOST_LOADS, `${what} took as long as loading ${Math.round(loads)} packs`);
    const loaded = loadRulePack(pack);
    assert.ok(!loaded.ok, `${what} was taken`);
    // A hundred of the file itself; beside it, files that a hostile list leaves out.
    assert.ok(loaded.problems.length <= 101 + files.size, `${what}: ${loaded.problems.length} problems`);
    return [...new Set(loaded.problems.map(({ code }) => code))];
  }
  const put = (file: string, text: string | Uint8Array): Map<string, string | Uint8Array> =>
    new Map<string, string | Uint8Array>(files).set(file, text);
  const rules = (conditions: string, named = '{}'): string =>
    `{ "title": "甲", "conditions": ${named}, "rules": [{ "name": "x", "title": "甲", "basis": "甲", "severity": "error",
    "conditions": ${conditions}, "event": { "type": "finding", "params": { "field": "unit", "message": "甲", "advice": "甲" } },
    "examples": { "flagged": [{}], "clean": [{}] } }] }`;
  const leaf = '{ "fact": "dueOn", "operator": "isBlank" }';
  const text = (value: string): string =>
    `{ "all": [{ "fact": "result", "operator": "matches", "value": "${value}" }] }`;

  const cases: readonly (readonly [string, string, string, string])[] = [
    ['nested lists', 'deadlines.json', '['.repeat(500_000), 'rules-too-deep'],
    ['nested objects', 'deadlines.json', '{"a":'.repeat(150_000), 'rules-too-deep'],
    [
      'nested conditions',
      'deadlines.json',
      rules(`${'{ "not": '.repeat(40)}${leaf}${' }'.repeat(40)}`),
      'rules-too-deep',
    ],
    ['a text of 10 MB', 'deadlines.json', `"${'甲'.repeat(10_000_000)}"`, 'rules-file-too-large'],
    ['a text that never ends', 'deadlines.json', `{ "title": "${'甲'.repeat(300_000)}`, 'rules-json-text-open'],
    ['half a million commas', 'deadlines.json', `[${','.repeat(500_000)}]`, 'rules-json-comma-extra'],
    [
      'half a million items without commas',
      'fields.json',
      `{ "fields": [${'1 '.repeat(500_000)}] }`,
      'rules-more-problems',
    ],
    ['half a million full-width commas', 'deadlines.json', `[${'1，'.repeat(300_000)}1]`, 'rules-more-problems'],
    ['half a million comments', 'deadlines.json', '/**/'.repeat(250_000), 'rules-more-problems'],
    ['a comment that never ends', 'deadlines.json', `/*${'*'.repeat(900_000)}`, 'rules-json-comment'],
    ['escapes that are none', 'deadlines.json', `{ "title": "${'\\q'.repeat(400_000)}" }`, 'rules-more-problems'],
    ['a million blanks', 'deadlines.json', ' '.repeat(1_000_000), 'rules-json-empty'],
    [
      'unknown keys by the thousand',
      'deadlines.json',
      `{ "title": "甲", ${Array.from({ length: 40_000 }, (_, i) => `"unknownKey${i}": 1`).join(',')}, "rules": [] }`,
      'rules-more-problems',
    ],
    [
      'prototype keys',
      'deadlines.json',
      '{ "title": "甲", "__proto__": { "x": 1 }, "rules": [] }',
      'rules-key-forbidden',
    ],
    ['a constructor', 'fields.json', '{ "fields": [], "constructor": { "prototype": {} } }', 'rules-key-forbidden'],
    [
      'an expression that backtracks elsewhere, and repeats',
      'deadlines.json',
      rules(text('(a{1000}){1000}$')),
      'rules-pattern-too-large',
    ],
    ['an expression with look-behind', 'deadlines.json', rules(text('(?<=a)(a|a)*$')), 'rules-pattern-invalid'],
    [
      'conditions that name each other',
      'deadlines.json',
      rules('{ "condition": "a" }', '{ "a": { "not": { "condition": "b" } }, "b": { "any": [{ "condition": "a" }] } }'),
      'rules-condition-cycle',
    ],
    [
      'conditions that double and double',
      'deadlines.json',
      rules(
        '{ "condition": "c60" }',
        `{ "c0": { "all": [${leaf}, ${leaf}] }, ${Array.from({ length: 60 }, (_, i) => `"c${i + 1}": { "any": [{ "condition": "c${i}" }, { "condition": "c${i}" }] }`).join(', ')} }`,
      ),
      'rules-too-many-conditions',
    ],
    [
      'ten thousand names',
      'organisation.json',
      `{ "units": [${Array.from({ length: 12_000 }, (_, i) => `{ "name": "甲${i}", "group": "乙", "alias": [] }`).join(',')}], "patterns": [], "people": [] }`,
      'rules-more-problems',
    ],
    [
      'a list of files by the thousand',
      'pack.json',
      JSON.stringify({
        name: 'x',
        version: '1',
        owner: '甲',
        effective: {},
        files: Array.from({ length: 20_000 }, (_, i) => `lexicon/f${i}.json`),
      }),
      'rules-more-problems',
    ],
  ];

  for (const [what, file, content, code] of cases) {
    it(`is refused soon: ${what}`, () => {
      const codes = refusedSoon(what, put(file, content));
      assert.ok(codes.includes(code), `${what}: ${codes.join(' ')}`);
      assert.equal(({} as Record<string, unknown>)['x'], undefined);
    });
  }

  it('is refused soon: bytes that are no UTF-8', () => {
    const codes = refusedSoon('bytes', put('deadlines.json', new Uint8Array(1_000_000).fill(0xe4)));
    assert.deepEqual(codes, ['rules-file-not-utf8']);
  });
});

describe('what a pack can hold', () => {
  it('grows by one kind of file with one entry in the list of kinds', () => {
    const scoring: FileKind<readonly string[]> = {
      id: 'scoring',
      says: '考核指标',
      files: ['scoring.json'],
      shape: fileShape({ indicators: must('指标名称。', listOf(TEXT, 1)) }),
      read(root, reading) {
        const top = reading.object(root, this.shape);
        return top && reading.texts(top, 'indicators', false);
      },
    };
    const load = (content: unknown) =>
      loadPack(smallPack({ 'scoring.json': content }), SOME_FACTS, undefined, new Map(), undefined, [scoring]);
    const loaded = load({ indicators: ['三个明确'] });
    assert.ok(loaded.ok, JSON.stringify(loaded));
    assert.deepEqual(loaded.value.further?.get('scoring'), ['三个明确']);
    const refused = load({ indicator: [] });
    assert.ok(!refused.ok);
    assert.deepEqual(
      refused.problems.map(({ code }) => code),
      ['rules-key-unknown', 'rules-value-empty'],
    );
  });

  it('has operators that say what they do, each under its own name and for some type', () => {
    for (const [name, operator] of OPERATORS) {
      assert.equal(operator.name, name);
      assert.match(operator.says, /[\u4e00-\u9fff].*。$/, name);
      assert.ok(operator.accepts.length > 0, name);
    }
    const signs = [...OPERATORS.values()].flatMap(({ alias, accepts }) =>
      alias.flatMap((a) => accepts.map((t) => `${a} ${t}`)),
    );
    assert.equal(new Set(signs).size, signs.length, 'a sign means one operator for a type');
  });

  it('names what the program reads by name', () => {
    const labels = FACTS.map(({ label }) => label);
    assert.equal(new Set(labels).size, labels.length, 'a label leads to one fact');
    const pack = new Map(files);
    const list = JSON.parse(pack.get('pack.json') ?? '') as { files: string[] };
    pack.delete('lexicon/negations.json');
    pack.set(
      'pack.json',
      JSON.stringify({ ...list, files: list.files.filter((path) => path !== 'lexicon/negations.json') }),
    );
    assert.deepEqual(told(pack), ['pack.json rules-lexicon-required']);
  });
});
