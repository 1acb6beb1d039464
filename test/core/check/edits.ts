import fc from 'fast-check';
import type { EditedCell } from '../../../src/core/ledger/editableSheet';
import { CellKind } from '../../../src/core/ledger/grid';
import type { TestCell, TestSheet } from '../ledger/gridFrom';

/** A sheet whose cells change one after another, and the range in which a table stands on it. */
export interface Scene {
  readonly sheet: TestSheet & { readonly rows: TestCell[][] };
  /** 1-based worksheet rows of the header and of the last row of the table. */
  readonly header: number;
  readonly last: number;
  readonly width: number;
}

/** An edit of a scene: cells, each where and what. */
export type SceneEdit = readonly SceneCell[];
interface SceneCell {
  /** 1-based worksheet row and column. */
  readonly row: number;
  readonly column: number;
  readonly cell: TestCell;
}

const serial = (number: number, format = 'yyyy/m/d'): TestCell => ({ number, format });
const DATES: readonly TestCell[] = [
  '2021年8月31日',
  '2021.9.1',
  '20210905',
  '9月3日',
  '10月8日',
  '2月29日',
  '3/4/2021',
  '31/08/2021',
  '08/31/2021',
  '9/10/2021',
  '10月32日',
  '不详',
  '/',
  '二〇二一年九月一日',
  '2020年3月1日',
  '2021-12-30',
  serial(44440),
  serial(44470, 'yyyy"年"m"月"'),
  serial(44480, 'General'),
  serial(60),
  44439,
  12,
  true,
  { error: '#REF!' },
  { uncached: true },
];
const LIMITS: readonly TestCell[] = [
  ...DATES,
  '60日内',
  '15个工作日',
  '一个月内',
  '尽快',
  '长期坚持',
  '10月底前',
  '10月中旬',
  '三季度',
  '年底前',
  '10月8日前',
  '10月3日-8日',
  '8/9/2021前',
];
const TEXTS: readonly TestCell[] = [
  '要求落实征地补偿款，生活困难',
  '要求落实征地补偿款, 生活困难。',
  '诉求人打砸办公室',
  '8月31日已约谈，正在调处',
  '9月6日已约谈，正在调处',
  '已转交相关单位办理',
  '已批示阅处',
  '感谢您的留言，已收悉',
  '经查，根据《土地管理法》第四十七条，不予支持',
  '不予支持',
  '已调解成功，下一步加强巡查',
  '无',
  '  ',
  '合计',
  3,
  { error: '#N/A' },
];
const NUMBERS: readonly TestCell[] = [
  '甲〔2021〕1号',
  '甲〔2021〕１号',
  '甲〔2021〕2号',
  'A-1',
  'a-1 ',
  7,
  '无',
  '一、县信访局交办',
];
const PEOPLE: readonly TestCell[] = [
  '甲某',
  '甲某、乙某',
  '待定',
  '局长',
  '孔 甲某',
  '丙某（局长）',
  5,
  { uncached: true },
];
const UNITS: readonly TestCell[] = [
  '办公室',
  '公证处、办公室',
  '办公室（牵头）、政工股',
  '相关股室',
  '法援中心',
  '城关司法所',
  '某某股',
  '待定',
];
const STATES: readonly TestCell[] = ['办理中', '已办结', '受理', '转出', '稳控', '待定', '已办结吗', '是', '否'];
const FLAGS: readonly TestCell[] = ['是', '否', '有', '无', '待定', true, false, '说不清', '√'];

/** Headings of a ledger with what may stand below them. */
const COLUMNS: readonly (readonly [heading: string, cells: readonly TestCell[]])[] = [
  ['序号', [1, 2, 3, 4, 5, '6', '注', '合计']],
  ['编号', NUMBERS],
  ['诉求人', PEOPLE],
  ['诉求内容', TEXTS],
  ['责任股室', UNITS],
  ['包案负责人', PEOPLE],
  ['办理时限', LIMITS],
  ['登记日期', DATES],
  ['交办日期', DATES],
  ['受理日期', DATES],
  ['办理状态', STATES],
  ['办结日期', DATES],
  ['办理情况', TEXTS],
  ['办理结果', TEXTS],
  ['延期至', LIMITS],
  ['延期批准', ['同意', '不同意', '同意，9月1日', '待批']],
  ['时限来源', ['上级明确', '股室提出', '别处']],
  ['来源渠道', ['县信访部门交办', '自行梳理', '县诉求办转交']],
  ['人数', ['12人', '约20人', 3, '十二', '许多']],
  ['联系电话', ['13800000000', '不详', '123', 13800000000]],
  ['身份证号', ['340123190001010000', 340123190001010000]],
  ['备案日期', [...DATES, '未备案']],
  ['包保领导意见', ['同意', '不同意', '同意，9月1日']],
  ['最近周调度', DATES],
  ['反馈县办日期', DATES],
  ['是否销号', FLAGS],
  ['销号日期', DATES],
  ['甄别分类', ['政策内合理', '部分合理', '政策外或不合理', '待甄别', '不知道']],
  ['违法行为', FLAGS],
  ['认定依据', ['县公安局行政处罚决定书', '口头']],
  ['生活困难', FLAGS],
  ['内部标记', ['甲', 1, '合计']],
  ['备注', [...TEXTS, '填表人：甲某']],
];
/** What a header cell, a title or a cell beside the table may be changed to. */
const ANYWHERE: readonly TestCell[] = [
  ...COLUMNS.map(([heading]) => heading),
  '办理时限/到期日',
  '某县诉求台账（2021年）',
  '某县诉求台账（2020年）',
  '填报时间：2021年10月',
  '合计',
  '随手记',
  44440,
  null,
];

const oneOf = (cells: readonly TestCell[]): fc.Arbitrary<TestCell> =>
  fc.oneof({ arbitrary: fc.constantFrom(...cells), weight: 5 }, { arbitrary: fc.constant(null), weight: 1 });

type Column = (typeof COLUMNS)[number] | typeof GAP;
/** A column without a heading, and without a cell until somebody writes into it. */
const GAP = [null, ['甲', 1, '合计', '注：见附件', '填表人：', '说明']] as const;

/** Fields that rest on one another, so that few columns are enough for an edit of one to reach another. */
const THEMES: readonly (readonly string[])[] = [
  ['诉求内容', '办理时限', '延期至', '延期批准', '登记日期', '交办日期', '受理日期'],
  ['诉求内容', '责任股室', '办理时限', '登记日期', '办结日期'],
  ['编号', '诉求人', '诉求内容', '办理情况', '办理状态', '办结日期'],
  ['诉求内容', '办理情况', '办理结果', '甄别分类', '违法行为', '认定依据', '生活困难'],
  ['序号', '诉求内容', '责任股室', '办理时限', '办理状态', '销号日期', '是否销号'],
];

/** The columns of a theme, or few headings that make a ledger and any others. */
const someColumns: fc.Arbitrary<Column[]> = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...THEMES).map((theme) => COLUMNS.filter(([heading]) => theme.includes(heading))),
      fc
        .tuple(fc.subarray(COLUMNS.slice(0, 7), { minLength: 4 }), fc.subarray(COLUMNS.slice(7)))
        .map(([some, others]) => [...some, ...others]),
    ),
    fc.option(fc.integer({ min: 1, max: 3 })),
  )
  .map(([columns, gap]) => (gap === null ? columns : [...columns.slice(0, gap), GAP, ...columns.slice(gap)]));

const MERGES: readonly (readonly string[] | null)[] = [[], [], null, ['B4:B5'], ['C5:C7', 'A4:A5', 'B6:D6']];

/** A ledger with edits to be made to it one after another, on its cells mostly, around them now and then. */
export const scenes: fc.Arbitrary<{ readonly scene: Scene; readonly edits: readonly SceneEdit[] }> = someColumns.chain(
  (columns) =>
    fc.integer({ min: 1, max: 7 }).chain((count) => {
      const row = fc.tuple(...columns.map(([heading, cells]) => (heading === null ? fc.constant(null) : oneOf(cells))));
      const first = 3;
      const last = first + count + 1;
      const inTable = fc.integer({ min: 0, max: columns.length - 1 }).chain((at) =>
        fc.record({
          row: fc.integer({ min: first, max: first + count - 1 }),
          column: fc.constant(at + 1),
          cell: oneOf(columns[at]![1]),
        }),
      );
      const around = fc.record({
        row: fc.integer({ min: 1, max: last + 2 }),
        column: fc.integer({ min: 1, max: columns.length + 3 }),
        cell: fc.constantFrom(...ANYWHERE),
      });
      const blanked = fc
        .integer({ min: 1, max: last })
        .map((at) => columns.map((_, column) => ({ row: at, column: column + 1, cell: null })));
      // A row of words below the header may become part of it.
      const likeHeader = fc
        .tuple(row, fc.constantFrom(...COLUMNS), fc.integer({ min: 1, max: 2 }))
        .map(([cells, [heading], beside]) => [
          ...cells.map((cell, at) => ({ row: first, column: at + 1, cell: typeof cell === 'string' ? cell : null })),
          { row: first, column: columns.length + beside, cell: heading },
        ]);
      const edit = fc.oneof(
        { arbitrary: inTable.map((one) => [one]), weight: 12 },
        { arbitrary: fc.array(inTable, { minLength: 2, maxLength: 5 }), weight: 3 },
        { arbitrary: around.map((one) => [one]), weight: 3 },
        { arbitrary: blanked, weight: 1 },
        { arbitrary: likeHeader, weight: 1 },
      );
      return fc
        .record({
          title: fc.constantFrom('某县诉求台账', '某县2021年诉求台账'),
          body: fc.array(row, { minLength: count, maxLength: count }),
          total: fc.constantFrom<TestCell[]>([], [], ['合计', null, 3], ['填表人：甲某']),
          merges: fc.constantFrom(...MERGES),
          edits: fc.array(edit, { minLength: 1, maxLength: 5 }),
        })
        .map(({ title, body, total, merges, edits }) => ({
          scene: {
            sheet: {
              rows: [[title], columns.map(([heading]) => heading), ...body.map((cells) => [...cells]), total],
              merges,
            },
            header: 2,
            last,
            width: columns.length,
          },
          edits,
        }));
    }),
);

/** Makes an edit on the scene's own cells. */
export function makeEdit({ sheet }: Scene, edit: SceneEdit): void {
  for (const { row, column, cell } of edit) {
    while (sheet.rows.length < row) sheet.rows.push([]);
    const cells = sheet.rows[row - 1]!;
    while (cells.length < column) cells.push(null);
    cells[column - 1] = cell;
  }
}

/** The same edit as a host hands it over. */
export const editedCells = (edit: SceneEdit): EditedCell[] => edit.map(asHostReads);

/** A cell as a host reads it, with the format that `gridFrom` gives it. */
function asHostReads({ row, column, cell }: SceneCell): EditedCell {
  const place = { row, column };
  if (cell === null) return { ...place, kind: CellKind.blank };
  if (typeof cell === 'string') return { ...place, kind: CellKind.text, text: cell };
  if (typeof cell === 'number') return { ...place, kind: CellKind.number, number: cell, format: 'General' };
  if (typeof cell === 'boolean') return { ...place, kind: CellKind.boolean, number: Number(cell) };
  if ('error' in cell) return { ...place, kind: CellKind.error, text: cell.error };
  if ('uncached' in cell) return { ...place, kind: CellKind.uncached };
  return { ...place, kind: CellKind.number, number: cell.number, format: cell.format };
}
