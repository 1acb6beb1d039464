import type { CivilDay } from '../dates/civil';
import { ymd } from '../dates/civil';
import { numberAsDate, readDateText, readSerial, type DateReading } from '../dates/dateText';
import { problem, type Problem } from '../problem';
import type { CalendarData, Person, Unit } from '../rules/pack';
import { kindAt, textAt } from './cells';
import { address, CellKind, type RawColumn, type SheetGrid } from './grid';
import { headingText } from './headingText';
import { dateFormat, shownNumber } from './numberFormat';
import { splitNames } from './splitNames';

/** One row of 规则参数, and where it stands. */
export interface ParameterRow {
  readonly rule: string;
  readonly parameter: string;
  readonly value: string | number;
  readonly place: { readonly sheet: string; readonly cell: string };
}

/** What the workbook's own sheets add to the pack. Parts whose sheet is absent are null, or empty. */
export interface Companions {
  /** Names of the sheets that were there, in the order of `COMPANION_SHEETS`. */
  readonly sheets: readonly string[];
  /** 机构名册; null without the sheet. */
  readonly units: readonly Unit[] | null;
  /** 人员名册; null without the sheet. */
  readonly people: readonly Person[] | null;
  /** 节假日; null without the sheet. A year counts as covered as soon as one of its days is listed. */
  readonly calendar: CalendarData | null;
  /** 规则参数 */
  readonly parameters: readonly ParameterRow[];
  /** 调度记录: 编号 -> days on which a meeting covered the case, ascending, each once. */
  readonly reviews: ReadonlyMap<string, readonly CivilDay[]>;
  /** Whether the workbook has a sheet 调度记录 at all. */
  readonly hasReviews: boolean;
  /** Every cell or sheet that could not be used. */
  readonly problems: readonly Problem[];
}

/** The sheets by which a workbook adds to or overrides the pack for itself (design, section 5). */
export const COMPANION_SHEETS = ['机构名册', '人员名册', '节假日', '规则参数', '调度记录'] as const;
type CompanionSheet = (typeof COMPANION_SHEETS)[number];

/** Headings of each sheet; the first spelling is the design's. Those in `needed` must be there. */
const HEADINGS: Readonly<Record<CompanionSheet, Readonly<Record<string, readonly string[]>>>> = {
  机构名册: {
    机构: ['机构', '机构名称', '单位', '股室', '名称'],
    组别: ['组别', '分组', '类别'],
    分管领导: ['分管领导', '包保领导', '分管负责人'],
    别名: ['别名', '简称', '曾用名'],
  },
  人员名册: {
    姓名: ['姓名', '人员'],
    职务: ['职务', '职位'],
    机构: ['机构', '单位', '股室', '所在机构'],
    任职起: ['任职起', '任职起始', '任职日期', '任职时间'],
    任职止: ['任职止', '任职截止', '离任日期', '免职日期'],
  },
  节假日: {
    日期: ['日期', '时间'],
    休或班: ['休或班', '休/班', '休班', '类型'],
    名称: ['名称', '节日', '说明', '备注'],
  },
  规则参数: { 规则: ['规则', '规则名称'], 参数: ['参数', '参数名称'], 值: ['值', '参数值', '取值'] },
  调度记录: {
    日期: ['日期', '调度日期', '时间'],
    编号: ['编号', '诉求编号', '案件编号'],
    议定事项: ['议定事项', '事项', '内容'],
  },
};
const NEEDED: Readonly<Record<CompanionSheet, readonly string[]>> = {
  机构名册: ['机构'],
  人员名册: ['姓名'],
  节假日: ['日期', '休或班'],
  规则参数: ['规则', '参数', '值'],
  调度记录: ['日期', '编号'],
};
const LIST = /[、,，;；/／\n\r]+/u;
const SEARCHED_ROWS = 20;

/** A companion sheet whose headings were found, read cell by cell. */
interface Sheet {
  readonly name: string;
  /** Indices into the grid's rows below the header. */
  readonly rows: readonly number[];
  text(row: number, heading: string): string;
  number(row: number, heading: string): number | null;
  /** null for blank; a problem was noted where it can't be read. */
  day(row: number, heading: string): CivilDay | null | undefined;
  place(row: number, heading: string): { readonly sheet: string; readonly cell: string };
}

/**
 * Reads the sheets that a workbook carries beside its ledger. A bad cell spoils its row only, and is reported with
 * its address: `companion-heading-missing`, `companion-cell-blank`, `companion-date-unreadable`,
 * `companion-dates-reversed`, `companion-rest-unreadable`, `companion-duplicate`.
 */
export function readCompanions(sheets: (name: string) => SheetGrid | undefined): Companions {
  const problems: Problem[] = [];
  const present: string[] = [];
  const open = (name: CompanionSheet): Sheet | null => {
    const grid = sheets(name);
    if (!grid) return null;
    present.push(name);
    return openSheet(grid, name, problems);
  };
  const [units, people, holidays, parameters, reviews] = COMPANION_SHEETS.map(open);
  return {
    sheets: present,
    units: units ? readUnits(units, problems) : null,
    people: people ? readPeople(people, problems) : null,
    calendar: holidays ? readHolidays(holidays, problems) : null,
    parameters: parameters ? readParameters(parameters, problems) : [],
    reviews: reviews ? readReviews(reviews, problems) : new Map(),
    hasReviews: reviews !== null && reviews !== undefined,
    problems,
  };
}

function openSheet(grid: SheetGrid, name: CompanionSheet, problems: Problem[]): Sheet | null {
  const wanted = HEADINGS[name];
  for (let i = 0; i < Math.min(grid.rows.length, SEARCHED_ROWS); i++) {
    const columns = new Map<string, RawColumn>();
    for (const column of grid.columns) {
      const { keys } = headingText(textAt(grid, column, i));
      const heading = Object.keys(wanted).find((own) =>
        wanted[own]?.some((spelling) => keys.includes(headingText(spelling).keys[0] ?? '')),
      );
      if (heading !== undefined && !columns.has(heading)) columns.set(heading, column);
    }
    if (NEEDED[name].every((heading) => columns.has(heading))) return sheetFrom(grid, name, columns, i, problems);
  }
  problems.push(problem('companion-heading-missing', { sheet: name, headings: Object.keys(wanted) }, { sheet: name }));
  return null;
}

function sheetFrom(
  grid: SheetGrid,
  name: CompanionSheet,
  columns: ReadonlyMap<string, RawColumn>,
  header: number,
  problems: Problem[],
): Sheet {
  const cellOf = (row: number, heading: string): string =>
    address(grid.rows[row] ?? 0, columns.get(heading)?.column ?? 1);
  const text = (row: number, heading: string): string => {
    const column = columns.get(heading);
    if (!column) return '';
    if (kindAt(column, row) !== CellKind.number) return textAt(grid, column, row);
    const format = column.styles === null ? '' : (grid.formats[column.styles[row] ?? 0] ?? '');
    return shownNumber(column.numbers[row] ?? 0, format, grid.date1904);
  };
  const rows: number[] = [];
  for (let i = header + 1; i < grid.rows.length; i++) {
    if ([...columns.keys()].some((heading) => text(i, heading) !== '')) rows.push(i);
  }
  return {
    name,
    rows,
    text,
    number: (row, heading) => {
      const column = columns.get(heading);
      return column && kindAt(column, row) === CellKind.number ? (column.numbers[row] ?? null) : null;
    },
    day(row, heading) {
      const column = columns.get(heading);
      if (!column || text(row, heading) === '') return null;
      const reading = dayIn(grid, column, row);
      if ('on' in reading) return reading.on;
      const params = { sheet: name, cell: cellOf(row, heading), seen: text(row, heading), why: reading.unreadable };
      problems.push(problem('companion-date-unreadable', params, { sheet: name, cell: cellOf(row, heading) }));
      return undefined;
    },
    place: (row, heading) => ({ sheet: name, cell: cellOf(row, heading) }),
  };
}

function dayIn(grid: SheetGrid, column: RawColumn, row: number): DateReading {
  if (kindAt(column, row) !== CellKind.number)
    return readDateText(textAt(grid, column, row), { year: null, order: null });
  const value = column.numbers[row] ?? NaN;
  const format = column.styles === null ? '' : (grid.formats[column.styles[row] ?? 0] ?? '');
  return dateFormat(format) === 'none' ? numberAsDate(value, grid.date1904) : readSerial(value, grid.date1904);
}

/** Whether all the cells a row can't do without are filled; says which is not. */
function complete(sheet: Sheet, row: number, headings: readonly string[], problems: Problem[]): boolean {
  const blank = headings.filter((heading) => sheet.text(row, heading) === '');
  for (const heading of blank) {
    const place = sheet.place(row, heading);
    problems.push(problem('companion-cell-blank', { sheet: sheet.name, cell: place.cell, heading }, place));
  }
  return blank.length === 0;
}

function duplicate(sheet: Sheet, row: number, heading: string, problems: Problem[]): void {
  const place = sheet.place(row, heading);
  const params = { sheet: sheet.name, cell: place.cell, seen: sheet.text(row, heading) };
  problems.push(problem('companion-duplicate', params, place));
}

const squeeze = (text: string): string => text.replace(/[\s\u200b-\u200f\ufeff]+/gu, '');
const list = (text: string): readonly string[] =>
  [...new Set(text.split(LIST).map(squeeze))].filter((word) => word !== '');

function readUnits(sheet: Sheet, problems: Problem[]): readonly Unit[] {
  const units = new Map<string, Unit>();
  for (const row of sheet.rows) {
    if (!complete(sheet, row, ['机构'], problems)) continue;
    const name = squeeze(sheet.text(row, '机构'));
    if (units.has(name)) {
      duplicate(sheet, row, '机构', problems);
      continue;
    }
    const sponsor = splitNames(sheet.text(row, '分管领导'))[0];
    const unit = { name, group: sheet.text(row, '组别'), aliases: list(sheet.text(row, '别名')) };
    units.set(name, sponsor === undefined ? unit : { ...unit, sponsor });
  }
  return [...units.values()];
}

function readPeople(sheet: Sheet, problems: Problem[]): readonly Person[] {
  const people: Person[] = [];
  for (const row of sheet.rows) {
    if (!complete(sheet, row, ['姓名'], problems)) continue;
    const [from, to] = [sheet.day(row, '任职起'), sheet.day(row, '任职止')];
    if (from === undefined || to === undefined) continue;
    if (from !== null && to !== null && to < from) {
      const place = sheet.place(row, '任职止');
      problems.push(problem('companion-dates-reversed', { sheet: sheet.name, cell: place.cell }, place));
      continue;
    }
    const name = splitNames(sheet.text(row, '姓名'))[0] ?? squeeze(sheet.text(row, '姓名'));
    const unit = squeeze(sheet.text(row, '机构'));
    const person = { name, posts: list(sheet.text(row, '职务')), from, to };
    people.push(unit === '' ? person : { ...person, unit });
  }
  return people;
}

const REST = /^(?:休|放假|休息|休假|节假日|法定节假日|假|off)/iu;
const WORK = /^(?:班|上班|补班|调休上班|调休班|工作日|work)/iu;

function readHolidays(sheet: Sheet, problems: Problem[]): CalendarData {
  const years = new Set<number>();
  const off = new Map<CivilDay, string>();
  const work = new Map<CivilDay, string>();
  for (const row of sheet.rows) {
    if (!complete(sheet, row, ['日期', '休或班'], problems)) continue;
    const day = sheet.day(row, '日期');
    if (day === null || day === undefined) continue;
    const kind = squeeze(sheet.text(row, '休或班'));
    const place = sheet.place(row, '休或班');
    if (off.has(day) || work.has(day)) duplicate(sheet, row, '日期', problems);
    else if (REST.test(kind)) off.set(day, sheet.text(row, '名称'));
    else if (WORK.test(kind)) work.set(day, sheet.text(row, '名称'));
    else {
      problems.push(problem('companion-rest-unreadable', { sheet: sheet.name, cell: place.cell, seen: kind }, place));
      continue;
    }
    years.add(ymd(day).year);
  }
  return { years, off, work };
}

function readParameters(sheet: Sheet, problems: Problem[]): readonly ParameterRow[] {
  const rows = new Map<string, ParameterRow>();
  for (const row of sheet.rows) {
    if (!complete(sheet, row, ['规则', '参数', '值'], problems)) continue;
    const [rule, parameter] = [sheet.text(row, '规则'), sheet.text(row, '参数')];
    const key = `${rule}\u0000${parameter}`;
    if (rows.has(key)) duplicate(sheet, row, '参数', problems);
    else
      rows.set(key, {
        rule,
        parameter,
        value: sheet.number(row, '值') ?? sheet.text(row, '值'),
        place: sheet.place(row, '值'),
      });
  }
  return [...rows.values()];
}

function readReviews(sheet: Sheet, problems: Problem[]): ReadonlyMap<string, readonly CivilDay[]> {
  const reviews = new Map<string, Set<CivilDay>>();
  for (const row of sheet.rows) {
    if (!complete(sheet, row, ['日期', '编号'], problems)) continue;
    const day = sheet.day(row, '日期');
    if (day === null || day === undefined) continue;
    for (const number of list(sheet.text(row, '编号'))) {
      const days = reviews.get(number) ?? new Set();
      reviews.set(number, days.add(day));
    }
  }
  return new Map([...reviews].map(([number, days]) => [number, [...days].sort((a, b) => a - b)]));
}
