import type { Place } from '../../problem';
import { parseStrictJson, type JsonNode, type JsonObject } from '../load/json';
import { Report, SourceText } from '../load/report';
import { decodeUtf8 } from '../load/utf8';
import type { PackFiles } from '../loadPack';
import type { Rule } from '../pack';

interface Parsed {
  readonly source: SourceText;
  readonly root: JsonNode;
}

/** Where the parts of a pack stand in its files. The pack has loaded, so whatever is asked for is there. */
export class PackPlaces {
  private readonly parsed = new Map<string, Parsed | null>();

  constructor(private readonly files: PackFiles) {}

  /** A key of a rule (`name`, `examples`, …), or the rule itself where it has no such key. */
  rule(rule: Pick<Rule, 'name' | 'file'>, key = 'name'): Place {
    const node = this.ruleNode(rule);
    const member = node?.members.get(key);
    return this.place(rule.file, key === 'name' ? member?.value.offset : (member?.offset ?? node?.offset));
  }

  example(rule: Rule, kind: keyof Rule['examples'], index: number): Place {
    const list = at(at(this.ruleNode(rule), 'examples'), kind);
    return this.place(rule.file, list?.kind === 'array' ? list.items[index]?.offset : undefined);
  }

  /** Every node of a condition in order of reading, as `preorder` lists the loaded ones. */
  conditions(rule: Rule, part: 'appliesWhen' | 'conditions'): readonly Place[] {
    const named = at(this.parse(rule.file)?.root, 'conditions');
    const offsets: number[] = [];
    const visit = (node: JsonNode | undefined): void => {
      if (node?.kind !== 'object') return;
      const reference = node.members.get('condition')?.value;
      if (reference) return visit(at(named, String((reference as { value?: unknown }).value)));
      const group = (['all', 'any', 'not'] as const).find((key) => node.members.has(key));
      const member = group && node.members.get(group);
      if (!member) return void offsets.push(node.members.get('fact')?.value.offset ?? node.offset);
      offsets.push(member.offset);
      if (member.value.kind === 'array') member.value.items.forEach(visit);
      else visit(member.value);
    };
    visit(at(this.ruleNode(rule), part));
    return offsets.map((offset) => this.place(rule.file, offset));
  }

  /** A fact's key in an example. */
  exampleFact(rule: Rule, kind: keyof Rule['examples'], index: number, fact: string): Place {
    const list = at(at(this.ruleNode(rule), 'examples'), kind);
    const example = list?.kind === 'array' ? list.items[index] : undefined;
    const key = example?.kind === 'object' ? example.members.get(fact)?.offset : undefined;
    return this.place(rule.file, key ?? example?.offset);
  }

  /** Named conditions of a file with where each stands, and the names that are referred to anywhere in the file. */
  namedConditions(file: string): { readonly defined: ReadonlyMap<string, Place>; readonly used: ReadonlySet<string> } {
    const root = this.parse(file)?.root;
    const named = at(root, 'conditions');
    const defined = new Map<string, Place>();
    if (named?.kind === 'object')
      for (const [name, { offset }] of named.members) defined.set(name, this.place(file, offset));
    const used = new Set<string>();
    const visit = (node: JsonNode): void => {
      if (node.kind === 'array') node.items.forEach(visit);
      if (node.kind !== 'object') return;
      const reference = node.members.get('condition')?.value;
      if (reference?.kind === 'string') used.add(String(reference.value));
      for (const { value } of node.members.values()) visit(value);
    };
    if (root) visit(root);
    return { defined, used };
  }

  lexicon(name: string, word?: number): Place {
    for (const file of this.files.keys()) {
      if (!file.startsWith('lexicon/')) continue;
      const root = this.parse(file)?.root;
      if (textAt(root, 'name') !== name) continue;
      const words = at(root, 'words');
      const item = word !== undefined && words?.kind === 'array' ? words.items[word] : undefined;
      return this.place(file, (item ?? at(root, 'name'))?.offset);
    }
    return this.place('lexicon', undefined);
  }

  /** A word of a suggestion of `classification.json`, by its text; the suggestion's words where it comes from a lexicon. */
  suggestion(name: string, key: 'words' | 'unless', word: string): Place {
    const file = 'classification.json';
    const list = at(this.parse(file)?.root, 'suggestions');
    const node = list?.kind === 'array' ? list.items.find((item) => textAt(item, 'name') === name) : undefined;
    const words = at(node, key);
    const item =
      words?.kind === 'array' ? words.items.find((one) => one.kind === 'string' && one.value === word) : words;
    return this.place(file, (item ?? words ?? node)?.offset);
  }

  /** A word of a condition's own list; where the words come from a lexicon or a parameter, the leaf. */
  conditionWord(rule: Rule, node: number, part: 'appliesWhen' | 'conditions', word: string): Place {
    const leaf = this.conditions(rule, part)[node];
    const source = this.parse(rule.file)?.source;
    if (!leaf || !source) return this.rule(rule);
    const from = source.text.indexOf(JSON.stringify(word), offsetOf(source, leaf));
    return from < 0 ? leaf : source.place(from);
  }

  private ruleNode(rule: Pick<Rule, 'name' | 'file'>): JsonObject | undefined {
    const rules = at(this.parse(rule.file)?.root, 'rules');
    const node = rules?.kind === 'array' ? rules.items.find((item) => textAt(item, 'name') === rule.name) : undefined;
    return node?.kind === 'object' ? node : undefined;
  }

  private parse(file: string): Parsed | null {
    const kept = this.parsed.get(file);
    if (kept !== undefined) return kept;
    const content = this.files.get(file) ?? '';
    const source = new SourceText(file, typeof content === 'string' ? content : (decodeUtf8(content) ?? ''));
    const root = parseStrictJson(source, new Report());
    const parsed = root && { source, root };
    this.parsed.set(file, parsed);
    return parsed;
  }

  private place(file: string, offset: number | undefined): Place {
    const source = this.parsed.get(file)?.source;
    return source && offset !== undefined ? source.place(offset) : { file, line: 1, column: 1 };
  }
}

const at = (node: JsonNode | undefined, key: string): JsonNode | undefined =>
  node?.kind === 'object' ? node.members.get(key)?.value : undefined;

function textAt(node: JsonNode | undefined, key: string): string | undefined {
  const value = at(node, key);
  return value?.kind === 'string' ? String(value.value) : undefined;
}

function offsetOf(source: SourceText, { line = 1, column = 1 }: Place): number {
  let from = 0;
  for (let at = 1; at < line; at++) from = source.text.indexOf('\n', from) + 1;
  return from + column - 1;
}
