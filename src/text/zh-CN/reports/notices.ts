import { DOCUMENT_KINDS } from '../../../core/reports/templates/vocabulary';
import type { NoticeWords } from '../../../core/reports/notices/words';
import { longDate, tableDate } from '../dates';
import { VIEW_WORDS } from '../viewWords';
import { LIMIT_KIND_WORDS } from '../words';

const BASES: Readonly<Record<string, string>> = {
  superior: '上级明确的时限',
  unit: '责任股室提出、已备案的时限',
  extended: '经批准延期',
};

/** What notices say beside their templates. */
export const NOTICE_WORDS: NoticeWords = {
  title: '群众诉求办理文书',
  day: longDate,
  tableDay: tableDate,
  days: (days) => `${days}日`,
  caseLabel: (caseNo, serial, row) => VIEW_WORDS.caseLabel(caseNo, serial, row),
  names: (names) => names.join('、'),
  andOthers: (names, headcount) => `${names}等${headcount}人`,
  limitBasis: (kind) => BASES[kind] ?? LIMIT_KIND_WORDS[kind] ?? kind,
  overdue: (days) => `超期${days}天`,
  left: (days) => (days === 0 ? '今天到期' : `还剩${days}天`),
  recusal:
    '所列诉求属于检举控告类，应当回避被反映的单位和个人，由分管领导另行指定单位办理，不得转给被反映的单位和个人。',
  documentName: (kind, of) => `${DOCUMENT_KINDS[kind]}（${of}）`,
  recusedUnit: '需要回避，另行指定单位',
  noUnit: '未明确责任股室',
};
