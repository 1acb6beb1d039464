/** Rows of cells, as texts. */
export type Block = readonly (readonly string[])[];

/**
 * Reads what Excel and WPS put on the clipboard as text: cells by tabs, rows by line breaks; a cell that holds a tab, a
 * line break or a quote stands in quotes. A quote elsewhere is a quote.
 */
export function parseBlock(text: string): Block {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const end = text.length;
  while (at < end) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : null;
    const stop = quoted ? quoted.end : nextStop(text, at);
    row.push(quoted ? quoted.cell : text.slice(at, stop));
    at = stop;
    if (text[at] === '\t') {
      at++;
      if (at === end) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** A block as Excel and WPS take it in. */
export const blockText = (block: Block): string =>
  block
    .map((row) => row.map((cell) => (/[\t\n\r"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join('\t'))
    .join('\n');

/** A cell in quotes, if it is one: the closing quote must end it. */
function readQuoted(text: string, start: number): { readonly cell: string; readonly end: number } | null {
  let cell = '';
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at++;
    } else {
      const next = text[at + 1];
      const closes = next === undefined || next === '\t' || next === '\r' || next === '\n';
      return closes ? { cell: cell.replace(/\r\n?/g, '\n'), end: at + 1 } : null;
    }
  }
  return null;
}

function nextStop(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\t' && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
