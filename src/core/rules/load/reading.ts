import { parseIso, type CivilDay } from '../../dates/civil';
import type { Effective, Lexicon } from '../pack';
import { kindOf, type JsonNode, type Member } from './json';
import type { Known } from './known';
import { excerpt, suggestion, type Params, type Report, type SourceText } from './report';
import { EFFECTIVE, type Choices, type ObjectShape } from './shape';

/** Whether a text says nothing; most are told by their first letter, Chinese or Latin. */
function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  const isLetter = (first >= 0x4e00 && first <= 0x9fff) || (first >= 0x21 && first <= 0x7e);
  return !isLetter && text.trim() === '';
}

export type Members = ReadonlyMap<string, Member>;

/** Reads one file's nodes into values; whatever does not fit is refused where it stands, and reads as null. */
export class Reading {
  constructor(
    readonly source: SourceText,
    readonly report: Report,
  ) {}

  get file(): string {
    return this.source.file;
  }

  refuse(offset: number, code: string, params: Params | (() => Params) = {}): null {
    this.report.add(code, params, this.source.place(offset));
    return null;
  }

  warn(offset: number, code: string, params: Params): void {
    this.report.warn(code, params, this.source.place(offset));
  }

  /**
   * An object's members; unknown keys and missing ones are refused, the known ones still read. An unknown key that
   * comes near a missing one is told once and read as the one that was meant.
   */
  object(node: JsonNode, { known, required }: ObjectShape, key = ''): Members | null {
    if (node.kind !== 'object') return this.wrongKind(node, 'object', key);
    let { members } = node;
    for (const [name, member] of node.members) {
      if (known.includes(name)) continue;
      if (this.report.isFull(this.file)) break;
      const meant = suggestion(
        name,
        known.filter((one) => !node.members.has(one)),
      );
      this.refuse(member.offset, 'rules-key-unknown', {
        key: excerpt(name),
        nearest: meant || suggestion(name, known),
      });
      if (meant !== '' && !members.has(meant)) members = new Map([...members, [meant, member]]);
    }
    for (const name of required) {
      if (!members.has(name)) this.refuse(node.offset, 'rules-key-missing', { key: name });
    }
    const schema = members.get('$schema');
    if (schema && schema.value.kind !== 'string') this.wrongKind(schema.value, 'string', '$schema');
    return members;
  }

  /** An object whose keys are names of the editor's own. */
  entries(node: JsonNode | undefined, key: string): readonly (readonly [string, Member])[] {
    if (!node) return [];
    if (node.kind === 'object') return [...node.members];
    this.wrongKind(node, 'object', key);
    return [];
  }

  items(members: Members, key: string): readonly JsonNode[] | null {
    const node = members.get(key)?.value;
    if (!node) return null;
    return node.kind === 'array' ? node.items : this.wrongKind(node, 'array', key);
  }

  /** A text that says something. */
  text(members: Members, key: string): string | null {
    const node = members.get(key)?.value;
    return node ? this.textOf(node, key) : null;
  }

  textOf(node: JsonNode, key: string, inList = false): string | null {
    if (node.kind === 'invalid') return null;
    if (node.kind !== 'string' && inList)
      return this.refuse(node.offset, 'rules-item-wrong-kind', { key, expected: 'string', found: kindOf(node) });
    if (node.kind !== 'string') return this.wrongKind(node, 'string', key);
    const value = String(node.value);
    return isBlank(value) ? this.refuse(node.offset, 'rules-value-empty', { key }) : value;
  }

  texts(members: Members, key: string, allowEmpty = true): readonly string[] | null {
    const items = this.items(members, key);
    if (!items) return null;
    const at = members.get(key)?.value.offset ?? 0;
    if (items.length === 0 && !allowEmpty) return this.refuse(at, 'rules-value-empty', { key });
    return items.map((item) => this.textOf(item, key, true)).filter((text): text is string => text !== null);
  }

  flag(members: Members, key: string): boolean | null {
    const node = members.get(key)?.value;
    if (!node) return null;
    return node.kind === 'boolean' ? node.value === true : this.wrongKind(node, 'boolean', key);
  }

  /** A whole number of at least `least`. */
  whole(members: Members, key: string, least = 0): number | null {
    const node = members.get(key)?.value;
    if (!node) return null;
    if (node.kind !== 'number') return this.wrongKind(node, 'number', key);
    const value = Number(node.value);
    if (Number.isSafeInteger(value) && value >= least) return value;
    return this.refuse(node.offset, 'rules-number-invalid', { key, value: String(value), least });
  }

  choice<T extends Choices>(members: Members, key: string, of: T): (keyof T & string) | null {
    const node = members.get(key)?.value;
    const value = node && this.textOf(node, key);
    if (!node || value === null || value === undefined) return null;
    if (Object.hasOwn(of, value)) return value;
    const choices = Object.keys(of);
    // 严重 for error: the word that explains a value is as good as a near miss.
    const meant = choices.find((one) => of[one]?.split('：')[0] === value);
    const params = (): Params => ({
      key,
      value: excerpt(value),
      choices,
      nearest: meant ?? suggestion(value, choices),
    });
    return this.refuse(node.offset, 'rules-value-not-a-choice', params);
  }

  /** A date `YYYY-MM-DD`; absent or null reads as null without a complaint. */
  day(members: Members, key: string): CivilDay | null {
    const node = members.get(key)?.value;
    return !node || node.kind === 'null' ? null : this.dayOf(node, key);
  }

  dayOf(node: JsonNode, key: string): CivilDay | null {
    if (node.kind !== 'string') return this.wrongKind(node, 'string', key);
    const day = parseIso(String(node.value));
    return day ?? this.refuse(node.offset, 'rules-date-invalid', { key, value: excerpt(String(node.value)) });
  }

  /** A date that has to be there; where the key is missing that has been told. */
  requiredDay(members: Members, key: string): CivilDay | null {
    const node = members.get(key)?.value;
    return node ? this.dayOf(node, key) : null;
  }

  effective(members: Members, key = 'effective'): Effective {
    const node = members.get(key)?.value;
    const inner = node && this.object(node, EFFECTIVE, key);
    return inner ? this.span(inner) : { from: null, to: null };
  }

  /** `from` and `to`, refused where they are the wrong way round. */
  span(members: Members): Effective {
    const from = this.day(members, 'from');
    const to = this.day(members, 'to');
    if (from !== null && to !== null && from > to)
      this.refuse(members.get('to')?.value.offset ?? 0, 'rules-effective-reversed');
    return { from, to };
  }

  /** The texts of a key, one or a list of them, each with its offset; what is no text is left out. */
  textPlaces(members: Members, key: string): readonly (readonly [string, number])[] {
    const node = members.get(key)?.value;
    const items = node?.kind === 'array' ? node.items : node ? [node] : [];
    return items.flatMap((item) => (item.kind === 'string' ? [[String(item.value), item.offset] as const] : []));
  }

  /** The lexicon of a name; refused where there is none, quietly absent where lexicons could not all be read. */
  lexicon(name: string, at: number, known: Known): Lexicon | null {
    const found = known.lexicons.get(name);
    if (found) return found;
    const misnamed = known.misnamedLexicons.get(name);
    if (misnamed) {
      misnamed.tell();
      return misnamed.read;
    }
    if (!known.lexiconsComplete) return null;
    const params = (): Params => ({ lexicon: excerpt(name), nearest: suggestion(name, known.lexicons.keys()) });
    return this.refuse(at, 'rules-lexicon-unknown', params);
  }

  /** Where the character at `index` of the text that starts at an offset stands, escapes counted as they are written. */
  offsetWithin(start: number, index: number): number {
    const { text } = this.source;
    let at = start + 1;
    for (let i = 0; i < index && at < text.length; i++) at += text[at] !== '\\' ? 1 : text[at + 1] === 'u' ? 6 : 2;
    return at;
  }

  wrongKind(node: JsonNode, expected: string, key: string): null {
    if (node.kind === 'invalid') return null;
    return this.refuse(node.offset, 'rules-value-wrong-kind', { key, expected, found: kindOf(node) });
  }
}
