import type { Template } from '../pack';
import type { JsonNode } from './json';
import type { Known } from './known';
import type { Reading } from './reading';
import { excerpt, suggestion, type Params } from './report';
import type { Scope } from './scope';

const SPECIAL = ['cell', 'seen', 'words'] as const;
const PLACEHOLDER = /\{([^{}]*)\}/g;

/** Cuts a message at its placeholders; a placeholder that names nothing, or an odd brace, is refused. */
export function readTemplate(
  node: JsonNode,
  key: string,
  reading: Reading,
  known: Known,
  scope: Scope,
): Template | null {
  const text = reading.textOf(node, key);
  if (text === null) return null;
  const parts: Template[number][] = [];
  let sound = true;
  let from = 0;
  const plain = (to: number): void => {
    const piece = text.slice(from, to);
    const odd = piece.search(/[{}]/);
    if (odd >= 0) {
      reading.refuse(reading.offsetWithin(node.offset, from + odd), 'rules-template-brace', { key });
      sound = false;
    }
    if (piece !== '') parts.push(piece);
  };
  for (const match of text.matchAll(PLACEHOLDER)) {
    plain(match.index);
    from = match.index + match[0].length;
    const name = match[1] ?? '';
    const part = placeholder(name, known, scope);
    if (part) {
      parts.push(part);
      continue;
    }
    sound = false;
    const told = scope.told.has(name.startsWith('parameters.') ? name.slice(11) : name);
    if (!known.factsComplete || told) continue;
    const names = [...SPECIAL, ...scope.parameters.keys(), ...known.facts.keys()];
    const params = (): Params => ({
      placeholder: excerpt(name),
      key,
      nearest: known.labels.get(name) ?? suggestion(name, names),
    });
    reading.refuse(reading.offsetWithin(node.offset, match.index), 'rules-placeholder-unknown', params);
  }
  plain(text.length);
  return sound ? parts : null;
}

/** The names in braces of a text, each with the offset of its brace. */
export function placeholdersIn(text: string, node: JsonNode, reading: Reading): { name: string; offset: number }[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => ({
    name: match[1] ?? '',
    offset: reading.offsetWithin(node.offset, match.index),
  }));
}

/** `{days}` and `{parameters.days}` are the same; a parameter hides a fact of its name. */
function placeholder(name: string, known: Known, scope: Scope): Template[number] | null {
  const special = SPECIAL.find((one) => one === name);
  if (special) return { special };
  const parameter = name.startsWith('parameters.') ? name.slice(11) : name;
  if (scope.parameters.has(parameter)) {
    scope.used.add(parameter);
    return { parameter };
  }
  return known.facts.has(name) ? { fact: name } : null;
}
