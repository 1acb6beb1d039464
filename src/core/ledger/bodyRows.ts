import type { RawColumn, SheetGrid } from './grid';
import { CellKind } from './grid';
import { firstIndexFrom, isOwned, kindAt, textAt, trimText } from './cells';
import { isBlankMark } from './columnSource';
import { headingKey, headingText } from './headingText';
import type { FoundHeader } from './findHeader';
import type { MergeIndex } from './merges';

/** What a row below the header is. */
type RowKind = 'case' | 'blank' | 'skip' | 'total' | 'note';

const TOTAL = /^(?:合计|总计|共计|累计|总合计)(?:[：:（(\d件].*)?$/u;
const SUBTOTAL = /^(?:.{0,16}小计|本页合计|本页小计)(?:[：:（(\d件].*)?$/u;
const NOTE =
  /^(?:填表说明|填报说明|填写说明|备注说明|特别说明|说明|注释|附注|备注|注意事项|注意|注|[*＊※]注)(?:[：:]|\d|[（(]?[一二三1①]|[一二三]、|$)/u;
const SIGNATURE =
  /^(?:填表人|填报人|制表人|制表|经手人|审核人|复核人|审批人|签批人|负责人|单位负责人|主要负责人|主要领导|分管领导|填报单位|填表单位|报送单位|报送人|联系人|联系电话|填报日期|填报时间|填表日期|填表时间|制表日期|制表时间|日期|时间)(?:签字|签名|（签字）|\(签字\)|（签章）|\(签章\)|（盖章）|\(盖章\))?\s*[：:]/u;
/** What a note or a signature begins with. */
const NOTE_BEGINS = new Set('填备特说注释附*＊※制经审复签负单主分报联日时');
const SECTION =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}(?:部分|批|类))/u;
const EXAMPLE = /^[（(]?(?:示例|样例|举例|例|填写示例)[)）]?$/u;

/** The rows below a header, cases told from the rest. */
export interface LedgerBody {
  /** Rows that are cases, as indices into `grid.rows`, from below the header to the totals or notes that end it. */
  readonly rows: Int32Array;
  /**
   * What a row (an index into `grid.rows`) contributes to telling cases from the rest. As long as no row's changes,
   * `rows` holds: an edited cell need not have the whole sheet gone through again.
   */
  trait(at: number): string;
}

/** Tells the rows below a header apart. */
export function ledgerBody(
  grid: SheetGrid,
  header: FoundHeader,
  merges: MergeIndex,
  blankMarks: ReadonlySet<string>,
  knownHeading: (key: string) => boolean,
): LedgerBody {
  const body = new BodyReader(grid, header, merges, blankMarks, knownHeading);
  const rows = Int32Array.from(body.rows());
  return { rows, trait: (at) => body.trait(at) };
}

class BodyReader {
  /** Columns of the table that are the user's, left to right. */
  private readonly table: readonly RawColumn[];
  /** Mapped columns except the serial number: a row is a case when one of them says something. */
  private readonly telling: readonly RawColumn[];
  private readonly serial: RawColumn | undefined;
  private readonly headings: ReadonlyMap<number, ReadonlySet<string>>;
  /** By string of the sheet: 1 where it says nothing, 2 where it does, 0 where nobody looked yet. */
  private readonly blankString: Int8Array;
  /** The same of strings that are blanks only. */
  private readonly emptyString: Int8Array;
  /** Whether it had to be asked what follows a total or a note: then numbering has a say in which rows are cases. */
  private askedOn = false;

  constructor(
    private readonly grid: SheetGrid,
    private readonly header: FoundHeader,
    private readonly merges: MergeIndex,
    private readonly blankMarks: ReadonlySet<string>,
    private readonly knownHeading: (key: string) => boolean,
  ) {
    const { extent, columns, headings, conflicts } = header.mapping;
    this.table = grid.columns.filter(
      ({ column }) => column >= extent.left && column <= extent.right && !isOwned(grid, column),
    );
    const serial = columns.get('serial');
    const told = new Set([...columns.values(), ...conflicts.flatMap((conflict) => conflict.columns)]);
    this.telling = this.table.filter(({ column }) => told.has(column) && column !== serial);
    this.serial = this.table.find(({ column }) => column === serial);
    this.headings = new Map(
      [...headings].map(([column, heading]) => [column, new Set(heading.split('/').concat(heading).map(headingKey))]),
    );
    this.blankString = new Int8Array(grid.strings.length);
    this.emptyString = new Int8Array(grid.strings.length);
  }

  *rows(): Generator<number> {
    let lastSerial = 0;
    let any = false;
    for (let i = firstIndexFrom(this.grid, this.header.rows.bottom + 1); i < this.grid.rows.length; i++) {
      const kind = this.kindOf(i);
      if (kind === 'case') {
        any = true;
        lastSerial = this.serialOf(i) || lastSerial;
        yield i;
      } else if ((kind === 'total' || kind === 'note') && any && !this.goesOn(i, lastSerial)) return;
    }
  }

  trait(at: number): string {
    const kind = this.kindOf(at);
    return kind !== 'case' || !this.askedOn ? kind : `${kind} ${this.serialOf(at)} ${this.filled(at) >= 2}`;
  }

  /** Whether cases follow a total or a note all the same: numbering goes on, or a section heading opens the next part. */
  private goesOn(at: number, lastSerial: number): boolean {
    this.askedOn = true;
    for (let i = at + 1; i < this.grid.rows.length; i++) {
      const kind = this.kindOf(i);
      if (kind === 'blank') continue;
      if (kind === 'case') return lastSerial > 0 && this.serialOf(i) === lastSerial + 1 && this.filled(i) >= 2;
      if (kind === 'skip') return this.isSection(i, this.firstFilled(i, 2)) && this.kindOf(i + 1) === 'case';
    }
    return false;
  }

  private kindOf(i: number): RowKind {
    const filled = this.firstFilled(i, 3);
    const closing = this.closing(i, filled);
    if (!this.tells(i)) return closing ?? (this.isSection(i, filled) ? 'skip' : 'blank');
    if (closing) return closing;
    const skip =
      this.isSection(i, filled) || this.isRepeatedHeader(i) || this.isNumbering(i) || this.isExample(i, filled[0]);
    return skip ? 'skip' : 'case';
  }

  /** Whether a mapped column other than the serial number holds something a person wrote. */
  private tells(i: number): boolean {
    for (const column of this.telling) if (this.says(column, i)) return true;
    return false;
  }

  private says(column: RawColumn, i: number): boolean {
    const kind = kindAt(column, i);
    if (kind === CellKind.text) return !this.isBlankString(column.numbers[i] ?? -1);
    return kind === CellKind.number || kind === CellKind.boolean;
  }

  private isBlankString(string: number): boolean {
    const known = this.blankString[string];
    if (known) return known === 1;
    const text = trimText(this.grid.strings[string] ?? '');
    const blank = text === '' || isBlankMark(text, this.blankMarks);
    if (string >= 0) this.blankString[string] = blank ? 1 : 2;
    return blank;
  }

  private filled(i: number): number {
    return this.telling.filter((column) => this.says(column, i)).length;
  }

  /** Totals, notes and signatures, by the first cell that says something. */
  private closing(i: number, filled: readonly RawColumn[]): 'total' | 'note' | 'skip' | null {
    const [first, second, third] = filled;
    if (!first) return null;
    // A prefilled serial number may stand before 合计.
    const numbered = second !== undefined && first === this.serial && this.serialOf(i) > 0;
    const column = numbered ? second : first;
    const text = textAt(this.grid, column, i);
    // One glance settles most rows: every total holds 计, every note begins with one of a few characters.
    if (text === '' || (!text.includes('计') && (numbered || !NOTE_BEGINS.has(text[0] ?? '')))) return null;
    const labelled = first === this.serial && !numbered && third === undefined;
    const squeezed = text.replace(/[\s\u200b-\u200f\ufeff]+/gu, '');
    if (SUBTOTAL.test(squeezed)) return this.countsOnly(i, column) ? 'skip' : null;
    if (TOTAL.test(squeezed)) return this.countsOnly(i, column) ? 'total' : null;
    if (numbered) return null;
    // 注 | 1. …: a label in the column of the serial numbers and its text beside it.
    if (NOTE.test(squeezed) || SIGNATURE.test(squeezed)) return labelled || this.standsAlone(i, column) ? 'note' : null;
    return null;
  }

  /** A total is followed by numbers, not by the words of a case. */
  private countsOnly(i: number, first: RawColumn): boolean {
    return this.table.every((column) => {
      if (column === first || column === this.serial) return true;
      const text = textAt(this.grid, column, i);
      return (
        text === '' || /^[\d\s,.%件人户个起余—\-/／]*$/u.test(text) || /^(?:其中|已|未|共|按期|超期|办结)/u.test(text)
      );
    });
  }

  /** A note or signature has its row to itself, or shares it with others of its like. */
  private standsAlone(i: number, first: RawColumn): boolean {
    return this.table.every((column) => {
      if (column === first || this.isEmpty(column, i)) return true;
      const text = textAt(this.grid, column, i);
      return SIGNATURE.test(text.replace(/\s+/gu, '')) || (text === '' ? false : this.followsLabel(i, column));
    });
  }

  /** 填表人： | 甲某: the cell after a label that ends in a colon. */
  private followsLabel(i: number, column: RawColumn): boolean {
    const at = this.table.indexOf(column);
    const before = this.table[at - 1];
    return before !== undefined && /[：:]$/u.test(textAt(this.grid, before, i));
  }

  private isEmpty(column: RawColumn, i: number): boolean {
    const kind = kindAt(column, i);
    return kind === CellKind.blank || (kind === CellKind.text && this.isEmptyString(column.numbers[i] ?? -1));
  }

  private isEmptyString(string: number): boolean {
    const known = this.emptyString[string];
    if (known) return known === 1;
    const empty = trimText(this.grid.strings[string] ?? '') === '';
    if (string >= 0) this.emptyString[string] = empty ? 1 : 2;
    return empty;
  }

  /** The first cells of a row that hold something, at most `limit` of them. */
  private firstFilled(i: number, limit: number): readonly RawColumn[] {
    const found: RawColumn[] = [];
    for (const column of this.table) {
      if (this.isEmpty(column, i)) continue;
      found.push(column);
      if (found.length === limit) break;
    }
    return found;
  }

  /** 一、县信访局交办: one text alone in its row, numbered like a chapter or merged over most of the table. */
  private isSection(i: number, filled: readonly RawColumn[]): boolean {
    const only = filled[0];
    if (!only || filled.length !== 1) return false;
    const text = textAt(this.grid, only, i);
    if (text === '') return false;
    const { left, right } = this.header.mapping.extent;
    const row = this.grid.rows[i] ?? 0;
    const area = this.merges.beginningIn(row).find((a) => a.left <= only.column && a.right >= only.column);
    const width = area ? area.right - area.left + 1 : 1;
    if (width >= 3 && width * 2 >= right - left + 1) return true;
    return SECTION.test(text) && text.length <= 40 && only.column <= left + 1;
  }

  /** The header again, as printed on each page, or the header of another table below. */
  private isRepeatedHeader(i: number): boolean {
    let same = 0;
    let known = 0;
    let filled = 0;
    for (const column of this.table) {
      const kind = kindAt(column, i);
      if (kind === CellKind.blank) continue;
      if (kind !== CellKind.text) return false;
      const text = textAt(this.grid, column, i);
      if (text === '') continue;
      if (text.length > 40) return false;
      filled++;
      const { keys } = headingText(text);
      if (keys.some((key) => this.headings.get(column.column)?.has(key))) same++;
      else if (keys.some(this.knownHeading)) known++;
    }
    return filled >= 2 && (same * 2 > filled || (same + known >= 3 && (same + known) * 4 >= filled * 3));
  }

  /** A row that numbers the columns: 1 2 3 4 …, right below the header. */
  private isNumbering(i: number): boolean {
    if ((this.grid.rows[i] ?? 0) > this.header.rows.bottom + 2) return false;
    const numbers: number[] = [];
    for (const column of this.table) {
      const kind = kindAt(column, i);
      if (kind === CellKind.blank) continue;
      const value =
        kind === CellKind.number
          ? (column.numbers[i] ?? NaN)
          : Number(/^[（(]?(\d{1,2})[)）]?$/u.exec(textAt(this.grid, column, i).normalize('NFKC'))?.[1] ?? NaN);
      numbers.push(value);
    }
    const start = numbers[0] ?? NaN;
    return numbers.length >= 4 && start <= 2 && numbers.every((value, at) => value === start + at);
  }

  private isExample(i: number, first: RawColumn | undefined): boolean {
    return first !== undefined && first === this.serial && EXAMPLE.test(textAt(this.grid, first, i));
  }

  private serialOf(i: number): number {
    const column = this.serial;
    if (!column) return 0;
    const value =
      kindAt(column, i) === CellKind.number ? (column.numbers[i] ?? 0) : Number(textAt(this.grid, column, i));
    return Number.isInteger(value) && value > 0 ? value : 0;
  }
}
