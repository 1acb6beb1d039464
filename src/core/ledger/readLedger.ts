import { addMonths, type CivilDay } from '../dates/civil';
import type { Fact, FactColumn, NumericColumn, Unknown } from '../facts/column';
import { FactState } from '../facts/column';
import type { FieldDefinition } from '../rules/pack';
import type { DayMonthOrder } from '../dates/dateText';
import { columnsByNumber, kindAt } from './cells';
import { columnSource, seenText, TextPool, type ColumnSource } from './columnSource';
import { CLARITY_FIELDS, START_FIELDS } from './fieldIds';
import type { FoundHeader } from './findHeader';
import { address, CellKind, type RawColumn, type SheetGrid } from './grid';
import { BLANK_MARKS, VAGUE_LIMITS } from './lexicons';
import { columnOrder, readDateColumn, readLimitColumn, type LimitReadings } from './readDates';
import { readBooleanColumn, readEnumColumn, readNamesColumn, readNumberColumn, readTextColumn } from './readText';
import type { FieldId, LedgerTable, LimitValue } from './table';
import { uniformColumn } from '../facts/columns';
import type { LedgerVocabulary } from './vocabulary';
import { yearOfSheet } from './yearAround';

/** The lexicon of placeholders that mean an empty cell. */
export const blankMarks = (pack: LedgerVocabulary): ReadonlySet<string> => {
  const words = pack.lexicons.get(BLANK_MARKS)?.words ?? [];
  return new Set(words.map((word) => word.replace(/\s+/gu, '')));
};

/** A ledger whose header and cases are known, as typed columns; each is read when first asked for. */
export class ReadLedger implements LedgerTable {
  readonly sheet: string;
  readonly headerRows: readonly number[];
  readonly extent: LedgerTable['extent'];
  readonly columns: LedgerTable['columns'];
  readonly headings: LedgerTable['headings'];
  readonly unmapped: readonly number[];
  readonly conflicts: LedgerTable['conflicts'];
  readonly count: number;
  readonly rowNumbers: Int32Array;

  protected readonly definitions: ReadonlyMap<FieldId, FieldDefinition>;
  private readonly raw: ReadonlyMap<number, RawColumn>;
  protected readonly texts: TextPool;
  protected readonly sheetYear: number | null;
  private readonly sources = new Map<FieldId, ColumnSource>();
  protected readonly typed = new Map<FieldId, FactColumn>();
  protected readonly limits = new Map<FieldId, LimitReadings>();
  /** How each column of dates or limits writes day and month. */
  protected readonly orders = new Map<FieldId, DayMonthOrder>();
  protected readonly yearless = new Set<FieldId>();
  protected starts: Float64Array | null = null;

  constructor(
    private readonly grid: SheetGrid,
    private readonly pack: LedgerVocabulary,
    private readonly header: FoundHeader,
    private readonly rows: Int32Array,
  ) {
    const { mapping } = header;
    this.sheet = grid.sheet;
    this.headerRows = Array.from({ length: header.rows.bottom - header.rows.top + 1 }, (_, i) => header.rows.top + i);
    this.extent = mapping.extent;
    this.columns = mapping.columns;
    this.headings = mapping.headings;
    this.conflicts = mapping.conflicts;
    const used = new Set(mapping.columns.values());
    this.unmapped = [...mapping.headings.keys()].filter((column) => !used.has(column)).sort((a, b) => a - b);
    this.count = rows.length;
    this.rowNumbers = rows.map((index) => grid.rows[index] ?? 0);
    this.definitions = new Map(pack.fields.map((field) => [field.id, field]));
    this.raw = columnsByNumber(grid);
    this.texts = new TextPool(grid.strings, blankMarks(pack));
    this.sheetYear = yearOfSheet(grid, header.rows.top);
  }

  field(id: FieldId): FactColumn | undefined {
    const kept = this.typed.get(id);
    if (kept) return kept;
    const column = this.read(id);
    if (column) this.typed.set(id, column);
    return column;
  }

  limit(id: FieldId, index: number): Fact<LimitValue> {
    const column = this.field(id);
    if (!column) return { unknown: 'column-missing', state: FactState.missing, field: id };
    const state = column.state[index] ?? FactState.blank;
    if (state === FactState.blank) return null;
    if (state === FactState.known) return this.limits.get(id)?.limits[index] ?? null;
    return column.why.get(index) ?? column.missing ?? null;
  }

  seen(id: FieldId, index: number): string {
    const source = this.source(id);
    return source ? seenText(source, index) : '';
  }

  cell(id: FieldId, index: number): string | null {
    const column = this.columns.get(id);
    const row = this.rowNumbers[index];
    return column === undefined || row === undefined ? null : address(row, column);
  }

  isNumberCell(id: FieldId, index: number): boolean {
    const source = this.source(id);
    return source !== undefined && kindAt(source.raw, source.at[index] ?? -1) === CellKind.number;
  }

  protected source(id: FieldId): ColumnSource | undefined {
    const kept = this.sources.get(id);
    if (kept) return kept;
    const column = this.columns.get(id);
    if (column === undefined) return undefined;
    const raw = this.raw.get(column) ?? emptyColumn(column);
    const source = columnSource(id, this.grid, raw, this.rows, this.header.rows.bottom + 1, this.texts);
    this.sources.set(id, source);
    return source;
  }

  private read(id: FieldId): FactColumn | undefined {
    const definition = this.definitions.get(id);
    if (!definition) return undefined;
    const source = this.source(id);
    if (!source) return CLARITY_FIELDS.includes(id) ? this.withoutColumn(id, definition) : undefined;
    switch (definition.type) {
      case 'date': {
        const readings = readDateColumn(source, this.sheetYear, this.settle(id, source));
        if (readings.isYearless) this.yearless.add(id);
        return readings.column;
      }
      case 'limit': {
        const readings = this.readLimits(id, source);
        this.limits.set(id, readings);
        return readings.column;
      }
      default:
        return this.readPlain(definition, source);
    }
  }

  /** Columns whose cells each speak for themselves. */
  protected readPlain({ type, vocabulary: name }: FieldDefinition, source: ColumnSource): FactColumn {
    switch (type) {
      case 'names':
        return readNamesColumn(source);
      case 'number':
        return readNumberColumn(source);
      case 'enum':
      case 'boolean': {
        const vocabulary = this.pack.vocabularies.get(name ?? '');
        // A pack with such a field and no vocabulary is refused when it is loaded; its words stand as they are.
        if (!vocabulary) return readTextColumn(source);
        const heading = this.headings.get(source.raw.column) ?? '';
        return type === 'enum' ? readEnumColumn(source, vocabulary, heading) : readBooleanColumn(source, vocabulary);
      }
      default:
        return readTextColumn(source);
    }
  }

  protected settle(id: FieldId, source: ColumnSource): DayMonthOrder {
    const order = columnOrder(source);
    this.orders.set(id, order);
    return order;
  }

  /** Blank in every row (design 3.6), unless two columns claim it: then which one holds is for a person to say. */
  private withoutColumn(id: FieldId, definition: FieldDefinition): FactColumn {
    const contested = this.conflicts.some((conflict) => conflict.fields.includes(id));
    const missing: Unknown = { unknown: 'heading-conflict', state: FactState.missing, field: id };
    return uniformColumn(definition.type, this.count, contested ? missing : undefined);
  }

  /** @param cases the cases that the source holds, where it does not hold all of them in turn */
  protected readLimits(id: FieldId, source: ColumnSource, cases?: readonly number[]): LimitReadings {
    const extension = id === 'extendedTo';
    // An extension comes after the limit that it extends.
    const extended = extension ? this.field('timeLimit') : undefined;
    const starts = this.startDays();
    const startOf = (place: number): CivilDay | null => {
      const index = cases ? (cases[place] ?? -1) : place;
      const limit = extended && this.limit('timeLimit', index);
      if (limit && 'kind' in limit && limit.kind === 'date') return limit.on;
      const start = starts[index] ?? NaN;
      return Number.isNaN(start) ? null : start;
    };
    const vagueWords = this.pack.lexicons.get(VAGUE_LIMITS)?.words ?? [];
    const heading = this.headings.get(source.raw.column) ?? '';
    const order = cases ? (this.orders.get(id) ?? null) : this.settle(id, source);
    return readLimitColumn(source, this.sheetYear, order, { vagueWords, heading, startOf, extension });
  }

  /** Where each case's period starts (design, section 4); NaN where nothing says so or the cell can't be read. */
  private startDays(): Float64Array {
    if (this.starts) return this.starts;
    const startOf = this.startReader();
    const starts = new Float64Array(this.count);
    for (let i = 0; i < this.count; i++) starts[i] = startOf(i);
    this.starts = starts;
    return starts;
  }

  protected startReader(): (index: number) => number {
    const dates = START_FIELDS.map((id) => this.field(id)).filter((column) => column !== undefined) as NumericColumn[];
    const assigned = this.field('assignedOn') as NumericColumn | undefined;
    const { campaign } = this.pack;
    const legacySince = campaign && addMonths(campaign.firstDay, -12 * campaign.legacyYears);
    const registered = ['registeredOn', 'receivedOn'].map((id) => this.field(id) as NumericColumn | undefined);
    return (index) => {
      const first = firstDay(registered, index);
      const legacy = legacySince !== undefined && first !== null && first < legacySince;
      const start = legacy ? (firstDay([assigned], index) ?? campaign?.assignmentDay) : firstDay(dates, index);
      return start ?? NaN;
    };
  }
}

/** The first of the columns that is filled: its day, or null where that can't be read or all are blank. */
function firstDay(columns: readonly (NumericColumn | undefined)[], index: number): CivilDay | null {
  for (const column of columns) {
    const state = column?.state[index] ?? FactState.blank;
    if (state === FactState.known) return column?.values[index] ?? null;
    if (state !== FactState.blank) return null;
  }
  return null;
}

const emptyColumn = (column: number): RawColumn => ({
  column,
  kinds: new Uint8Array(0),
  numbers: new Float64Array(0),
  styles: null,
});
