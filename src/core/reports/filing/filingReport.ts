import { day, text } from '../../writeplan/cells';
import type { OwnedSheet, PlanCell } from '../../writeplan/plan';
import { byDue, isKept, leadersOf, matterOf, numberOf, shortText, unitsOf } from '../cases';
import type { Lack } from '../county/words';
import { caseList } from '../frame';
import { hidePersonal, petitionerOf } from '../privacy';
import { allCases, type CaseRef, type ReportContent, type ReportSources } from '../report';
import type { FilingWords } from './words';

/** 序号 编号 诉求人 事项 责任股室 包案负责人 起算日期 提出的时限 到期日 法定到期日 包保领导意见 备案日期 尚缺 */
const LIMITS = [5, 15, 9, 28, 13, 12, 12, 13, 12, 12, 16, 12, 14];
/** 序号 编号 诉求人 事项 责任股室 原到期日 延期至 延期天数 延期理由 批准意见 批准日期 告知日期 尚缺 */
const EXTENSIONS = [5, 15, 9, 26, 13, 12, 13, 10, 16, 14, 12, 12, 16];
const MATTER = 80;
const CONSENT = 40;

/** 时限备案表 and 延期审批表 of open cases, masked: they go to the county. */
export function filingReport(sources: ReportSources, words: FilingWords): ReportContent {
  const open = [...allCases(sources)].filter(({ ledger, index }) => ledger.checked.isOpen(index) !== false).sort(byDue);
  const own = open.filter((one) => fact(one, 'limitKind') === 'unit');
  const extended = open.filter((one) => seen(one, 'extendedTo') !== '');
  return { kind: 'sheets', sheets: [limitSheet(sources, own, words), extensionSheet(sources, extended, words)] };
}

const fact = ({ ledger, index }: CaseRef, id: string) => ledger.checked.fact(id, index);
const seen = ({ ledger, index }: CaseRef, id: string): string => ledger.checked.table.seen(id, index).trim();
const dayOf = (one: CaseRef, id: string): PlanCell => {
  const on = fact(one, id);
  return day(typeof on === 'number' ? on : null);
};

const heading = (one: CaseRef, at: number): readonly PlanCell[] => [
  text(String(at + 1)),
  text(numberOf(one)),
  text(petitionerOf(one)),
  text(shortText(hidePersonal(one, matterOf(one)), MATTER)),
  text(unitsOf(one).join('、')),
];

/** Cases kept from their units are not on a form that passes through them. */
function forUnits(cases: readonly CaseRef[], words: FilingWords) {
  const listed = cases.filter((one) => !isKept(one));
  const kept = cases.length - listed.length;
  return { listed, notes: [words.masked, ...(kept > 0 ? [words.kept(kept)] : [])] };
}

function limitSheet(sources: ReportSources, cases: readonly CaseRef[], words: FilingWords): OwnedSheet {
  const { listed, notes } = forUnits(cases, words);
  return caseList(sources, {
    id: 'report.filing.limits',
    words: { ...words.limits, frame: words.frame },
    widths: LIMITS,
    whole: [1, 4],
    cases: listed.length,
    notes,
    rows: listed.map((one, at) => ({
      of: one,
      cells: [
        ...heading(one, at),
        text(leadersOf(one)),
        dayOf(one, 'periodStart'),
        text(hidePersonal(one, seen(one, 'timeLimit'))),
        dayOf(one, 'limitOn'),
        dayOf(one, 'statutoryDueOn'),
        text(shortText(hidePersonal(one, seen(one, 'limitConsent')), CONSENT)),
        dayOf(one, 'limitFiledOn'),
        text(words.lacks(lacksToFile(one))),
      ],
    })),
  });
}

const lacksToFile = (one: CaseRef): readonly Lack[] => [
  ...(fact(one, 'limitConsented') === true ? [] : (['limitConsent'] as const)),
  ...(fact(one, 'limitFiled') === true ? [] : (['filing'] as const)),
];

function extensionSheet(sources: ReportSources, cases: readonly CaseRef[], words: FilingWords): OwnedSheet {
  const { listed, notes } = forUnits(cases, words);
  return caseList(sources, {
    id: 'report.filing.extensions',
    words: { ...words.extensions, frame: words.frame },
    widths: EXTENSIONS,
    whole: [1, 4],
    cases: listed.length,
    notes,
    rows: listed.map((one, at) => {
      const days = fact(one, 'extensionDays');
      return {
        of: one,
        cells: [
          ...heading(one, at),
          dayOf(one, 'originalDueOn'),
          text(hidePersonal(one, seen(one, 'extendedTo'))),
          text(typeof days === 'number' ? words.days(days) : ''),
          text(words.toFill),
          text(shortText(hidePersonal(one, seen(one, 'extensionConsent')), CONSENT)),
          dayOf(one, 'extensionConsentDay'),
          text(words.toFill),
          text(words.lacks(lacksToExtend(one))),
        ],
      };
    }),
  });
}

function lacksToExtend(one: CaseRef): readonly Lack[] {
  if (fact(one, 'extensionConsented') !== true) return ['reason', 'extensionConsent'];
  const [given, due] = [fact(one, 'extensionConsentDay'), fact(one, 'originalDueOn')];
  const isLate = typeof given === 'number' && typeof due === 'number' && given > due;
  return isLate ? ['reason', 'consentLate'] : ['reason'];
}
