import { address, columnLetters, columnNumber, type CellArea } from '../../../core/ledger/grid';

const REFERENCE = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;

/** Reads `A3:P118` or `A3`, with or without `$`; null for anything else. */
export function parseArea(text: string | undefined): CellArea | null {
  const match = REFERENCE.exec(text?.trim() ?? '');
  if (!match) return null;
  const [left, top] = [columnNumber(match[1]!), Number(match[2])];
  const [right, bottom] = match[3] === undefined ? [left, top] : [columnNumber(match[3]), Number(match[4])];
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

/** `A3:P118`; a single cell is `A3`. */
export function formatArea({ top, left, bottom, right }: CellArea): string {
  const first = address(top, left);
  return top === bottom && left === right ? first : `${first}:${address(bottom, right)}`;
}

/** `$A$3:$P$118`, as defined names have it. */
export const absoluteArea = ({ top, left, bottom, right }: CellArea): string =>
  `$${columnLetters(left)}$${top}:$${columnLetters(right)}$${bottom}`;

export const contains = (outer: CellArea, inner: CellArea): boolean =>
  outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;

export const overlaps = (a: CellArea, b: CellArea): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
