/**
 * Invented appeals. Every name is made of a surname, a heavenly stem and a numeral, so that nobody is called so;
 * phone numbers use the unassigned 100 prefix's shape of 1390000xxxx, ID numbers are text that fails its check digit.
 */
import { addMonths, civilDay, type CivilDay } from '../src/core/dates/civil';

/** A cell as an office would type it: text, a number, a civil day as a real date, an error, or a formula never calculated. */
export type Cell =
  | string
  | number
  | null
  | { readonly day: CivilDay }
  | { readonly error: '#REF!' | '#N/A' }
  | { readonly formula: string };

/** Heading -> cell. */
export type Case = Record<string, Cell>;

export const day = (year: number, month: number, date: number): { day: CivilDay } => ({
  day: civilDay(year, month, date),
});
export const later = (from: { day: CivilDay }, days: number): { day: CivilDay } => ({ day: from.day + days });
export const monthsLater = (from: { day: CivilDay }, months: number): { day: CivilDay } => ({
  day: addMonths(from.day, months),
});

const SURNAMES = '赵钱孙李周吴郑冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const NUMERALS = '一二三四五六七八九十';

/** The `n`th invented name; different for every n below 3,100. */
export function inventedName(n: number): string {
  const surname = SURNAMES[n % SURNAMES.length] ?? '赵';
  const rest = Math.floor(n / SURNAMES.length);
  return surname + (STEMS[rest % STEMS.length] ?? '甲') + (NUMERALS[Math.floor(rest / STEMS.length) % 10] ?? '一');
}

export const UNITS = [
  '办公室',
  '法制监督股',
  '普法与依法治理股',
  '行政复议与应诉股',
  '社区矫正大队',
  '县公证处',
  '法律援助中心',
  '城关司法所',
  '东关司法所',
  '南港司法所',
] as const;

/** Leaders of the sample's 人员名册: all invented. */
export const LEADERS = ['孔甲零', '曹乙零', '严丙零', '华丁零'] as const;

const MATTERS = [
  ['公证收费', '反映办理继承公证时收费项目没有事先说明，要求列明收费依据并退还多收部分。', '县公证处'],
  ['法律援助', '申请劳动争议法律援助，反映递交材料后迟迟没有指派律师。', '法律援助中心'],
  ['人民调解', '反映与邻居的宅基地边界纠纷经村里调解后对方不履行协议，请求司法所再次调解。', '城关司法所'],
  ['社区矫正', '反映社区矫正对象外出请假审批时间过长，影响务工。', '社区矫正大队'],
  ['行政复议', '反映对某局处罚决定申请复议后没有收到受理通知书。', '行政复议与应诉股'],
  ['普法宣传', '建议在乡镇集市增加普法宣传点，解答婚姻和土地方面的问题。', '普法与依法治理股'],
  ['行政执法', '反映某执法人员检查时没有出示证件，要求说明情况。', '法制监督股'],
  ['人民调解', '反映土地流转款拖欠两年，请求司法所组织双方调解。', '南港司法所'],
  ['法律服务', '反映村法律顾问长期不到岗，咨询电话无人接听。', '东关司法所'],
  ['政务公开', '申请公开某年度法律援助经费使用情况，未按期收到答复。', '办公室'],
] as const;

const PLACES = ['城关镇', '南港镇', '东关社区', '河棚镇', '晓天镇', '五显镇', '干汊河镇', '千人桥镇'];

const idNumber = (n: number): string => `34152319${String(60 + (n % 30))}0101${String(1000 + (n % 9000))}`;

/**
 * A case in good order on 20 October 2021: assigned in time, its three clarities clear, limit by the assigner, reviewed
 * in the last week, decided by a person. Everything else is a change to this.
 */
export function goodOpenCase(n: number): Case {
  const [matter, content, unit] = MATTERS[n % MATTERS.length] ?? MATTERS[0];
  const registered = day(2021, 9, 1 + (n % 20));
  const assigned = later(registered, 2);
  return {
    序号: n,
    编号: `诉〔2021〕${String(n).padStart(3, '0')}号`,
    诉求人: inventedName(n),
    人数: 1 + (n % 3),
    联系电话: `1390000${String(1000 + n).slice(-4)}`,
    身份证号: idNumber(n),
    住址: `${PLACES[n % PLACES.length] ?? ''}第${n}号`,
    诉求类别: matter,
    诉求内容: `${content}（第${n}件）`,
    来源渠道: '县诉求办转交',
    信访形式: n % 2 === 0 ? '来访' : '来信',
    到访层级: '县',
    信访目的: '申诉求决',
    登记日期: registered,
    交办日期: assigned,
    受理日期: later(registered, 3),
    受理告知日期: later(registered, 5),
    责任股室: unit,
    协办单位: null,
    包案负责人: LEADERS[n % LEADERS.length] ?? null,
    分管领导: LEADERS[(n + 1) % LEADERS.length] ?? null,
    经办人: inventedName(n + 700),
    办理时限: day(2021, 10, 28 + (n % 3)),
    时限来源: '上级明确',
    包保领导意见: null,
    备案日期: null,
    延期至: null,
    延期批准: null,
    延期批准日期: null,
    化解方案: `由${unit}牵头，分管领导包案，一周一调度。`,
    办理情况: `已与诉求人见面核实第${n}件情况，正在逐项核对材料，拟于月底前答复。`,
    最近周调度: day(2021, 10, 18),
    最近月调度: day(2021, 10, 8),
    办理状态: '办理中',
    化解情况: '部分化解',
    办结日期: null,
    办理结果: null,
    答复日期: null,
    反馈县办日期: null,
    是否销号: '否',
    销号日期: null,
    甄别分类: '政策内合理',
    违法行为: '无',
    认定依据: null,
    生活困难: '否',
    帮扶救助: null,
    甄别人: LEADERS[(n + 2) % LEADERS.length] ?? null,
    甄别日期: day(2021, 9, 27),
    满意度: null,
    重复件: null,
    被反映单位: null,
    备注: null,
  };
}

/** A case closed in time, answered, reported and signed off. */
export function goodClosedCase(n: number): Case {
  const open = goodOpenCase(n);
  const closed = day(2021, 10, 8 + (n % 3));
  return {
    ...open,
    办理状态: '已办结',
    化解情况: '已化解',
    办结日期: closed,
    办理结果: `经核实第${n}件诉求属实，已依照有关规定落实到位，并书面答复诉求人，诉求人表示认可。`,
    答复日期: closed,
    反馈县办日期: later(closed, 2),
    是否销号: '是',
    销号日期: later(closed, 4),
    满意度: '满意',
  };
}

export const HEADINGS: readonly string[] = Object.keys(goodOpenCase(1));
