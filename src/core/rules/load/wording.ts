import type { Wording } from '../../reports/templates/template';
import type { JsonNode } from './json';
import type { Reading } from './reading';
import { excerpt, suggestion } from './report';

/** What a text of a template may name, and which document it is for. */
export interface Names {
  readonly placeholders: readonly string[];
  readonly document: string;
}

const PLACEHOLDER = /\{([^{}]*)\}/g;
/** Half-width brackets or colons, or a bracket left open, would print as a gap that nothing marks. */
const ODD_GAP = /[（(]请填写(?!：[^（）]*）)/u;

/** Cuts a document's text at its placeholders; one that names nothing, an odd brace or an odd gap is refused. */
export function readWording(node: JsonNode, key: string, reading: Reading, names: Names): Wording | null {
  const text = reading.textOf(node, key);
  if (text === null) return null;
  const parts: Wording[number][] = [];
  let sound = true;
  let from = 0;
  const refuse = (at: number, code: string, params: () => Record<string, string | readonly string[]>): void => {
    reading.refuse(reading.offsetWithin(node.offset, at), code, params);
    sound = false;
  };
  const plain = (to: number): void => {
    const piece = text.slice(from, to);
    const odd = piece.search(/[{}]/);
    if (odd >= 0) refuse(from + odd, 'rules-template-brace', () => ({ key }));
    if (piece !== '') parts.push(piece);
  };
  for (const match of text.matchAll(PLACEHOLDER)) {
    plain(match.index);
    from = match.index + match[0].length;
    const name = match[1] ?? '';
    if (names.placeholders.includes(name)) parts.push({ placeholder: name });
    else
      refuse(match.index, 'rules-wording-placeholder', () => ({
        placeholder: excerpt(name),
        document: names.document,
        ...meant(name, names.placeholders),
      }));
  }
  plain(text.length);
  const gap = text.search(ODD_GAP);
  if (gap >= 0) refuse(gap, 'rules-template-gap', () => ({ key }));
  return sound ? parts : null;
}

/** The nearest name, or where none is near all that there are. */
export function meant(
  name: string,
  choices: readonly string[],
): { readonly nearest: string; readonly choices: readonly string[] } {
  const nearest = suggestion(name, choices);
  return { nearest, choices: nearest === '' ? choices : [] };
}
