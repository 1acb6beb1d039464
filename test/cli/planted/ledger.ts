import type { Planted } from './people';
import { hyphened, spaced, wide } from './people';

/** Rows of cells, as hosts and workbooks take them. */
export type Rows = readonly (readonly (string | number)[])[];

export const HEADINGS =
  '序号,编号,诉求人,人数,联系电话,身份证号,住址,标题,诉求内容,诉求类别,来源渠道,信访形式,到访层级,信访目的,登记日期,交办日期,受理日期,受理告知日期,责任股室,协办单位,包案负责人,包保领导,经办人,办理时限,时限来源,包保领导意见,备案日期,延期至,延期批准,延期批准日期,化解方案,办理情况,最近周调度,办理状态,化解情况,办结日期,办理结果,答复日期,反馈县办日期,是否销号,甄别分类,违法行为,认定依据,生活困难,帮扶救助,重复件,被反映单位（人）,备注,监护人,家属电话'.split(
    ',',
  );

type Own = Readonly<Record<string, string | number>>;

/** How a text names somebody who stands in no column. */
const TELLINGS: readonly ((one: Planted) => string)[] = [
  ({ name, phone }) => `村民${name}反映邻里纠纷，电话${spaced(phone)}`,
  ({ name, id }) => `与其子${name}（身份证号${id}）同来`,
  ({ name, landLine }) => `经与${name}沟通，座机${landLine}，同意调解`,
  ({ name, card }) => `补偿款转入${name}的账户，卡号${card}`,
  ({ name, phone }) => `${name}等5人来访，联系人：${name} ${hyphened(phone)}`,
  ({ name, id }) => `当事人${name}，男，汉族，证件${wide(id)}`,
  ({ name, phone }) => `已电话联系${name}，号码${wide(phone)}，其表示满意`,
  ({ name, landLine }) => `村主任${name}答复，电话（${landLine.slice(0, 4)}）${landLine.slice(5)}`,
];

/** What a case in some state says besides; each report finds cases of its own. */
const STATES: readonly Own[] = [
  { 办理状态: '办理中', 办理时限: '2021-10-05' },
  { 办理状态: '办理中', 办理时限: '2021-10-11', 时限来源: '股室提出' },
  { 办理状态: '办理中', 办理时限: '2021-09-20', 延期至: '2021-10-30' },
  { 办理状态: '已办结', 办结日期: '2021-09-30', 化解情况: '已化解', 答复日期: '', 是否销号: '否' },
  { 办理状态: '办理中', 责任股室: '', 交办日期: '' },
  { 办理状态: '办理中', 受理告知日期: '', 到访层级: '省', 人数: 6 },
  { 办理状态: '不予受理', 办结日期: '2021-09-15', 受理告知日期: '' },
  { 办理状态: '办理中', 信访目的: '检举控告' },
];
const UNITS = ['办公室', '政工股', '公证处', '法律援助中心', '城关司法所'];
/** Columns in which people write whatever they like. */
const FREE = [
  '标题',
  '诉求内容',
  '办理情况',
  '办理结果',
  '化解方案',
  '备注',
  '包保领导意见',
  '延期批准',
  '认定依据',
  '帮扶救助',
  '诉求类别',
  '来源渠道',
  '到访层级',
  '办理状态',
  '化解情况',
  '时限来源',
  '重复件',
] as const;

/** The ledger: `people` three a case, one in its columns, one of its text alone, one complained of or beside. */
export function ledgerRows(people: readonly Planted[]): Rows {
  const cases = Math.floor(people.length / 3);
  return Array.from({ length: cases }, (_, at): readonly (string | number)[] => {
    const [own, told, third] = [people[at]!, people[cases + at]!, people[2 * cases + at]!];
    const said = TELLINGS[at % TELLINGS.length]!(told);
    const free = FREE[at % FREE.length]!;
    const isComplaint = at % 5 === 0;
    const cells: Own = {
      序号: at + 1,
      编号: `诉〔2021〕${at + 1}号`,
      诉求人: at % 6 === 0 ? `${own.name}（${own.phone}）` : own.name,
      人数: 1,
      联系电话: [own.phone, own.landLine, hyphened(own.phone), wide(own.phone), `${own.phone}、${own.landLine}`][
        at % 5
      ]!,
      身份证号: at % 3 === 0 ? wide(own.id) : own.id,
      住址: own.address,
      诉求内容: `${own.name}来访，请求调解与${people[(at + 7) % cases]!.name}的纠纷，住${own.address}`,
      诉求类别: '邻里纠纷',
      来源渠道: '县诉求办转交',
      登记日期: '2021-09-01',
      交办日期: '2021-09-02',
      受理日期: '2021-09-02',
      受理告知日期: '2021-09-03',
      责任股室: UNITS[at % UNITS.length]!,
      包案负责人: '测试乙',
      包保领导: '测试丙',
      时限来源: '上级明确',
      办理情况: `已与${own.name}通话 ${spaced(own.phone)}，证件${own.id}，卡号${own.card}`,
      办理结果: at % 2 === 0 ? `经查，${own.name}所述属实` : '',
      备注: '',
      ...STATES[at % STATES.length]!,
      ...(isComplaint
        ? { '被反映单位（人）': `某县某局、${third.name}` }
        : { 监护人: third.name, 家属电话: third.phone }),
    };
    const more: Own = {
      ...cells,
      [free]: cells[free] === undefined || cells[free] === '' ? said : `${cells[free]}；${said}`,
    };
    // What is told of the third stands in one column only: its other numbers in the text.
    const last: Own = {
      ...more,
      化解方案: `${more['化解方案'] ?? ''}拟约${third.landLine}、${third.card}、证件号${third.id}`,
    };
    return HEADINGS.map((heading) => last[heading] ?? '');
  });
}
