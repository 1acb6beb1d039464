import { matchBeside, matchStack } from './matchStack';
import { Tier, type HeadingMatch, type SynonymIndex } from './matchHeading';
import { headingText } from './headingText';
import type { HeaderStacks } from './headerBlock';
import type { FieldId, MappingConflict } from './table';

/** Which column holds which field, what could not be told, and how good the header is. */
export interface ColumnMapping {
  readonly columns: ReadonlyMap<FieldId, number>;
  readonly conflicts: readonly MappingConflict[];
  readonly headings: ReadonlyMap<number, string>;
  readonly extent: { readonly left: number; readonly right: number };
  /** How well the headings are known; 0 where nothing matches. */
  readonly score: number;
}

const POINTS: Readonly<Record<Tier, number>> = { [Tier.weak]: 1, [Tier.contained]: 2, [Tier.exact]: 3 };

/** Maps the columns of a header; of several tables side by side the best one, leftmost among equals. */
export function mapColumns(header: HeaderStacks, index: SynonymIndex): ColumnMapping {
  const matches = new Map<number, HeadingMatch | null>();
  const columns = [...header.stacks.keys()].sort((a, b) => a - b);
  for (const column of columns) {
    const parts = header.stacks.get(column) ?? [];
    const before = header.stacks.get(column - 1);
    const left = before && { parts: before, match: matches.get(column - 1) ?? null };
    matches.set(column, matchBeside(parts, matchStack(parts, index), left, index));
  }
  const tables = separateTables(columns, matches);
  let best: ColumnMapping | null = null;
  const lastColumn = Math.max(...header.stacks.keys());
  tables.forEach((table) => {
    const last = table[table.length - 1] ?? 0;
    const right = last === lastColumn ? Math.max(last, header.right) : last;
    const mapping = mapTable(table, right, header, matches);
    if (best === null || mapping.score > best.score) best = mapping;
  });
  return best ?? { columns: new Map(), conflicts: [], headings: new Map(), extent: { left: 0, right: 0 }, score: 0 };
}

/**
 * Splits headings at columns without one where what follows is a table of its own: it repeats two fields or more of
 * what came before. A single repeated field is a conflict within one table.
 */
function separateTables(
  columns: readonly number[],
  matches: ReadonlyMap<number, HeadingMatch | null>,
): readonly (readonly number[])[] {
  const pieces: number[][] = [];
  columns.forEach((column, at) => {
    const piece = pieces[pieces.length - 1];
    if (piece && columns[at - 1] === column - 1) piece.push(column);
    else pieces.push([column]);
  });
  const fieldsOf = (piece: readonly number[]): Set<FieldId> =>
    new Set(piece.flatMap((column) => matches.get(column)?.fields ?? []));
  const tables: number[][] = [];
  for (const piece of pieces) {
    const current = tables[tables.length - 1];
    const before = current ? fieldsOf(current) : new Set<FieldId>();
    const repeated = [...fieldsOf(piece)].filter((field) => before.has(field)).length;
    if (current && repeated < 2) current.push(...piece);
    else tables.push([...piece]);
  }
  return tables.map((table) => withoutStray(table, matches));
}

/** Drops what stands beside a table behind a column without heading and means nothing: somebody's notes. */
function withoutStray(table: readonly number[], matches: ReadonlyMap<number, HeadingMatch | null>): readonly number[] {
  let last = table.length - 1;
  for (let at = last; at > 0; at--) {
    const column = table[at];
    if (column === undefined || matches.get(column)) break;
    if (table[at - 1] !== column - 1) last = at - 1;
  }
  return table.slice(0, last + 1);
}

function mapTable(
  table: readonly number[],
  right: number,
  header: HeaderStacks,
  matches: ReadonlyMap<number, HeadingMatch | null>,
): ColumnMapping {
  const headings = new Map<number, string>();
  const claims = new Map<FieldId, { column: number; tier: Tier }[]>();
  const conflicts: MappingConflict[] = [];
  const contested = new Set<FieldId>();
  for (const column of table) {
    const heading = (header.stacks.get(column) ?? []).map((part) => headingText(part).shown).join('/');
    headings.set(column, heading);
    const match = matches.get(column);
    if (!match) continue;
    if (match.fields.length > 1) {
      conflicts.push({ code: 'one-heading-two-fields', fields: match.fields, columns: [column], headings: [heading] });
      for (const field of match.fields) contested.add(field);
      continue;
    }
    for (const field of match.fields) claims.set(field, [...(claims.get(field) ?? []), { column, tier: match.tier }]);
  }
  const columns = new Map<FieldId, number>();
  let score = 0;
  for (const [field, claimed] of claims) {
    const tier = Math.max(...claimed.map((claim) => claim.tier)) as Tier;
    const best = claimed.filter((claim) => claim.tier === tier);
    const only = best.length === 1 ? best[0] : undefined;
    score += POINTS[tier];
    if (only) columns.set(field, only.column);
    else {
      const rivals = best.map((claim) => claim.column);
      const names = rivals.map((column) => headings.get(column) ?? '');
      conflicts.push({ code: 'two-columns-one-field', fields: [field], columns: rivals, headings: names });
    }
  }
  // A field with a column to itself is not contested by a heading that names it beside another.
  const open = conflicts.filter(
    ({ code, fields }) => code !== 'one-heading-two-fields' || !fields.every((f) => columns.has(f)),
  );
  score += [...contested].filter((field) => !claims.has(field)).length;
  return { columns, conflicts: open, headings, extent: { left: table[0] ?? 0, right }, score };
}
