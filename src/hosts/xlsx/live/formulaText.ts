import { columnLetters, columnNumber, type CellArea } from '../../../core/ledger/grid';
import { MAX_COLUMN, MAX_ROW } from '../limits';

/** One end of a reference; a fixed side (`$`) stays when the formula moves. */
interface Corner {
  readonly row: number;
  readonly column: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

/** Cells that a formula reads. */
export interface FormulaReference {
  /** The sheet it names, or null for the formula's own. */
  readonly sheet: string | null;
  readonly from: Corner;
  readonly to: Corner;
}

/** What a formula reads, as far as its text tells. */
export interface FormulaReading {
  readonly references: readonly FormulaReference[];
  /** Whether it may read more than its references say: names, tables, INDIRECT, OFFSET, several sheets at once. */
  readonly opaque: boolean;
}

const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const END = String.raw`(?![\p{L}\p{N}_.(!])`;
const TOKENS = new RegExp(
  [
    '(?<text>"(?:[^"]|"")*")',
    String.raw`(?<error>#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!))`,
    String.raw`(?<sheet>'(?:[^']|'')+'!|[\p{L}_\\][\p{L}\p{N}_.]*!)`,
    String.raw`(?<bracket>\[(?:[^[\]]|\[[^\]]*\])*\])`,
    `(?<cells>${CELL}(?::${CELL})?${END})`,
    String.raw`(?<columns>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}${END})`,
    String.raw`(?<rows>\$?\d{1,7}:\$?\d{1,7}${END})`,
    String.raw`(?<word>[\p{L}_\\][\p{L}\p{N}_.?\\]*)(?<call>\s*\()?`,
    String.raw`(?<number>\d[\d.]*(?:[eE][+-]?\d+)?)`,
  ].join('|'),
  'gu',
);

/** Functions that read cells which their arguments only lead to. */
const LEADING = /^(?:INDIRECT|OFFSET|EVALUATE|CALL|RTD)$/i;

const readings = new Map<string, FormulaReading>();

/** The references of a formula (without its `=`); what looks like one inside a text or a name does not count. */
export function readFormula(formula: string): FormulaReading {
  const known = readings.get(formula);
  if (known) return known;
  const references: FormulaReference[] = [];
  let opaque = false;
  let sheet: string | null = null;
  let after = 0;
  for (const match of formula.matchAll(TOKENS)) {
    const groups = match.groups ?? {};
    if (sheet !== null && match.index !== after) sheet = null;
    after = match.index + match[0].length;
    if (groups['sheet'] !== undefined) {
      sheet = sheetNamed(groups['sheet']);
      // 一月:三月!A1 reads sheets that it does not name.
      opaque ||= formula[match.index - 1] === ':' || /[:[]/.test(sheet);
      continue;
    }
    const area = cornersOf(groups);
    if (area) references.push({ sheet, ...area });
    else if (groups['bracket'] !== undefined) opaque = true;
    else if (groups['word'] !== undefined)
      opaque ||=
        groups['call'] === undefined ? !/^(?:TRUE|FALSE)$/i.test(groups['word']) : LEADING.test(groups['word']);
    sheet = null;
  }
  const reading = { references, opaque };
  if (readings.size > 2000) readings.clear();
  readings.set(formula, reading);
  return reading;
}

const sheetNamed = (prefix: string): string =>
  prefix.startsWith("'") ? prefix.slice(1, -2).replaceAll("''", "'") : prefix.slice(0, -1);

/** The area a reference names in a formula that was moved so many rows and columns. */
export function areaOf({ from, to }: FormulaReference, rows = 0, columns = 0): CellArea {
  const [a, b] = [moved(from, rows, columns), moved(to, rows, columns)];
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/** The formula as it reads so many rows further down and columns further right; `#REF!` where that is off the sheet. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(TOKENS, (...args) => {
    const whole = args[0];
    const groups = args[args.length - 1] as Record<string, string | undefined>;
    const area = cornersOf(groups);
    if (!area) return whole;
    const ends = [moved(area.from, rows, columns), moved(area.to, rows, columns)];
    if (ends.some((end) => end.row < 1 || end.row > MAX_ROW || end.column < 1 || end.column > MAX_COLUMN))
      return '#REF!';
    const row = (end: Corner): string => (end.rowFixed ? '$' : '') + String(end.row);
    const column = (end: Corner): string => (end.columnFixed ? '$' : '') + columnLetters(end.column);
    const written = ends.map((end) =>
      groups['columns'] !== undefined ? column(end) : groups['rows'] !== undefined ? row(end) : column(end) + row(end),
    );
    return whole.includes(':') ? written.join(':') : written[0]!;
  });
}

/** The formula with every reference to a sheet that `isGone` names turned to `#REF!`, as Excel does when it goes. */
export function withoutSheets(formula: string, isGone: (sheet: string) => boolean): string {
  let out = '';
  let copied = 0;
  let from = -1;
  for (const match of formula.matchAll(TOKENS)) {
    const groups = match.groups ?? {};
    const end = match.index + match[0].length;
    if (groups['sheet'] !== undefined) from = isGone(sheetNamed(groups['sheet'])) ? match.index : -1;
    else {
      if (from >= 0) {
        out += `${formula.slice(copied, from)}#REF!`;
        copied = end;
      }
      from = -1;
    }
  }
  return out + formula.slice(copied);
}

const moved = (corner: Corner, rows: number, columns: number): Corner => ({
  ...corner,
  row: corner.rowFixed ? corner.row : corner.row + rows,
  column: corner.columnFixed ? corner.column : corner.column + columns,
});

function cornersOf(groups: Readonly<Record<string, string | undefined>>): { from: Corner; to: Corner } | null {
  if (groups['cells'] !== undefined) {
    const [first, second] = groups['cells'].split(':').map(cellCorner);
    return first ? { from: first, to: second ?? first } : null;
  }
  if (groups['columns'] !== undefined) {
    const [first, second] = groups['columns'].split(':');
    const corner = (text: string, row: number): Corner => ({
      row,
      column: columnNumber(text.replace('$', '')),
      rowFixed: true,
      columnFixed: text.startsWith('$'),
    });
    return { from: corner(first!, 1), to: corner(second!, MAX_ROW) };
  }
  if (groups['rows'] === undefined) return null;
  const [first, second] = groups['rows'].split(':');
  const corner = (text: string, column: number): Corner => ({
    row: Number(text.replace('$', '')),
    column,
    rowFixed: text.startsWith('$'),
    columnFixed: true,
  });
  return { from: corner(first!, 1), to: corner(second!, MAX_COLUMN) };
}

function cellCorner(text: string): Corner {
  const match = /^(\$?)([A-Za-z]+)(\$?)(\d+)$/.exec(text)!;
  return {
    row: Number(match[4]),
    column: columnNumber(match[2]!),
    rowFixed: match[3] !== '',
    columnFixed: match[1] !== '',
  };
}
