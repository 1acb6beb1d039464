import { hide, type Span } from '../../../core/masking/span';
import { escapeAttribute, escapeText, unescapeXml } from '../write/xmlText';

/** How the texts of a part are hidden. */
export interface XmlMasks {
  readonly spans: (text: string) => readonly Span[];
  /** What stands instead of a whole text that is split over runs, by its position among such texts. */
  readonly whole?: (at: number) => string | undefined;
  /** What becomes of the text of some elements, by local name. */
  readonly elements?: ReadonlyMap<string, (text: string) => string>;
  /** What becomes of some attributes; null for one that is masked like any other. */
  readonly attribute?: (element: string, name: string, value: string) => string | null;
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*>|[^<]+/gu;
const ATTRIBUTE = /(\s)([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
/** Elements whose text is one, however many runs of different looks it is split over. */
const BLOCKS: ReadonlySet<string> = new Set(['si', 'is', 'text', 'p', 'div']);
/** Attributes that hold what people wrote; all others are codes where they are plain ASCII. */
const WRITTEN: ReadonlySet<string> = new Set(
  'val v name display tooltip location prompt promptTitle error errorTitle descr title alt caption string c u userName author'.split(
    ' ',
  ),
);
/** Names that formulas spell out: a star is an operator there. */
const NAMES: ReadonlySet<string> = new Set(['sheet', 'table', 'definedName', 'protectedRange', 'worksheetSource']);
const SAFE_STAR = '×';

interface Block {
  readonly name: string;
  readonly depth: number;
  /** Positions in the output, and texts, of what it holds. */
  readonly nodes: { readonly at: number; readonly text: string }[];
}

/** The part with its texts and attributes hidden. A phonetic guide goes: it spells the name that it stands over. */
export function maskXml(xml: string, masks: XmlMasks): string {
  const out: string[] = [];
  const open: string[] = [];
  let block: Block | null = null;
  let blocks = 0;
  for (const [token] of xml.matchAll(TOKEN)) {
    if (token.startsWith('<!--')) continue;
    if (token.startsWith('<?') || token.startsWith('<!D')) out.push(token);
    else if (token.startsWith('<') && !token.startsWith('<![')) {
      const isClose = token[1] === '/';
      const name = localName(token);
      if (isClose) {
        if (block !== null && block.name === name && open.length === block.depth) {
          closeBlock(block, out, masks, blocks++);
          block = null;
        }
        open.pop();
        out.push(token);
        continue;
      }
      out.push(maskAttributes(token, name, masks));
      if (token.endsWith('/>')) {
        if (block === null && BLOCKS.has(name)) blocks++;
        continue;
      }
      open.push(name);
      if (block === null && BLOCKS.has(name)) block = { name, depth: open.length, nodes: [] };
    } else {
      const text = token.startsWith('<![') ? token.slice(9, -3) : unescapeXml(token);
      const own = masks.elements?.get(open.at(-1) ?? '');
      if (own) out.push(escapeText(own(text)));
      else if (open.includes('rPh')) out.push('');
      else if (block !== null) {
        block.nodes.push({ at: out.length, text });
        out.push('');
      } else out.push(text.trim() === '' ? token : escapeText(hideIn([text], masks.spans(text))[0] ?? ''));
    }
  }
  return out.join('');
}

function closeBlock({ nodes }: Block, out: string[], masks: XmlMasks, at: number): void {
  const whole = masks.whole?.(at);
  const texts = nodes.map(({ text }) => text);
  const shown =
    whole === undefined ? hideIn(texts, masks.spans(texts.join(''))) : texts.map((_, i) => (i === 0 ? whole : ''));
  nodes.forEach((node, i) => (out[node.at] = escapeText(shown[i] ?? '')));
}

/** Texts that stand behind one another, with spans of all of them together hidden; what is shown goes to the first. */
export function hideIn(texts: readonly string[], spans: readonly Span[]): string[] {
  if (spans.length === 0) return [...texts];
  let from = 0;
  return texts.map((text) => {
    const to = from + text.length;
    let shown = '';
    let at = from;
    for (const span of spans) {
      if (span.end <= from || span.start >= to) continue;
      shown += text.slice(at - from, Math.max(span.start, from) - from);
      if (span.start >= from) shown += span.shown;
      at = Math.min(span.end, to);
    }
    shown += text.slice(at - from);
    from = to;
    return shown;
  });
}

function maskAttributes(tag: string, element: string, masks: XmlMasks): string {
  if (!tag.includes('=')) return tag;
  return tag.replace(
    ATTRIBUTE,
    (whole, blank: string, written: string, double: string | undefined, single: string | undefined) => {
      if (written.startsWith('xmlns')) return whole;
      const name = written.slice(written.indexOf(':') + 1);
      const value = unescapeXml(double ?? single ?? '');
      const own = masks.attribute?.(element, name, value) ?? null;
      const shown = own ?? maskedValue(element, name, value, masks);
      return shown === value ? whole : `${blank}${written}="${escapeAttribute(shown)}"`;
    },
  );
}

function maskedValue(element: string, name: string, value: string, { spans }: XmlMasks): string {
  if (!WRITTEN.has(name) && /^[\x00-\x7f]*$/u.test(value)) return value;
  const shown = hideIn([value], spans(value))[0] ?? '';
  return NAMES.has(element) || name === 'location' ? shown.replaceAll('*', SAFE_STAR) : shown;
}

/** Formulas outside cells (lists to choose from, conditional formats, charts): they spell names of sheets. */
const FORMULAS = ['f', 'formula', 'formula1', 'formula2'];

/** What becomes of the text of elements that hold formulas. */
export const formulaTexts = ({ spans }: XmlMasks): (readonly [string, (text: string) => string])[] =>
  FORMULAS.map((element) => [element, (text) => safeStars(hide(text, spans(text)))]);

export const safeStars = (text: string): string => text.replaceAll('*', SAFE_STAR);

function localName(tag: string): string {
  const name = /^<\/?([^\s/>]+)/u.exec(tag)?.[1] ?? '';
  return name.slice(name.indexOf(':') + 1);
}
