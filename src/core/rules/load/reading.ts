import { parseIso, type CivilDay } from '../../dates/civil';
import type { Effective } from '../pack';
import { kindOf, type JsonNode, type Member } from './json';
import { excerpt, suggestion, type Params, type Report, type SourceText } from './report';

export type Members = ReadonlyMap<string, Member>;

export interface Keys {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
}

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

  /** An object's members; unknown keys and missing ones are refused, the known ones still read. */
  object(node: JsonNode, keys: Keys, key = ''): Members | null {
    if (node.kind !== 'object') return this.wrongKind(node, 'object', key);
    const known = [...keys.required, ...(keys.optional ?? [])];
    for (const [name, member] of node.members) {
      if (!known.includes(name)) {
        const near = (): Params => ({ key: excerpt(name), nearest: suggestion(name, known) });
        this.refuse(member.offset, 'rules-key-unknown', near);
      }
    }
    for (const name of keys.required) {
      if (!node.members.has(name)) this.refuse(node.offset, 'rules-key-missing', { key: name });
    }
    return node.members;
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

  textOf(node: JsonNode, key: string): string | null {
    if (node.kind !== 'string') return this.wrongKind(node, 'string', key);
    const value = String(node.value);
    return value.trim() === '' ? this.refuse(node.offset, 'rules-value-empty', { key }) : value;
  }

  texts(members: Members, key: string, allowEmpty = true): readonly string[] | null {
    const items = this.items(members, key);
    if (!items) return null;
    const at = members.get(key)?.value.offset ?? 0;
    if (items.length === 0 && !allowEmpty) return this.refuse(at, 'rules-value-empty', { key });
    return items.map((item) => this.textOf(item, key)).filter((text): text is string => text !== null);
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

  choice<T extends string>(members: Members, key: string, choices: readonly T[]): T | null {
    const node = members.get(key)?.value;
    const value = node && this.textOf(node, key);
    if (!node || value === null || value === undefined) return null;
    if ((choices as readonly string[]).includes(value)) return value as T;
    const params = (): Params => ({ key, value: excerpt(value), choices, nearest: suggestion(value, choices) });
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

  effective(members: Members, key = 'effective'): Effective {
    const node = members.get(key)?.value;
    const inner = node && this.object(node, { required: [], optional: ['from', 'to'] }, key);
    if (!node || !inner) return { from: null, to: null };
    const from = this.day(inner, 'from');
    const to = this.day(inner, 'to');
    if (from !== null && to !== null && from > to) this.refuse(node.offset, 'rules-effective-reversed');
    return { from, to };
  }

  wrongKind(node: JsonNode, expected: string, key: string): null {
    return this.refuse(node.offset, 'rules-value-wrong-kind', { key, expected, found: kindOf(node) });
  }
}
