import type { FactType } from '../facts/column';
import { fail, ok, problem, type Problem, type Result } from '../problem';
import { checksumOf } from './load/checksum';
import { isOfKind, readFurther } from './load/further';
import { parseStrictJson, type JsonNode } from './load/json';
import { CALENDAR } from './load/kinds/calendar';
import { CAMPAIGN } from './load/kinds/campaign';
import { CLASSIFICATION, readClassification, type ClassificationFile } from './load/kinds/classification';
import { FIELDS, type FieldList } from './load/kinds/fields';
import type { FileKind } from './load/kinds/kind';
import { LIMITS } from './load/kinds/limits';
import { ORGANISATION } from './load/kinds/organisation';
import { PACK, type PackFile } from './load/kinds/pack';
import { FURTHER_KINDS } from './load/kinds/registry';
import { readRules, type RuleSharing } from './load/kinds/rules';
import { NOTHING_KNOWN, enumValues, type EnumValues, type Known, type PackNeeds } from './load/known';
import { LexiconFiles, isLexiconPath } from './load/lexicons';
import { checkListing } from './load/listing';
import { overrideProblems, type PackOverrides } from './load/overrides';
import { Reading } from './load/reading';
import { Report, SourceText } from './load/report';
import { decodeUtf8 } from './load/utf8';
import { LARGEST_FILE, PACK_PATH, isOwnPath } from './packFiles';
import type { Effective, Rule, RulePack, Suggestion } from './pack';

export type PackFiles = ReadonlyMap<string, Uint8Array | string>;

/** A loaded pack, or every mistake of all its files; warnings stop nothing. */
export type LoadedPack = Result<RulePack> & { readonly warnings: readonly Problem[] };

/** The files that the core is built on. */
const CORE_KINDS = [FIELDS, ORGANISATION, CAMPAIGN, LIMITS, CALENDAR] as const;
const REQUIRED: readonly string[] = CORE_KINDS.flatMap(({ files }) => files);

/** A parsed file. */
interface Parsed {
  readonly root: JsonNode;
  readonly reading: Reading;
}

/**
 * Loads a pack, refusing whatever design section 5 calls strict at load: every mistake of every file at once, each
 * with file, line and column. A pack either loads whole or not at all.
 * @param files by path inside the pack's folder (`lexicon/vague-limits.json`)
 * @param facts derived facts and their types; the fields come from the pack's own `fields.json`
 * @param overrides what the workbook's sheet 规则参数 changes
 * @param factValues the values that derived facts of type enum can take
 * @param needs fields and lexicons that the program reads by name, refused when they are not there
 * @param furtherKinds kinds of files beyond those the core is built on
 */
export function loadPack(
  files: PackFiles,
  facts: ReadonlyMap<string, FactType>,
  overrides: PackOverrides = { parameters: [] },
  factValues: ReadonlyMap<string, readonly string[]> = new Map(),
  needs: PackNeeds = NOTHING_KNOWN.needs,
  furtherKinds: readonly FileKind<unknown>[] = FURTHER_KINDS,
): LoadedPack {
  return new PackLoader(files, facts, overrides, factValues, needs, furtherKinds).load();
}

class PackLoader {
  private readonly report = new Report();
  private readonly overrideSlips: Problem[] = [];

  constructor(
    private readonly files: PackFiles,
    private readonly facts: ReadonlyMap<string, FactType>,
    private readonly overrides: PackOverrides,
    private readonly factValues: ReadonlyMap<string, readonly string[]>,
    private readonly needs: PackNeeds,
    private readonly furtherKinds: readonly FileKind<unknown>[],
  ) {}

  load(): LoadedPack {
    if (!this.files.has(PACK_PATH)) {
      const place = { file: PACK_PATH, line: 1, column: 1 };
      return { ...fail(problem('rules-no-pack-file', {}, place)), warnings: [] };
    }
    const listed = this.parse(PACK_PATH);
    const read = listed && PACK.read(listed.root, listed.reading, NOTHING_KNOWN);
    if (!listed || !read) return this.refused([PACK_PATH]);
    const sound = checkListing(read, listed.reading, [...this.files.keys()], REQUIRED);
    const pack = { ...read, files: read.files.filter(({ path }) => isOwnPath(path)) };
    const loaded = this.contents(pack, sound, listed.reading);
    const order = [PACK_PATH, ...pack.files.map(({ path }) => path)];
    if (this.report.problems.length > 0 || this.overrideSlips.length > 0 || !loaded) return this.refused(order);
    return { ...ok(loaded), warnings: this.report.warnings };
  }

  private refused(order: readonly string[]): LoadedPack {
    return { ...fail(...this.report.sorted(order), ...this.overrideSlips), warnings: this.report.warnings };
  }

  private parse(path: string): Parsed | null {
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

  /** @param listingSound whether every file that defines names is where the list says it is */
  private contents(pack: PackFile, listingSound: boolean, listing: Reading): RulePack | null {
    const parsed = new Map<string, Parsed>();
    for (const { path } of pack.files) {
      const one = this.parse(path);
      if (one) parsed.set(path, one);
    }
    const whole = parsed.size === pack.files.length;
    const read = <T>(kind: FileKind<T>, known: Known): T | null => {
      const one = parsed.get(kind.files[0] ?? '');
      return one ? kind.read(one.root, one.reading, known) : null;
    };

    const lexicons = new LexiconFiles();
    const lexiconPaths = pack.files.map(({ path }) => path).filter(isLexiconPath);
    for (const path of lexiconPaths) {
      const one = parsed.get(path);
      if (one) lexicons.read(path, one.root, one.reading);
    }
    const lexiconsComplete = listingSound && lexicons.count === lexiconPaths.length;
    lexicons.checkNeeds(this.needs.lexicons, lexiconsComplete, listing, pack.filesAt);
    const base: Known = { ...NOTHING_KNOWN, ...lexicons.known, needs: this.needs, facts: this.facts, lexiconsComplete };
    const limits = read(LIMITS, base);
    const fields = read(FIELDS, base);
    const articles = limits && new Set(limits.laws.flatMap((law) => [...(law.articles?.keys() ?? [])]));
    const known = this.known({ ...base, articles }, fields);

    const organisation = read(ORGANISATION, known);
    const campaign = read(CAMPAIGN, known);
    const calendar = read(CALENDAR, known);
    const isData = (path: string): boolean =>
      REQUIRED.includes(path) || isLexiconPath(path) || this.furtherKinds.some((kind) => isOfKind(kind, path));
    const rulePaths = pack.files.map(({ path }) => path).filter((path) => !isData(path));
    const { rules, suggestions } = this.readRules(rulePaths, parsed, known);
    const rulesComplete = whole && this.report.problems.length === 0;
    const withRules = { ...known, organisation, rulesComplete, rules: new Map(rules.map((r) => [r.name, r.title])) };
    const further = readFurther(this.furtherKinds, parsed, withRules);
    if (!whole || !fields || !organisation || !campaign || !limits || !calendar) return null;
    const checksum = checksumOf(this.files, [PACK_PATH, ...pack.files.map(({ path }) => path)]);
    return {
      name: pack.name,
      title: pack.title,
      version: pack.version,
      owner: pack.owner,
      effective: pack.effective,
      // Only who prints it waits for it.
      get sha256() {
        return checksum();
      },
      fields: fields.fields,
      lexicons: known.lexicons,
      vocabularies: known.vocabularies,
      organisation,
      campaign,
      laws: limits.laws,
      roll: limits.roll,
      calendar,
      rules: rules.map((rule) => ({ ...rule, effective: bothInForce(rule.effective, pack.effective) })),
      suggestions,
      further,
    };
  }

  private known(base: Known, read: FieldList | null): Known {
    const fields = new Map((read?.fields ?? []).map((field) => [field.id, field]));
    const facts = new Map<string, FactType>(this.facts);
    const values = new Map<string, EnumValues>();
    for (const [fact, choices] of this.factValues) values.set(fact, { values: choices, spellings: new Map() });
    for (const { id, type, vocabulary: name } of fields.values()) {
      facts.set(id, type);
      const vocabulary = name === undefined ? undefined : base.vocabularies.get(name);
      if (type === 'enum' && vocabulary && !vocabulary.open) values.set(id, enumValues(vocabulary));
    }
    const labels = new Map([
      ...this.needs.labels,
      ...[...fields.values()].map(({ id, label }) => [label, id] as const),
    ]);
    return {
      ...base,
      fields,
      facts,
      labels,
      untyped: read?.untyped ?? new Set(),
      values,
      factsComplete: read !== null,
    };
  }

  private readRules(paths: readonly string[], parsed: ReadonlyMap<string, Parsed>, known: Known): ClassificationFile {
    const rules: Rule[] = [];
    const suggestions: Suggestion[] = [];
    const sharing: RuleSharing = { overrides: this.overrides, overrideSlips: this.overrideSlips, defined: new Map() };
    for (const path of paths) {
      const one = parsed.get(path);
      if (!one) continue;
      if (CLASSIFICATION.files.includes(path)) {
        const read = readClassification(one.root, one.reading, known, sharing);
        rules.push(...read.rules);
        suggestions.push(...read.suggestions);
      } else rules.push(...readRules(one.root, one.reading, known, sharing).rules);
    }
    // Whether an override names a rule can only be told when all rules could be read.
    if (this.report.problems.length === 0) this.overrideSlips.push(...overrideProblems(this.overrides, rules));
    return { rules, suggestions };
  }
}

/** A rule is in force no longer than its pack. */
function bothInForce(rule: Effective, pack: Effective): Effective {
  const from = rule.from === null ? pack.from : pack.from === null ? rule.from : Math.max(rule.from, pack.from);
  const to = rule.to === null ? pack.to : pack.to === null ? rule.to : Math.min(rule.to, pack.to);
  return { from, to };
}
