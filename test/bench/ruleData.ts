/** Made-up ledgers for the race of evaluators: 20 columns as a host reads them from a sheet, every value readable. */
import { CellKind, type RawColumn, type SheetGrid } from '../../src/core/ledger/grid';
import type { FactSource } from '../../src/core/rules/outcome';
import type { FactColumn } from '../../src/core/facts/column';
import { randomNumbers } from './ledgerFile';
import { CHANNELS, DEPARTMENTS, FIELD_IDS, HEADINGS, KINDS, MATTERS, STAGES, STREETS, WORD_LISTS } from './ruleSet';

/** What clerks write around the words that rules look for; about 140 characters make a text. */
const PIECES = (
  '来电人反映 该居民表示 位于本县 小区北门附近 每天晚上十点以后 多次联系相关部门 一直没有得到 有效的处理结果 希望有关单位 尽快核实处理 ' +
  '并给予书面答复 诉求人称其于上月 办理过该项业务 工作人员告知 需要补充材料 但未说明原因 影响周边居民 正常生活出行 老人和孩子较多 存在一定困难 ' +
  '诉求人认为 这样的做法不合理 请协调解决 之前已经反映过 目前情况没有改善 来电人对此不认可 要求书面说明 具体地址为 三号楼二单元 联系电话见上 ' +
  '路口红绿灯 公交站台旁边 商铺门口摆放 占用人行道 车辆无法通行 下雨天更加明显 夏季气温较高 冬季温度偏低 费用标准不清楚 合同约定期限 ' +
  '已经超过三个月 开发企业承诺 交房时间推迟 业主代表 村委会工作人员 现场查看后 表示会向上级汇报 截至目前 仍未有人联系 望予以重视'
).split(' ');

/** Excel's serial number of 2021-01-01. */
const FIRST_SERIAL = 44197;

/** A sheet with a header row and `count` cases. */
export function raceGrid(count: number, seed = 42): SheetGrid {
  const random = randomNumbers(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const strings: string[] = [];
  const numberOf = new Map<string, number>();
  const shared = (text: string): number => {
    let at = numberOf.get(text);
    if (at === undefined) numberOf.set(text, (at = strings.push(text) - 1));
    return at;
  };
  const unshared = (text: string): number => strings.push(flat(text)) - 1;
  const columns = HEADINGS.map((heading, at): RawColumn => {
    const numbers = new Float64Array(count + 1);
    numbers[0] = shared(heading);
    return { column: at + 1, kinds: new Uint8Array(count + 1).fill(CellKind.text, 0, 1), numbers, styles: null };
  });
  const put = (field: string, row: number, kind: CellKind, value: number): void => {
    const column = columns[FIELD_IDS.indexOf(field)] as RawColumn;
    column.kinds[row] = kind;
    column.numbers[row] = value;
  };
  const text = (field: string, row: number, value: string): void => put(field, row, CellKind.text, shared(value));
  const number = (field: string, row: number, value: number): void => put(field, row, CellKind.number, value);
  for (let row = 1; row <= count; row++) {
    const received = FIRST_SERIAL + below(300);
    const closes = random() < 0.6;
    number('serial', row, row);
    if (random() < 0.97) put('caseNo', row, CellKind.text, unshared(`SQ2021${String(row).padStart(8, '0')}`));
    if (random() < 0.97) put('phone', row, CellKind.text, unshared(`139${String(below(1e8)).padStart(8, '0')}`));
    number('receivedOn', row, received);
    number('deadline', row, received + 5 + below(25));
    number('closedOn', row, received - 2 + below(42));
    number('repliedOn', row, received + below(60));
    text('department', row, pick(DEPARTMENTS));
    if (random() < 0.92) text('leader', row, `测试${pick([...'甲乙丙丁戊己庚辛壬癸'])}${below(9)}`);
    text('street', row, pick(STREETS));
    text('matter', row, pick(MATTERS));
    text('kind', row, pick(KINDS));
    text('channel', row, pick(CHANNELS));
    text('stage', row, closes ? '已办结' : pick(STAGES));
    text('urgent', row, random() < 0.1 ? '是' : '否');
    number('mark', row, 1 + below(5));
    number('calls', row, below(4));
    number('repeats', row, Math.floor(random() * random() * 9));
    const content = prose(random, pick);
    put('content', row, CellKind.text, unshared(content));
    if (closes || random() < 0.1)
      put('result', row, CellKind.text, unshared(`已联系诉求人，${content.slice(0, 40)}，已办结。`));
  }
  return {
    sheet: '台账',
    rows: Int32Array.from({ length: count + 1 }, (_, i) => i + 1),
    columns,
    strings,
    formats: [],
    merges: [],
    hiddenRows: new Int32Array(0),
    hiddenColumns: new Int32Array(0),
    date1904: false,
    ownedColumns: null,
  };
}

function prose(random: () => number, pick: <T>(list: readonly T[]) => T): string {
  let text = '';
  while (text.length < 135) text += pick(PIECES) + (random() < 0.1 ? '，' : '');
  if (random() >= 0.45) return text;
  for (let hits = 1 + Math.floor(random() * 3); hits > 0; hits--) {
    const at = Math.floor(random() * text.length);
    text = text.slice(0, at) + pick(pick(WORD_LISTS)) + text.slice(at);
  }
  return text;
}

/** One piece of memory, as a host decodes it, in place of a tree of pieces. */
const flat = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

/** One case as other engines take it: a plain object; what is blank is null. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** The cases of a source as plain objects, for engines that know nothing else. */
export function rowsOf(facts: FactSource, today: number): Row[] {
  const columns = FIELD_IDS.map((id) => [id, facts.column(id)] as const);
  return Array.from({ length: facts.count }, (_, i) => {
    const row: Record<string, string | number | boolean | null> = { today };
    for (const [id, column] of columns) row[id] = valueAt(column, i);
    return row;
  });
}

function valueAt(column: FactColumn, index: number): string | number | boolean | null {
  if (column.state[index] !== 1) return null;
  if (column.type === 'boolean') return column.values[index] === 1;
  if (column.type === 'names') throw new Error('the race has no lists');
  return column.values[index] ?? null;
}
