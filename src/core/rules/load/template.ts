import type { Template } from '../pack';
import type { JsonNode } from './json';
import type { Known } from './known';
import type { Reading } from './reading';
import { excerpt, suggestion, type Params } from './report';
import type { Scope } from './scope';

const SPECIAL = ['cell', 'seen', 'words'] as const;

/** Cuts a message at its placeholders; a placeholder that names nothing, or an odd brace, is refused. */
export function readTemplate(node: JsonNode, key: string, reading: Reading, known: Known, scope: Scope): Template | null {
  const text = reading.textOf(node, key);
  if (text === null) return null;
  const parts: Template[number][] = [];
  let sound = true;
  // Where the placeholder itself stands, as long as no escape hides it.
  const at = (piece: string): number => Math.max(reading.source.text.indexOf(piece, node.offset), node.offset);
  const pieces = text.split(/(\{[^{}]*\})/);
  for (const piece of pieces) {
    if (piece === '') continue;
    if (!piece.startsWith('{') || !piece.endsWith('}')) {
      if (/[{}]/.test(piece)) {
        reading.refuse(node.offset, 'rules-template-brace', { key });
        sound = false;
      }
      parts.push(piece);
      continue;
    }
    const part = placeholder(piece.slice(1, -1), known, scope);
    if (part) parts.push(part);
    else {
      sound = false;
      if (known.factsComplete) {
        const names = [...SPECIAL, ...scope.parameters.keys(), ...known.facts.keys()];
        const name = piece.slice(1, -1);
        const params = (): Params => ({ placeholder: excerpt(name), key, nearest: suggestion(name, names) });
        reading.refuse(at(piece), 'rules-placeholder-unknown', params);
      }
    }
  }
  return sound ? parts : null;
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
