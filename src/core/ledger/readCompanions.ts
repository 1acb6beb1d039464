import type { CivilDay } from '../dates/civil';
import { ymd } from '../dates/civil';
import { problem, type Problem } from '../problem';
import type { CalendarData, Person, Unit } from '../rules/pack';
import type { SheetGrid } from './grid';
import { complete, duplicate, openSheet, type Sheet } from './headedSheet';
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
  /** The same with what the meetings decided; those that say nothing are left out. */
  readonly decisions: ReadonlyMap<string, readonly ReviewDecision[]>;
  /** Whether the workbook has a sheet 调度记录 at all. */
  readonly hasReviews: boolean;
  /** Every cell or sheet that could not be used. */
  readonly problems: readonly Problem[];
}

/** What a meeting decided of a case (议定事项). */
export interface ReviewDecision {
  readonly on: CivilDay;
  readonly text: string;
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
    return openSheet(grid, name, { headings: HEADINGS[name], needed: NEEDED[name] }, problems);
  };
  const [units, people, holidays, parameters, reviews] = COMPANION_SHEETS.map(open);
  return {
    sheets: present,
    units: units ? readUnits(units, problems) : null,
    people: people ? readPeople(people, problems) : null,
    calendar: holidays ? readHolidays(holidays, problems) : null,
    parameters: parameters ? readParameters(parameters, problems) : [],
    reviews: reviews ? readReviews(reviews, problems) : new Map(),
    decisions: reviews ? readDecisions(reviews) : new Map(),
    hasReviews: reviews !== null && reviews !== undefined,
    problems,
  };
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

/** The sheet that meetings are recorded on. */
export const REVIEW_SHEET = '调度记录' satisfies CompanionSheet;

/** Its headings, day, numbers and decision, as a sheet that is there spells them. */
export function reviewHeadings(grid: SheetGrid | null): readonly string[] {
  const headings = Object.keys(HEADINGS[REVIEW_SHEET]);
  const sheet =
    grid && openSheet(grid, REVIEW_SHEET, { headings: HEADINGS[REVIEW_SHEET], needed: NEEDED[REVIEW_SHEET] }, []);
  return headings.map((heading) => sheet?.written.get(heading) ?? heading);
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

/** Days that can't be read were told when the reviews were. */
function readDecisions(sheet: Sheet): ReadonlyMap<string, readonly ReviewDecision[]> {
  const decisions = new Map<string, ReviewDecision[]>();
  for (const row of sheet.rows) {
    const text = sheet.text(row, '议定事项').trim();
    const on = text === '' ? null : sheet.day(row, '日期', []);
    if (on === null || on === undefined) continue;
    for (const number of list(sheet.text(row, '编号'))) {
      const ofCase = decisions.get(number) ?? [];
      decisions.set(number, ofCase);
      ofCase.push({ on, text });
    }
  }
  for (const ofCase of decisions.values()) ofCase.sort((a, b) => a.on - b.on);
  return decisions;
}
