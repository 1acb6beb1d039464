/**
 * The rules that evaluators are raced on: 40 of them, ten of which look for words (164 words in all), with shared
 * parts, nesting, comparisons of fields with each other. In the pack's own format, loaded by the pack's own loader.
 */
import { factTypes, factValues } from '../../src/core/facts/registry';
import { loadPack } from '../../src/core/rules/loadPack';
import type { RulePack } from '../../src/core/rules/pack';

type Json = Readonly<Record<string, unknown>>;

/** The day that the race is run on; its ledgers run from 2021-01-01. */
export const TODAY_TEXT = '2021-10-09';

const FIELDS: readonly (readonly [id: string, label: string, type: string])[] = [
  ['serial', '序号', 'text'],
  ['caseNo', '编号', 'text'],
  ['phone', '联系电话', 'text'],
  ['receivedOn', '受理日期', 'date'],
  ['deadline', '到期日期', 'date'],
  ['closedOn', '办结日期', 'date'],
  ['repliedOn', '答复日期', 'date'],
  ['department', '承办单位', 'text'],
  ['leader', '分管负责', 'text'],
  ['street', '所属乡镇', 'text'],
  ['matter', '诉求类别', 'text'],
  ['kind', '细分类别', 'text'],
  ['channel', '来源渠道', 'text'],
  ['stage', '办理阶段', 'text'],
  ['urgent', '是否紧急', 'boolean'],
  ['mark', '满意分值', 'number'],
  ['calls', '回访次数', 'number'],
  ['repeats', '重复次数', 'number'],
  ['content', '诉求内容', 'text'],
  ['result', '办理结果', 'text'],
];

export const DEPARTMENTS =
  '办公室 政工股 法制股 矫正股 公证处 援助中心 复议股 普法股 调解股 司法所 装备股 督察股 律公股 信访股 档案股 监督股'.split(
    ' ',
  );
export const STREETS = '东河镇 西山镇 南湖乡 北塘镇 中岭乡 柳林镇 石桥乡 青峰镇 开发区 高新区 临港镇 沙洲乡'.split(' ');
export const MATTERS = '投诉 咨询 求助 建议 举报 表扬 其他'.split(' ');
export const KINDS = '噪声 物业 供暖 供水 停车 社保 欠薪 教育 医疗 消费 道路 违建 环境 供电 其他'.split(' ');
export const CHANNELS = '热线 网站 微信 来信 来访 领导信箱'.split(' ');
export const STAGES = '待办 办理中 已办结 已退回 延期 挂账'.split(' ');

export const WORD_LISTS: readonly (readonly string[])[] = [
  '噪音 噪声 扰民 施工噪音 广场舞 夜间施工 低频噪声 装修噪音 鸣笛 音响声 酒吧吵闹 空调外机 深夜作业 打桩声 高音喇叭',
  '停水 水压低 水质浑浊 自来水发黄 水管破裂 漏水 管道爆裂 二次供水 水表异常 断水 水费过高 污水倒灌',
  '供暖 暖气不热 停暖 室温不达标 热力公司 暖气费 地暖不热 锅炉停运 供热管网 退暖气费 管道不通 换热站',
  '拖欠工资 欠薪 农民工工资 讨薪 未发工资 克扣工资 工资拖欠 血汗钱 包工头跑路 劳动仲裁 不给工钱 拖欠工程款 恶意欠薪 工资未结清 薪资纠纷 拒付工资 停发工资 经济补偿金 未签劳动合同 强制加班',
  '物业费 物业不作为 业委会 公共收益 电梯故障 电梯停运 电梯困人 小区脏乱 垃圾未清 绿化被毁 保安打人 门禁损坏 私拉乱接 消防通道 维修基金 高空抛物 飞线充电 物业涨价 监控损坏 路灯不亮',
  '违建 违章建筑 私搭乱建 乱搭乱建 加盖楼层 阳光房 占用绿地 圈地 地锁 破坏承重墙 拆违不力 违法占地',
  '上访 集体上访 信访 进京 越级上访 拉横幅 聚集 堵路 围堵大门 静坐 跳楼 轻生 自杀 自焚 报复社会 曝光媒体 媒体曝光 网上曝光 找记者 不解决就 同归于尽 鱼死网破 极端行为 游行 罢工 罢市 群体事件 闹事 示威 堵大门',
  '推诿 不作为 乱作为 踢皮球 态度恶劣 吃拿卡要 收受贿赂 敷衍了事 久拖不决 官僚主义 慢作为 互相推诿 无人受理 电话打不通 形式主义',
  '身份证号 银行卡号 家庭住址 户口本 隐私泄露 个人信息 手机号泄露 住址泄露 病历 工作单位',
  '食品安全 过期食品 吃坏肚子 食物中毒 地沟油 假冒伪劣 虚假宣传 价格欺诈 预付卡 健身房跑路 退款难 霸王条款 消费欺诈 缺斤短两 三无产品 拒不退款 哄抬物价 强制消费',
].map((list) => list.split(' '));

const is = (fact: string, operator: string, value: unknown): Json => ({ fact, operator, value });
const all = (...of: Json[]): Json => ({ all: of });
const any = (...of: Json[]): Json => ({ any: of });
const not = (of: Json): Json => ({ not: of });
const blank = (fact: string): Json => is(fact, 'isBlank', true);
const open = (): Json => is('stage', 'notIn', ['已办结', '已退回']);
const closed = (): Json => is('stage', 'equal', '已办结');
const urgent = (yes: boolean): Json => is('urgent', 'equal', yes);
const words = (list: number): Json => is('content', 'containsAny', WORD_LISTS[list]);
const today = { fact: 'today' };
const CRITICAL = ['督察股', '信访股', '司法所', '调解股'];

const CONDITIONS: readonly Json[] = [
  // What is missing.
  all(blank('leader')),
  all(blank('phone')),
  all(blank('result')),
  all(blank('caseNo')),
  any(blank('phone'), blank('leader')),
  all(not(blank('result')), open()),
  all(closed(), blank('leader')),
  all(closed(), blank('result')),
  // Days.
  all(is('deadline', 'isPresent', true), is('deadline', 'before', TODAY_TEXT), open()),
  all(is('deadline', 'before', today), open(), urgent(true)),
  all(is('closedOn', 'after', { fact: 'deadline' })),
  all(is('closedOn', 'before', { fact: 'receivedOn' })),
  all(is('deadline', 'onOrAfter', today), is('deadline', 'onOrBefore', '2021-10-12'), open()),
  all(is('repliedOn', 'after', '2021-09-01'), is('repliedOn', 'before', '2021-10-01')),
  all(is('receivedOn', 'before', '2021-07-11'), open()),
  all(is('receivedOn', 'after', today)),
  // Numbers.
  all(is('mark', 'lessThanInclusive', 2), closed()),
  all(is('repeats', 'greaterThanInclusive', 3)),
  all(is('repeats', 'greaterThanInclusive', 5), open()),
  all(is('calls', 'equal', 0), closed()),
  any(is('mark', 'lessThan', 1), is('mark', 'greaterThan', 4)),
  all(is('calls', 'greaterThan', 2), is('mark', 'lessThan', 3)),
  // Lists.
  all(is('department', 'in', CRITICAL), urgent(true)),
  all(is('matter', 'notIn', MATTERS.slice(0, 6))),
  all(is('channel', 'in', ['领导信箱', '来访']), open()),
  all(is('street', 'in', ['开发区', '高新区', '临港镇']), is('kind', 'in', ['违建', '环境', '噪声'])),
  // Nested.
  any(
    all(urgent(true), blank('leader')),
    all(
      is('repeats', 'greaterThan', 4),
      not(closed()),
      any(is('department', 'in', CRITICAL), is('channel', 'equal', '领导信箱')),
    ),
  ),
  not(any(is('department', 'notEqual', '办公室'), is('leader', 'isPresent', true))),
  all(
    not(all(is('matter', 'equal', '咨询'), urgent(false))),
    is('deadline', 'before', today),
    any(open(), all(is('mark', 'lessThanInclusive', 2), is('calls', 'equal', 0))),
  ),
  all(any(blank('leader'), blank('phone')), open(), not(blank('caseNo'))),
  // Words.
  all(words(0)),
  all(words(1)),
  any(words(2), is('kind', 'equal', '供暖')),
  all(words(3), is('department', 'notEqual', '援助中心')),
  all(words(4)),
  all(words(5), open()),
  all(words(6), any(urgent(false), blank('leader'))),
  any(words(6), words(7)),
  all(words(8)),
  all(words(9), not(words(7)), is('matter', 'in', ['投诉', '举报'])),
];

/** The pack of the race. */
export function racePack(): RulePack {
  const rules = CONDITIONS.map((conditions, at) => ({
    name: `race-${at + 1}`,
    title: `测速${at + 1}`,
    basis: '测速',
    severity: 'notice',
    conditions,
    event: { type: 'finding', params: { field: 'content', message: '命中', advice: '无' } },
    effective: { from: '2020-01-01' },
    examples: { flagged: [{ content: '甲' }], clean: [{ content: '乙' }] },
  }));
  const files: Readonly<Record<string, unknown>> = {
    'fields.json': {
      fields: FIELDS.map(([id, label, type]) => ({
        id,
        label,
        type,
        synonyms: [label],
        ...(type === 'boolean' ? { vocabulary: 'vocab-urgent' } : {}),
      })),
    },
    'organisation.json': { units: [{ name: '办公室', group: '股室', aliases: [] }], patterns: [], people: [] },
    'campaign.json': {
      name: '专项行动',
      document: '方案',
      firstDay: '2021-08-28',
      lastDay: '2021-11-08',
      assignmentDay: '2021-08-31',
      legacyYears: 1,
      phases: [{ name: '启动', to: '2021-08-27', tasks: ['成立'] }],
      reviewCadence: { unitDays: 7, bureauDays: 31, minimumWorkingDays: 3 },
    },
    'limits.json': {
      roll: 'none',
      laws: [
        {
          name: '条例',
          effective: { from: '2005-05-01' },
          periods: { handling: { days: 60, article: '第三十三条' } },
        },
      ],
    },
    'calendar.json': { years: { 2021: { off: { '2021-10-01': '国庆节' }, work: { '2021-10-09': '国庆节' } } } },
    'lexicon/vocab-urgent.json': {
      name: 'vocab-urgent',
      title: '是否',
      open: false,
      values: [
        { value: '是', synonyms: ['Y'] },
        { value: '否', synonyms: ['N'] },
      ],
    },
    'race.json': { title: '测速', rules },
  };
  const pack = {
    name: 'race',
    version: '1.0.0',
    owner: '测速',
    effective: { from: '2020-01-01' },
    files: Object.keys(files),
  };
  const texts = Object.entries({ 'pack.json': pack, ...files }).map(
    ([name, file]) => [name, JSON.stringify(file)] as const,
  );
  const loaded = loadPack(new Map(texts), factTypes(), undefined, factValues());
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 1));
  return loaded.value;
}

export const HEADINGS = FIELDS.map(([, label]) => label);
export const FIELD_IDS = FIELDS.map(([id]) => id);
