import { formatIso } from '../../../core/dates/civil';
import type { SamplingWords } from '../../../core/reports/sampling/words';
import { longDate } from '../dates';
import { formatNumber } from '../sentence';
import { CATEGORY_WORDS } from '../words';
import { caseName } from './caseName';
import { FRAME_WORDS, sayFiles } from './frame';

/** 社会督查抽查表. */
export const SAMPLING_WORDS: SamplingWords = {
  sheets: { overview: '抽查说明', units: '各股室件数', list: '抽查清单', untaken: '抽查表（未分派）' },
  inspectorSheet: (name) => `抽查表（${name}）`,
  footer: ({ owner, today }) => `填报单位：${owner}　截止日期：${formatIso(today)}`,
  title: '群众诉求办理社会督查抽查说明',
  method: ({ files, today, seed, chosen, frame, drawn, kept, settings }) => [
    `台账：${sayFiles(files)}；以 ${longDate(today)} 为准。`,
    `种子：${seed}（${chosen ? '由抽样人指定' : '由日期和全部编号算出，没有人为指定'}）。用同一份台账、同一个种子再抽，结果相同；台账行的先后不影响结果。`,
    `从 ${formatNumber(frame)} 件中抽取 ${formatNumber(drawn)} 件。` +
      (kept > 0 ? `检举控告类 ${formatNumber(kept)} 件按规定回避，不参加抽查。` : ''),
    `件数：按有限总体抽样公式（把握 ${settings.confidence}，误差不超过 ${settings.marginPercent} 个百分点）；每个责任股室至少 ${settings.leastPerUnit} 件，不足 ${settings.leastPerUnit} 件的全部抽取，其余按各股室件数的比例分配。`,
    '股室内再按分类（政策内、政策外等）和状态（在办、已办结）的比例抽取；同一层内的次序由种子和编号的校验值（SHA-256）决定。',
    '姓名、电话、住址已遮蔽；上门或电话核实需要的联系方式，请督查员向领导小组办公室当面领取、用后交回。',
  ],
  assignSection: '分派',
  assignHeadings: ['督查员', '单位', '村居', '件数'],
  noRegister: '台账工作簿中没有“社会督查员”表（姓名、单位、村居、回避亲属），没有分派；抽查表不分人列在最后一张。',
  untaken: (cases) =>
    `有 ${formatNumber(cases)} 件按登记情况没有人可以督查（都要回避），列在“抽查表（未分派）”，请另行指定。`,
  unitTitle: '社会督查抽查：各责任股室抽取件数',
  unitHeadings: ['责任股室', '参加抽查的件数', '抽取件数', '其中已办结'],
  listTitle: '社会督查抽查清单',
  listHeadings: ['序号', '编号', '责任股室', '分类', '状态', '诉求人', '督查员', '督查评分', '督查日期'],
  listSource: FRAME_WORDS.source,
  nobody: '（请填写：督查员）',
  category: (category) => CATEGORY_WORDS[category],
  state: (state) => ({ open: '在办', closed: '已办结', unknown: '看不出' })[state],
  unit: (name) => (name === '' ? '未明确' : name),
  inspectorTitle: (inspector) =>
    inspector === null ? '社会督查抽查表（请另行指定督查员）' : `社会督查抽查表　督查员：${inspector.name}`,
  inspectorLine: ({ today, seed }, cases) =>
    `共 ${formatNumber(cases)} 件；以 ${longDate(today)} 为准；种子：${seed}。按登记的单位、村居、亲属已经回避；还有其他应当回避的，请退回办公室。`,
  caseTitle: (at, name) => `${at}. ${name}`,
  caseName,
  labels: {
    unit: '责任股室',
    category: '分类',
    state: '状态',
    petitioner: '诉求人',
    registeredOn: '登记日期',
    dueOn: '应办结日',
    score: '督查评分',
    satisfaction: '是否满意',
    date: '督查日期',
  },
  matter: (text) => `反映事项：${text === '' ? '台账未填' : text}`,
  result: (text) => `台账所记办理情况：${text === '' ? '台账未填' : text}`,
  questions: [
    '1. 受理后有没有人告知？　□ 有　□ 没有　□ 说不清　　　　2. 有没有当面或电话听取意见？　□ 有　□ 没有　□ 说不清',
    '3. 台账所记与实际是否相符？　□ 相符　□ 部分相符　□ 不相符　　4. 有没有收到书面答复？　□ 有　□ 没有　□ 尚未办结',
  ],
  scoreGap: '　　　　　分（0 至 100）',
  remarks: '情况说明：',
  signatures: '督查员签字：　　　　　　　　　　　　　　　　被访人签字（自愿）：',
};
