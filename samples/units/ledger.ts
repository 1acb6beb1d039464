/** The ledger of a unit as a workbook, as it stood on a day. */
import ExcelJS from 'exceljs';
import { formatIso, ymd, type CivilDay } from '../../src/core/dates/civil';
import { inventedName, type Case, type Cell } from '../cases';
import { bytesOf, companion, dressBody, dressHeader, put, title } from '../workbook';
import { Chance } from './chance';
import type { Layout } from './layouts';
import type { Life, UnitOfLedger } from './lives';
import { rowOf } from './rows';

export interface UnitLedger {
  readonly unit: UnitOfLedger;
  /** All units, for the rosters. */
  readonly all: readonly UnitOfLedger[];
  readonly layout: Layout;
  readonly lives: readonly Life[];
  readonly seed: string;
  /** Which further sheets it keeps. */
  readonly hasMeetings: boolean;
  readonly hasInspectors: boolean;
  readonly hasAdjustments: boolean;
}

const WIDE = /内容|情况|结果|方案/u;
const DAYS = /日期|调度|延期至/u;

/** Cells left blank or struck out, and what is written in such columns besides. */
const BLANKABLE = new Set([
  '人数',
  '联系电话',
  '住址',
  '受理日期',
  '备案日期',
  '经办人',
  '到访层级',
  '化解情况',
  '甄别人',
]);

export function unitLedger(ledger: UnitLedger, day: CivilDay): Promise<Uint8Array> {
  const { unit, layout, lives } = ledger;
  const book = new ExcelJS.Workbook();
  const { columns } = layout;
  const hasTwoRows = columns.some(([, lower]) => lower !== '');
  const head = layout.under === null ? 2 : 3;
  const body = head + (hasTwoRows ? 2 : 1);
  const sheet = book.addWorksheet(layout.sheet, { views: [{ state: 'frozen', ySplit: body - 1 }] });
  const fill = (text: string): string =>
    text.replaceAll('{单位}', unit.name).replaceAll('{日期}', written(day, 'chinese'));
  title(sheet, 1, fill(layout.title), columns.length);
  if (layout.under !== null) title(sheet, 2, fill(layout.under), columns.length, 11);
  writeHeadings(sheet, layout, head, hasTwoRows);

  let row = body;
  let serial = 0;
  const write = (cells: Case): void => {
    columns.forEach(([, , name], c) => put(sheet, row, c + 1, cells[name] ?? null));
    row++;
  };
  const cases = lives.flatMap((life) => {
    const cells = rowOf(life, day);
    return cells === null ? [] : [asWritten(cells, ledger, life)];
  });
  const sources = layout.bySource ? [...new Set(lives.map(({ channel }) => channel))] : [null];
  sources.forEach((source, n) => {
    if (source !== null) {
      sheet.mergeCells(row, 1, row, columns.length);
      sheet.getCell(row++, 1).value = `${'一二三四五六七'[n] ?? ''}、${source}`;
    }
    for (const one of cases) if (source === null || one.来源渠道 === source) write({ ...one, 序号: ++serial });
  });
  dressBody(sheet, body, row - 1, columns.length);
  if (layout.hasTotal) {
    sheet.getCell(row, 1).value = '合计';
    sheet.getCell(row++, 2).value = `${cases.length}件`;
  }
  sheet.getCell(row, 1).value = `填表人：${inventedName(701)}　　审核人：${unit.leaders[0]}`;
  columns.forEach(([, , name], c) => (sheet.getColumn(c + 1).width = WIDE.test(name) ? 34 : 11));
  addCompanions(book, ledger, day);
  return bytesOf(book);
}

function writeHeadings(sheet: ExcelJS.Worksheet, { columns }: Layout, head: number, hasTwoRows: boolean): void {
  columns.forEach(([upper, lower], c) => {
    if (upper !== '') put(sheet, head, c + 1, upper);
    if (lower !== '') put(sheet, head + 1, c + 1, lower);
  });
  if (hasTwoRows)
    for (let c = 0; c < columns.length; c++) {
      const [upper = '', lower = ''] = columns[c] ?? [];
      if (upper === '') continue;
      let last = c;
      while (lower !== '' && columns[last + 1]?.[0] === '') last++;
      if (lower === '') sheet.mergeCells(head, c + 1, head + 1, c + 1);
      else if (last > c) sheet.mergeCells(head, c + 1, head, last + 1);
    }
  dressHeader(sheet, head, head + (hasTwoRows ? 1 : 0), columns.length);
}

/** The row as a hand writes it: days in many forms, cells forgotten or struck out; the same on every day it is shown. */
function asWritten(cells: Case, { layout, seed }: UnitLedger, life: Life): Case {
  const chance = new Chance(`${seed} ${life.number}`);
  const form = layout.days[chance.between(0, layout.days.length - 1)] ?? 'real';
  return Object.fromEntries(
    Object.entries(cells).map(([name, cell]): [string, Cell] => {
      const isBlank = chance.happens(0.04) && BLANKABLE.has(name);
      if (isBlank) return [name, chance.happens(0.3) ? '/' : null];
      if (cell !== null && typeof cell === 'object' && 'day' in cell && DAYS.test(name) && form !== 'real')
        // A day of another year is never written without it.
        return [name, written(cell.day, ymd(cell.day).year === 2021 ? form : 'chinese')];
      return [name, cell];
    }),
  );
}

function written(day: CivilDay, form: Layout['days'][number]): string {
  const { year, month, day: date } = ymd(day);
  switch (form) {
    case 'chinese':
      return `${year}年${month}月${date}日`;
    case 'dots':
      return `${year}.${month}.${date}`;
    case 'short':
      return `${month}月${date}日`;
    case 'digits':
      return formatIso(day).replaceAll('-', '');
    case 'slashes':
      return `${year}/${month}/${date} 9:00:00`;
    default:
      return formatIso(day);
  }
}

function addCompanions(book: ExcelJS.Workbook, ledger: UnitLedger, day: CivilDay): void {
  const { all, unit, lives } = ledger;
  companion(book, '机构名册', [
    ['机构', '组别', '分管领导', '别名'],
    ...all.map(({ name, sponsor }) => [name, name.endsWith('司法所') ? '司法所' : '股室', sponsor, null]),
  ]);
  companion(book, '人员名册', [
    ['姓名', '职务', '机构', '任职起', '任职止'],
    ...[...new Set(all.map(({ sponsor }) => sponsor))].map((name): Cell[] => [
      name,
      '副局长',
      null,
      '2019-01-01',
      null,
    ]),
    ...all.flatMap(({ name, leaders }) =>
      leaders.map((leader, n): Cell[] => [
        leader,
        n > 0 ? '副职' : name.endsWith('司法所') ? '所长' : `${name}负责人`,
        name,
        '2019-01-01',
        null,
      ]),
    ),
  ]);
  if (ledger.hasMeetings) companion(book, '调度记录', [['日期', '编号', '议定事项'], ...meetings(lives, day)]);
  if (ledger.hasInspectors)
    companion(book, '社会督查员', [
      ['姓名', '单位', '村居', '回避亲属'],
      ...INSPECTORS.map(([village, work], n): Cell[] => [inventedName(1200 + n), work, village, inventedName(n + 1)]),
    ]);
  if (ledger.hasAdjustments)
    companion(book, '人工调整', [
      ['机构', '指标', '调整分', '理由', '调整人', '日期'],
      [unit.name, '', 1.5, '化解一件十年积案，县办通报表扬', unit.sponsor, { day: day - 5 }],
    ]);
}

const INSPECTORS = [
  ['甲一村', '某小学'],
  ['乙一社区', '某企业'],
  ['丙一村、丁一社区', null],
  ['己一村', '某卫生院'],
] as const;

/** The unit's meetings of the last five weeks, each on a few cases. */
function meetings(lives: readonly Life[], day: CivilDay): Cell[][] {
  return [4, 3, 2, 1, 0].flatMap((week): Cell[][] => {
    const on = day - 2 - 7 * week;
    const open = lives.filter(({ assigned, closed }) => assigned !== null && assigned < on && (closed ?? on) >= on);
    const talked = open.filter((_, n) => n % 9 === week);
    return talked.length === 0
      ? []
      : [
          [
            { day: on },
            talked.map(({ number }) => number).join('、'),
            week % 2 === 0
              ? '由包案负责人上门见面，本周内拿出书面处理意见；涉及其他股室的，由办公室协调。'
              : '继续调解，下次调度时报进展。',
          ],
        ];
  });
}
