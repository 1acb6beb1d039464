import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import { editorSchemas, ruleSchemas } from '../../../bin/schema/ruleSchemas';
import { loadRulePack } from '../../../src/core/check/loadRulePack';
import { isOfKind } from '../../../src/core/rules/load/further';
import { FILE_KINDS } from '../../../src/core/rules/load/kinds/registry';
import { packFiles } from '../facts/ledger';
import { mutationsOf } from './support/mutations';

const root = path.resolve(__dirname, '../../..');
const folder = path.join(root, 'rules', 'schema');
const files = packFiles();

/** The schema that a file of the pack names, by its name in `rules/schema`. */
function schemaOf(file: string): string {
  const { $schema } = JSON.parse(files.get(file) ?? '') as { $schema?: string };
  assert.equal(typeof $schema, 'string', `${file} names no schema`);
  return path.relative(folder, path.resolve(root, 'rules', path.dirname(file), String($schema)));
}

const ajv = new Ajv2020({ strict: false, loopEnum: 10 });
const validators = new Map<string, ValidateFunction>();
function validatorOf(file: string): ValidateFunction {
  const name = schemaOf(file);
  let validator = validators.get(name);
  if (!validator) {
    validator = ajv.compile(JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as object);
    validators.set(name, validator);
  }
  return validator;
}

describe('rules/schema', () => {
  it('is what the code and the default pack make of it (npm run schema)', () => {
    const made = ruleSchemas(files);
    assert.deepEqual(readdirSync(folder).sort(), [...made.keys()].sort());
    for (const [name, text] of made) {
      // Not deepEqual on the texts: a difference of two hundred kilobytes helps nobody.
      assert.ok(readFileSync(path.join(folder, name), 'utf8') === text, `${name} is out of date: npm run schema`);
    }
  });

  it('is named by every file of the default pack, each its own kind', () => {
    for (const file of files.keys()) {
      const kind = FILE_KINDS.find((one) => one.id !== 'rules' && isOfKind(one, file));
      const expected = file.startsWith('lexicon/')
        ? file.startsWith('lexicon/vocab-')
          ? 'vocabulary'
          : 'lexicon'
        : (kind?.id ?? 'rules');
      assert.equal(schemaOf(file), `${expected}.schema.json`, file);
    }
  });

  it('takes the default pack', function () {
    this.timeout(300_000);
    for (const [file, text] of files) {
      const validate = validatorOf(file);
      assert.ok(validate(JSON.parse(text)), `${file}: ${JSON.stringify(validate.errors)}`);
    }
  });

  it('says in Chinese what every key is for', () => {
    for (const name of readdirSync(folder)) {
      const schema = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Record<string, unknown>;
      assert.equal(schema['$schema'], 'https://json-schema.org/draft/2020-12/schema', name);
      const properties = schema['properties'] as Record<string, { description?: string }>;
      assert.ok(Object.keys(properties).length > 1, name);
      for (const [key, { description }] of Object.entries(properties))
        assert.match(description ?? '', /[\u4e00-\u9fff].*。$/, `${name} ${key}`);
    }
  });

  it('is what VS Code gives to files that name none', () => {
    const settings = JSON.parse(readFileSync(path.join(root, '.vscode', 'settings.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    assert.deepEqual(settings['json.schemas'], editorSchemas());
    for (const { url } of editorSchemas()) assert.ok(existsSync(path.join(root, url)), url);
  });
});

/** Slips that only the loader can tell: they hang on another place of the file, or on another file. */
const BEYOND_A_SCHEMA: ReadonlySet<string> = new Set([
  'rules-name-twice',
  'rules-rule-twice',
  'rules-spelling-twice',
  'rules-field-required',
  'rules-lexicon-required',
  'rules-lexicon-name',
  'rules-field-is-fact',
  'rules-date-invalid',
  'rules-effective-reversed',
  'rules-laws-overlap',
  'rules-day-outside-year',
  'rules-day-off-and-work',
  'rules-file-missing',
  'rules-file-not-listed',
  'rules-file-listed-twice',
  'rules-file-path',
  'rules-file-required',
  'rules-condition-unknown',
  'rules-parameter-unknown',
  'rules-pattern-invalid',
  'rules-pattern-too-large',
  'rules-placeholder-unknown',
  'rules-placeholder-without-words',
  'rules-template-brace',
  // Of a parameter, by the conditions that use it.
  'rules-operand-wrong-type',
]);

/** A rule file with a few of its rules: all of them have the same forms. */
function shortened(text: string): string {
  const file = JSON.parse(text) as Record<string, unknown>;
  for (const key of ['rules', 'suggestions']) {
    const list = file[key];
    if (Array.isArray(list)) file[key] = list.slice(0, 3);
  }
  return JSON.stringify(file);
}

describe('the loader and rules/schema', () => {
  // One file of each kind, each mutated at one place of every form that it has.
  const mutated = [
    'pack.json',
    'fields.json',
    'organisation.json',
    'campaign.json',
    'limits.json',
    'deadlines.json',
    'classification.json',
    'lexicon/vague-units.json',
    'lexicon/vocab-merit.json',
  ];
  // Other rule files and years cost time and say nothing about the mutated file.
  const others = [
    'clarity.json',
    'deadlines.json',
    'progress.json',
    'closing.json',
    'integrity.json',
    'classification.json',
  ];
  const calendar = JSON.stringify({ years: { 2021: { off: { '2021-10-01': '国庆节' }, work: {} } } });

  for (const file of mutated) {
    it(`refuse the same forms of ${file}`, function () {
      this.timeout(300_000);
      const list = JSON.parse(files.get('pack.json') ?? '') as { files: string[] };
      const left = list.files.filter((path) => path === file || !others.includes(path));
      const base = new Map([...files].filter(([path]) => left.includes(path)));
      base.set('pack.json', JSON.stringify({ ...list, files: left })).set('calendar.json', calendar);
      const validate = validatorOf(file);
      let count = 0;
      for (const { what, text } of mutationsOf(shortened(base.get(file) ?? ''))) {
        count++;
        const taken = validate(JSON.parse(text));
        const loaded = loadRulePack(new Map(base).set(file, text));
        const codes = loaded.ok
          ? []
          : loaded.problems.filter(({ place }) => place?.file === file).map(({ code }) => code);
        if (!taken) assert.ok(!loaded.ok, `only the schema refuses ${what}: ${ajv.errorsText(validate.errors)}`);
        else
          assert.deepEqual(
            codes.filter((code) => !BEYOND_A_SCHEMA.has(code)),
            [],
            `only the loader refuses ${what}`,
          );
      }
      assert.ok(count >= 20, `${count} mutations`);
    });
  }
});
