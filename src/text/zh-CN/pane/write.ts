import { listed } from './listed';
import { thousands } from './shell';

/** What a write would do, as far as it is said. */
interface Planned {
  readonly sheet: string;
  readonly columns: string | null;
  readonly headings: readonly string[];
  readonly cells: number;
  readonly rows: number;
  readonly sheets: readonly { readonly name: string; readonly rows: number; readonly isNew: boolean }[];
}

/** What the view 写回 says of the results: before they are written, and after. */
export const WRITE_WORDS = {
  tasksLabel: '写回的内容',
  tasks: { results: '写回结果', review: '调度记录', lists: '下拉列表', clear: '清除标记' },
  previewing: '正在核对台账现在的样子…',
  refresh: '刷新',
  /** What will be written where, in one sentence. */
  plan: ({ sheet, columns, headings, cells, rows, sheets }: Planned): string => {
    const own = sheets.map(({ name, isNew }) => `${name}（${isNew ? '新建' : '更新'}）`).join('、');
    return columns === null
      ? `写 ${sheets.length} 张督查工作表：${own}。`
      : `将在“${sheet}”的 ${columns} 列写 ${headings.length} 列 ${thousands(rows)} 行，共 ${thousands(cells)} 个单元格；另写 ${sheets.length} 张工作表：${own}。`;
  },
  untouched: '您自己的单元格不会改动。',
  unprotect: '要写督查列的，请先在“审阅”中撤销工作表保护，再点“刷新”。',
  moved: (rows: number): string => `检查之后有 ${thousands(rows)} 行换了位置，结果会跟着各自的诉求写到现在的行。`,
  changed: (rows: number): string => `检查之后有 ${thousands(rows)} 行改过内容，这些行只标“已变更，未写入”。`,
  added: (rows: number): string => `检查之后新增了 ${thousands(rows)} 行，还没有检查，只标“新增，未检查”。`,
  vanished: (rows: number): string => `检查过的诉求有 ${thousands(rows)} 件已不在台账里，不写。`,
  checkFirst: '要写上最新的结果，请先重新检查。',
  /** How many rows change, and how many stand already. */
  rowsChanging: (changing: number, unchanged: number): string => {
    if (changing === 0) return `${thousands(unchanged)} 行与检查结果一致，写入后督查列不变。`;
    return `${thousands(changing)} 行会变${unchanged > 0 ? `，${thousands(unchanged)} 行已与检查结果一致` : ''}。`;
  },
  tableTitle: '写入前后对照',
  tableNew: '这些单元格现在都是空的，将写入：',
  column: '督查列',
  before: '写入前',
  after: '写入后',
  blank: '（空）',
  row: (row: number, caseLabel: string): string => {
    const place = `第 ${row} 行`;
    return caseLabel === place ? place : `${place}　${caseLabel}`;
  },
  more: (rows: number): string => `另有 ${thousands(rows)} 行，写法相同，没有逐行列出。`,
  marks: '给有问题的单元格标色',
  marksHow: '标色是单独的条件格式，不改单元格自己的颜色，可随时清除。',
  noMarks: '这个版本的 Excel 不能标色（需要 Excel 2019 或更新的版本）。',
  write: '写入',
  /** What came of it. */
  written: ({ rows, sheets }: { readonly rows: number; readonly sheets: readonly string[] }): string =>
    `已写入 ${[
      ...(rows > 0 ? [`${thousands(rows)} 行督查列`] : []),
      ...(sheets.length > 0 ? [`${sheets.length} 张工作表：${listed(sheets)}`] : []),
    ].join('，')}。您自己的单元格没有改动。`,
} as const;

/** What is said of taking everything of ours away. */
export const CLEAR_WORDS = {
  heading: '清除本工具写入的内容',
  will: '将从工作簿里清除：',
  things: [
    '台账右侧的六列督查列',
    '督查工作表（督查汇总、督查问题、规则执行；误报和暂缓的记录也在其中）',
    '单元格标色',
    '本工具加的下拉列表',
  ],
  kept: '不动的：您自己的单元格、公式和格式，调度记录，列对应的更正。',
  clear: '清除标记',
  sure: '清除后要重新写入才有。确定清除吗？',
  confirm: '确认清除',
  keep: '不清除',
} as const;

/** What is said of lists to choose from. */
export const LIST_WORDS = {
  heading: '填写时可以选的下拉列表',
  how: '勾选的列在单元格里可以点选规范的词，也仍然可以照常填写别的。都不勾选再点“应用”，就全部撤掉。',
  none: '这张台账没有适合下拉列表的列。',
  choices: (column: string, count: number, first: readonly string[]): string =>
    `${column} 列，${count} 个选项：${first.join('、')}${count > first.length ? '…' : ''}`,
  apply: '应用',
  offered: (columns: number): string => `已在 ${columns} 列加上下拉列表。`,
  removed: '已撤掉本工具加的下拉列表，单元格里的内容没有改动。',
  leftAlone: (labels: readonly string[]): string =>
    `${listed(labels)}已有您自己的数据验证，没有改动。要改用这里的列表，请先在“数据验证”中清除原来的。`,
  notPossible: '这个版本的 Excel 不能由本工具设置下拉列表。',
  needed: '需要 Excel 2019 或更新的版本；也可以在网页工作台里设置，保存后用 Excel 打开照样有效。',
} as const;
