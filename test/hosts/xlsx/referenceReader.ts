import { SaxesParser } from 'saxes';
import { columnLetters, columnNumber, CellKind, type CellArea, type SheetGrid } from '../../../src/core/ledger/grid';

/** One cell as either reader sees it; blank cells are not listed. */
export interface SeenCell {
  readonly kind: CellKind;
  readonly value: string | number;
  readonly style: number;
}

export interface SeenSheet {
  readonly cells: ReadonlyMap<string, SeenCell>;
  readonly merges: readonly CellArea[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly protected: boolean;
}

interface Node {
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  text: string;
}

/** The whole document as a tree, by a general XML parser: slow, large and hard to get wrong. */
function tree(xml: string): Node {
  const parser = new SaxesParser();
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const local = (name: string): string => name.replace(/^.*:/, '');
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const node: Node = { name: local(tag.name), attributes: tag.attributes, children: [], text: '' };
    open[open.length - 1]!.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => void (open[open.length - 1]!.text += text));
  parser.on('cdata', (text) => void (open[open.length - 1]!.text += text));
  parser.write(xml.replace(/^\ufeff/, '')).close();
  return root.children[0]!;
}

const all = (node: Node | undefined, name: string): Node[] =>
  node ? node.children.filter((c) => c.name === name) : [];
const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
const unescape = (text: string): string =>
  text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/** Text of <si> or <is>: its own t and those of its runs, never the phonetic guides. */
const richText = (node: Node): string =>
  unescape(
    node.children
      .map((c) =>
        c.name === 't'
          ? c.text
          : c.name === 'r'
            ? all(c, 't')
                .map((t) => t.text)
                .join('')
            : '',
      )
      .join(''),
  );

export const referenceStrings = (xml: string): string[] => all(tree(xml), 'si').map(richText);

/** Reads a worksheet part the plain way, for comparison with the scanner. */
export function referenceSheet(xml: string, strings: readonly string[] = [], styles = 1): SeenSheet {
  const sheet = tree(xml);
  const cells = new Map<string, SeenCell>();
  const hiddenRows = new Set<number>();
  let row = 0;
  for (const r of all(all(sheet, 'sheetData')[0], 'row')) {
    row = r.attributes['r'] === undefined ? row + 1 : Number(r.attributes['r']);
    let column = 0;
    for (const c of all(r, 'c')) {
      const [, letters, digits] = /^([A-Z]+)(\d+)$/i.exec(c.attributes['r'] ?? '') ?? [];
      column = letters === undefined ? column + 1 : columnNumber(letters);
      if (digits !== undefined) row = Number(digits);
      const style = Number(c.attributes['s'] ?? 0);
      const value = cellValue(c, strings);
      if (value) cells.set(`${columnLetters(column)}${row}`, { ...value, style: Math.min(style, styles) });
    }
    if (isTrue(r.attributes['hidden'])) hiddenRows.add(row);
  }
  const hiddenColumns = new Set<number>();
  for (const { attributes } of all(all(sheet, 'cols')[0], 'col'))
    if (isTrue(attributes['hidden']))
      for (let n = Number(attributes['min']); n <= Number(attributes['max']); n++) hiddenColumns.add(n);
  return {
    cells,
    merges: all(all(sheet, 'mergeCells')[0], 'mergeCell').map(({ attributes }) => area(attributes['ref']!)),
    hiddenRows: [...hiddenRows].sort((a, b) => a - b),
    hiddenColumns: [...hiddenColumns].sort((a, b) => a - b),
    protected: all(sheet, 'sheetProtection').some(({ attributes }) => isTrue(attributes['sheet'])),
  };
}

function cellValue(c: Node, strings: readonly string[]): Pick<SeenCell, 'kind' | 'value'> | null {
  const type = c.attributes['t'] ?? 'n';
  const v = all(c, 'v')[0];
  const is = all(c, 'is')[0];
  const formula = all(c, 'f').length > 0;
  const raw = v?.text ?? (is ? richText(is) : undefined);
  if (raw === undefined || raw === '')
    return formula && (raw === undefined || type !== 'str') ? { kind: CellKind.uncached, value: 0 } : null;
  if (is) return { kind: CellKind.text, value: raw };
  switch (type) {
    case 's': {
      const text = strings[Number(raw)]!;
      return text === '' ? null : { kind: CellKind.text, value: text };
    }
    case 'b':
      return { kind: CellKind.boolean, value: isTrue(raw.trim()) ? 1 : 0 };
    case 'e':
      return { kind: CellKind.error, value: unescape(raw) };
    case 'str':
      return { kind: CellKind.text, value: unescape(raw) };
    case 'd':
      return { kind: CellKind.text, value: raw.replace(/T00:00:00(\.0+)?$/, '').replace('T', ' ') };
    default:
      return Number.isNaN(Number(raw))
        ? { kind: CellKind.text, value: unescape(raw) }
        : { kind: CellKind.number, value: Number(raw) };
  }
}

function area(ref: string): CellArea {
  const [, left, top, right, bottom] = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(ref)!;
  return {
    top: Number(top),
    left: columnNumber(left!),
    bottom: Number(bottom ?? top),
    right: columnNumber(right ?? left!),
  };
}

/** The cells of a grid in the reference's form; `protected` is told apart from the grid. */
export function seenInGrid(grid: SheetGrid): Map<string, SeenCell> {
  const cells = new Map<string, SeenCell>();
  for (let i = 0; i < grid.rows.length; i++)
    for (const { column, kinds, numbers, styles } of grid.columns) {
      const kind = (kinds[i] ?? CellKind.blank) as CellKind;
      if (kind === CellKind.blank) continue;
      const text = kind === CellKind.text || kind === CellKind.error;
      const value = text ? grid.strings[numbers[i]!]! : numbers[i]!;
      cells.set(`${columnLetters(column)}${grid.rows[i]!}`, { kind, value, style: styles?.[i] ?? 0 });
    }
  return cells;
}
