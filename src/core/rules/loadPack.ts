import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { FactType } from '../facts/column';
import { fail, ok, problem, type Problem, type Result } from '../problem';
import { readFields, readLexiconFile } from './load/fieldFiles';
import { readCalendar, readCampaign, readLimits } from './load/datesFiles';
import { parseStrictJson, type JsonNode } from './load/json';
import { enumValues, type EnumValues, type Known } from './load/known';
import { readOrganisation } from './load/organisationFile';
import { overrideProblems, type PackOverrides } from './load/overrides';
import { readPackFile, type PackFile } from './load/packFile';
import { Reading } from './load/reading';
import { Report, SourceText, suggestion } from './load/report';
import { RuleFileReader, type Defined } from './load/ruleFile';
import { readSuggestions } from './load/suggestions';
import { decodeUtf8 } from './load/utf8';
import type { Effective, FieldDefinition, Lexicon, Rule, RulePack, Suggestion, Vocabulary } from './pack';

export type PackFiles = ReadonlyMap<string, Uint8Array | string>;

/** A loaded pack, or every mistake of all its files; warnings stop nothing. */
export type LoadedPack = Result<RulePack> & { readonly warnings: readonly Problem[] };

/** Largest file of a pack, in bytes; it is not even looked into beyond. */
export const LARGEST_FILE = 1024 * 1024;

const REQUIRED = ['fields.json', 'organisation.json', 'campaign.json', 'limits.json', 'calendar.json'] as const;
const DATA_FILES: ReadonlySet<string> = new Set(REQUIRED);

/**
 * Loads a pack, refusing whatever design section 5 calls strict at load: every mistake of every file at once, each
 * with file, line and column. A pack either loads whole or not at all.
 * @param files by path inside the pack's folder (`lexicon/vague-limits.json`)
 * @param facts derived facts and their types; the fields come from the pack's own `fields.json`
 * @param overrides what the workbook's sheet 规则参数 changes
 * @param factValues the values that derived facts of type enum can take
 */
export function loadPack(
  files: PackFiles,
  facts: ReadonlyMap<string, FactType>,
  overrides: PackOverrides = { parameters: [] },
  factValues: ReadonlyMap<string, readonly string[]> = new Map(),
): LoadedPack {
  return new PackLoader(files, facts, overrides, factValues).load();
}

class PackLoader {
  private readonly report = new Report();
  private readonly overrideSlips: Problem[] = [];

  constructor(
    private readonly files: PackFiles,
    private readonly facts: ReadonlyMap<string, FactType>,
    private readonly overrides: PackOverrides,
    private readonly factValues: ReadonlyMap<string, readonly string[]>,
  ) {}

  load(): LoadedPack {
    if (!this.files.has('pack.json')) return { ...fail(problem('rules-no-pack-file', {}, { file: 'pack.json', line: 1, column: 1 })), warnings: [] };
    const parsed = this.parse('pack.json');
    const pack = parsed && readPackFile(parsed.root, parsed.reading);
    if (!parsed || !pack) return this.refused(['pack.json']);
    const order = ['pack.json', ...pack.files.map(({ path }) => path)];
    this.checkListing(pack, parsed.reading);
    const loaded = this.contents(pack);
    const problems = [...this.report.sorted(order), ...this.overrideSlips];
    if (problems.length > 0 || !loaded) return { ...fail(...problems), warnings: this.report.warnings };
    return { ...ok(loaded), warnings: this.report.warnings };
  }

  private refused(order: readonly string[]): LoadedPack {
    return { ...fail(...this.report.sorted(order)), warnings: this.report.warnings };
  }

  /** Every listed file is there, every JSON file that is there is listed, and those the core needs are among them. */
  private checkListing(pack: PackFile, reading: Reading): void {
    const listed = new Set(pack.files.map(({ path }) => path));
    const present = [...this.files.keys()].filter(isPackData);
    for (const { path, offset } of pack.files) {
      if (this.files.has(path)) continue;
      const unlisted = present.filter((file) => !listed.has(file));
      reading.refuse(offset, 'rules-file-missing', () => ({ path, nearest: suggestion(path, unlisted) }));
    }
    for (const path of present) {
      if (!listed.has(path)) this.report.add('rules-file-not-listed', { path }, { file: path, line: 1, column: 1 });
    }
    const at = reading.source.place(0);
    for (const path of REQUIRED) if (!listed.has(path)) this.report.add('rules-file-required', { path }, { ...at, file: path });
  }

  private parse(path: string): { root: JsonNode; reading: Reading } | null {
    const content = this.files.get(path);
    if (content === undefined) return null;
    const start = { file: path, line: 1, column: 1 };
    if (content.length > LARGEST_FILE) {
      this.report.add('rules-file-too-large', { limit: LARGEST_FILE }, start);
      return null;
    }
    const text = typeof content === 'string' ? content : decodeUtf8(content);
    if (text === null) {
      this.report.add('rules-file-not-utf8', {}, start);
      return null;
    }
    const source = new SourceText(path, text);
    const root = parseStrictJson(source, this.report);
    return root && { root, reading: new Reading(source, this.report) };
  }

  private contents(pack: PackFile): RulePack | null {
    const parsed = new Map<string, { root: JsonNode; reading: Reading }>();
    let whole = true;
    for (const { path } of pack.files) {
      const one = this.parse(path);
      if (one) parsed.set(path, one);
      else whole = false;
    }
    const lexicons = new Map<string, Lexicon>();
    const vocabularies = new Map<string, Vocabulary>();
    const lexiconsComplete = this.readLexicons(pack, parsed, lexicons, vocabularies);
    const known = this.known(parsed, lexicons, vocabularies, lexiconsComplete);

    const read = <T>(path: string, how: (root: JsonNode, reading: Reading) => T): T | null => {
      const one = parsed.get(path);
      return one ? how(one.root, one.reading) : null;
    };
    const organisation = read('organisation.json', readOrganisation);
    const campaign = read('campaign.json', readCampaign);
    const limits = read('limits.json', readLimits);
    const calendar = read('calendar.json', readCalendar);
    const { rules, suggestions } = this.readRules(pack, parsed, known);
    if (!whole || !organisation || !campaign || !limits || !calendar) return null;
    return {
      name: pack.name,
      version: pack.version,
      owner: pack.owner,
      effective: pack.effective,
      sha256: this.checksum(pack),
      fields: [...known.fields.values()],
      lexicons,
      vocabularies,
      organisation,
      campaign,
      laws: limits.laws,
      roll: limits.roll,
      calendar,
      rules: rules.map((rule) => ({ ...rule, effective: bothInForce(rule.effective, pack.effective) })),
      suggestions,
    };
  }

  /** Whether every lexicon file could be read: only then is an unknown lexicon a mistake of its own. */
  private readLexicons(
    pack: PackFile,
    parsed: ReadonlyMap<string, { root: JsonNode; reading: Reading }>,
    lexicons: Map<string, Lexicon>,
    vocabularies: Map<string, Vocabulary>,
  ): boolean {
    let complete = true;
    const names = new Set<string>();
    for (const { path } of pack.files.filter((file) => isLexicon(file.path))) {
      const one = parsed.get(path);
      const { lexicon, vocabulary } = one ? readLexiconFile(one.root, one.reading) : {};
      const found = lexicon ?? vocabulary;
      if (!one || !found) {
        complete = false;
        continue;
      }
      if (names.has(found.name)) one.reading.refuse(one.root.offset, 'rules-name-twice', { key: 'name', name: found.name });
      names.add(found.name);
      if (lexicon) lexicons.set(lexicon.name, lexicon);
      if (vocabulary) vocabularies.set(vocabulary.name, vocabulary);
    }
    return complete;
  }

  private known(
    parsed: ReadonlyMap<string, { root: JsonNode; reading: Reading }>,
    lexicons: ReadonlyMap<string, Lexicon>,
    vocabularies: ReadonlyMap<string, Vocabulary>,
    lexiconsComplete: boolean,
  ): Known {
    const file = parsed.get('fields.json');
    const list: readonly FieldDefinition[] = file
      ? readFields(file.root, file.reading, lexiconsComplete ? vocabularies : null)
      : [];
    const fields = new Map(list.map((field) => [field.id, field]));
    const facts = new Map<string, FactType>(this.facts);
    const values = new Map<string, EnumValues>();
    for (const [fact, choices] of this.factValues) values.set(fact, { values: choices, spellings: new Map() });
    for (const { id, type, vocabulary: name } of list) {
      const derived = facts.get(id);
      if (derived !== undefined && derived !== type && file)
        file.reading.refuse(file.root.offset, 'rules-field-is-fact', { field: id, type, factType: derived });
      facts.set(id, type);
      const vocabulary = name === undefined ? undefined : vocabularies.get(name);
      if (type === 'enum' && vocabulary && !vocabulary.open) values.set(id, enumValues(vocabulary));
    }
    return { fields, facts, values, lexicons, lexiconsComplete, factsComplete: list.length > 0 };
  }

  private readRules(
    pack: PackFile,
    parsed: ReadonlyMap<string, { root: JsonNode; reading: Reading }>,
    known: Known,
  ): { rules: Rule[]; suggestions: Suggestion[] } {
    const rules: Rule[] = [];
    const suggestions: Suggestion[] = [];
    const defined = new Map<string, Defined>();
    for (const { path } of pack.files) {
      const one = parsed.get(path);
      if (!one || DATA_FILES.has(path) || isLexicon(path)) continue;
      const optional = ['$schema', 'conditions', ...(path === 'classification.json' ? ['suggestions'] : [])];
      const top = one.reading.object(one.root, { required: ['title', 'rules'], optional });
      if (!top) continue;
      one.reading.text(top, 'title');
      rules.push(...new RuleFileReader(one.reading, known, top, this.overrides, this.overrideSlips).read(defined));
      if (path === 'classification.json') suggestions.push(...readSuggestions(top, one.reading, known));
    }
    // Whether an override names a rule can only be told when all rules could be read.
    if (this.report.problems.length === 0) this.overrideSlips.push(...overrideProblems(this.overrides, rules));
    return { rules, suggestions };
  }

  private checksum(pack: PackFile): string {
    const hash = sha256.create();
    for (const path of ['pack.json', ...pack.files.map((file) => file.path)]) {
      const content = this.files.get(path) ?? '';
      hash.update(typeof content === 'string' ? utf8ToBytes(content) : content);
    }
    return bytesToHex(hash.digest());
  }
}

const isLexicon = (path: string): boolean => path.startsWith('lexicon/');
const isPackData = (path: string): boolean =>
  path.endsWith('.json') && path !== 'pack.json' && !path.startsWith('schema/');

/** A rule is in force no longer than its pack. */
function bothInForce(rule: Effective, pack: Effective): Effective {
  const from = rule.from === null ? pack.from : pack.from === null ? rule.from : Math.max(rule.from, pack.from);
  const to = rule.to === null ? pack.to : pack.to === null ? rule.to : Math.min(rule.to, pack.to);
  return { from, to };
}
