import { formatIso } from '../../../core/dates/civil';
import type { Lack } from '../../../core/reports/county/words';
import type { FrameWords } from '../../../core/reports/frameWords';
import { formatNumber } from '../sentence';

/** So many ledgers are named; more are counted. */
const MOST_FILES = 3;

/** The ledgers of a report, the first of them by name. */
export const sayFiles = (files: readonly string[]): string =>
  files.length > MOST_FILES
    ? `${files.slice(0, MOST_FILES).join('、')} 等 ${formatNumber(files.length)} 份`
    : files.join('、');

/** What stands over and under every list. */
export const FRAME_WORDS: FrameWords = {
  note: ({ owner, files, today, cases }) =>
    `填报单位：${owner}　截止日期：${formatIso(today)}　台账：${sayFiles(files)}　${formatNumber(cases)} 件`,
  footer: ({ today }) => `截止日期：${formatIso(today)}`,
  source: '来源台账',
};

export const MASKED = '本表报送局外，诉求人姓名、电话、证件号、住址已遮蔽。';

export const LACK_WORDS: Readonly<Record<Lack, string>> = {
  closedOn: '办结日期',
  result: '办理结果',
  repliedOn: '答复日期',
  reportedOn: '反馈县办日期',
  resolution: '化解情况',
  limitConsent: '包保领导同意',
  filing: '报县备案',
  reason: '延期理由、告知日期',
  extensionConsent: '延期批准',
  consentLate: '批准晚于原到期日',
};

export const sayLacks = (lacks: readonly Lack[]): string => lacks.map((lack) => LACK_WORDS[lack]).join('、');

export const sayKept = (cases: number): string =>
  `另有 ${formatNumber(cases)} 件检举控告类诉求需要回避，不在本表，由领导小组办公室单独办理。`;
