import { day, text } from '../../writeplan/cells';
import type { OwnedSheet, PlanCell } from '../../writeplan/plan';
import { byDue, isKept, leadersOf, matterOf, numberOf, shortText, unitsOf } from '../cases';
import { caseList } from '../frame';
import { hidePersonal, petitionerOf } from '../privacy';
import { allCases, type CaseRef, type ReportContent, type ReportSources } from '../report';
import type { CountyWords, Lack } from './words';

/** 序号 编号 诉求人 事项 来源渠道 交办日期 受理日期 责任股室 包案负责人 办理时限 办理状态 */
const ACCEPTANCE = [5, 15, 9, 36, 15, 12, 12, 14, 12, 12, 10];
/** 序号 编号 诉求人 事项 责任股室 办结日期 办理结果 化解情况 答复日期 反馈日期 尚缺 */
const CLOSING = [5, 15, 9, 28, 13, 12, 38, 10, 12, 12, 14];
/** 序号 编号 诉求人 事项 责任股室 办结日期 答复日期 化解情况 尚缺 责任股室意见 包保领导意见 领导小组办公室意见 县诉求办意见 */
const SIGN_OFF = [5, 15, 9, 24, 13, 12, 12, 10, 14, 14, 14, 14, 14];
const MATTER = 80;
const RESULT = 110;

/** What goes to the county: 受理反馈表, 办结反馈表 and 销号审批表, masked. */
export function countyReport(sources: ReportSources, words: CountyWords): ReportContent {
  const cases = [...allCases(sources)].filter((one) => fact(one, 'isSignedOff') !== true);
  const open = cases.filter(
    (one) => one.ledger.checked.isOpen(one.index) !== false && fact(one, 'receivedOn') !== null,
  );
  const closed = cases.filter((one) => one.ledger.checked.isOpen(one.index) === false);
  const heading = headings();
  return {
    kind: 'sheets',
    sheets: [
      acceptanceSheet(sources, open.sort(byDue), words, heading),
      closingSheet(sources, closed.sort(byClosing), words, heading),
      signOffSheet(sources, closed, words, heading),
    ],
  };
}

const fact = ({ ledger, index }: CaseRef, id: string) => ledger.checked.fact(id, index);
const dayOf = (one: CaseRef, id: string): PlanCell => {
  const on = fact(one, id);
  return day(typeof on === 'number' ? on : null);
};
const seen = ({ ledger, index }: CaseRef, id: string): string => ledger.checked.table.seen(id, index).trim();

const byClosing = (a: CaseRef, b: CaseRef): number => {
  const on = (one: CaseRef): number => {
    const closed = fact(one, 'closedOn');
    return typeof closed === 'number' ? closed : Infinity;
  };
  return on(a) === on(b) ? byDue(a, b) : on(a) - on(b);
};

/** What a row of a case begins with. */
type Heading = (one: CaseRef, at: number) => readonly PlanCell[];

/** A closed case stands on two of the sheets: its texts are masked once. */
function headings(): Heading {
  const told = new Map<CaseRef, readonly PlanCell[]>();
  const tell = (one: CaseRef): readonly PlanCell[] => [
    text(numberOf(one)),
    text(petitionerOf(one)),
    text(shortText(hidePersonal(one, matterOf(one)), MATTER)),
  ];
  return (one, at) => {
    const cells = told.get(one) ?? tell(one);
    told.set(one, cells);
    return [text(String(at + 1)), ...cells];
  };
}

function acceptanceSheet(
  sources: ReportSources,
  open: readonly CaseRef[],
  words: CountyWords,
  heading: Heading,
): OwnedSheet {
  return caseList(sources, {
    id: 'report.county.acceptance',
    words: { ...words.acceptance, frame: words.frame },
    widths: ACCEPTANCE,
    whole: [1, 7],
    cases: open.length,
    notes: [words.masked],
    rows: open.map((one, at) => ({
      of: one,
      cells: [
        ...heading(one, at),
        text(hidePersonal(one, seen(one, 'channel'))),
        dayOf(one, 'assignedOn'),
        dayOf(one, 'receivedOn'),
        text(unitsOf(one).join('、')),
        text(leadersOf(one)),
        day(one.ledger.checked.dueOn(one.index)),
        text(hidePersonal(one, seen(one, 'status'))),
      ],
    })),
  });
}

/** What the county asks for before it lets a case go. */
export function lacksToSignOff(one: CaseRef): readonly Lack[] {
  const isThere = (id: string): boolean => typeof fact(one, id) === 'number';
  return [
    ...(isThere('closedOn') ? [] : (['closedOn'] as const)),
    ...(seen(one, 'result') === '' ? (['result'] as const) : []),
    ...(isThere('repliedOn') ? [] : (['repliedOn'] as const)),
    ...(isThere('reportedOn') ? [] : (['reportedOn'] as const)),
    ...(seen(one, 'resolution') === '' ? (['resolution'] as const) : []),
  ];
}

function closingSheet(
  sources: ReportSources,
  closed: readonly CaseRef[],
  words: CountyWords,
  heading: Heading,
): OwnedSheet {
  return caseList(sources, {
    id: 'report.county.closing',
    words: { ...words.closing, frame: words.frame },
    widths: CLOSING,
    whole: [1, 4],
    cases: closed.length,
    notes: [words.masked],
    rows: closed.map((one, at) => ({
      of: one,
      cells: [
        ...heading(one, at),
        text(unitsOf(one).join('、')),
        dayOf(one, 'closedOn'),
        text(shortText(hidePersonal(one, seen(one, 'result')), RESULT)),
        text(hidePersonal(one, seen(one, 'resolution'))),
        dayOf(one, 'repliedOn'),
        dayOf(one, 'reportedOn'),
        // What this very sheet does is not lacking on it.
        text(words.lacks(lacksToSignOff(one).filter((lack) => lack !== 'reportedOn'))),
      ],
    })),
  });
}

function signOffSheet(
  sources: ReportSources,
  closed: readonly CaseRef[],
  words: CountyWords,
  heading: Heading,
): OwnedSheet {
  const cases = closed.filter((one) => !isKept(one));
  const kept = closed.length - cases.length;
  return caseList(sources, {
    id: 'report.county.signoff',
    words: { ...words.signOff, frame: words.frame },
    widths: SIGN_OFF,
    whole: [1, 4],
    cases: cases.length,
    notes: [words.masked, ...(kept > 0 ? [words.kept(kept)] : [])],
    rows: cases.map((one, at) => ({
      of: one,
      cells: [
        ...heading(one, at),
        text(unitsOf(one).join('、')),
        dayOf(one, 'closedOn'),
        dayOf(one, 'repliedOn'),
        text(hidePersonal(one, seen(one, 'resolution'))),
        text(words.lacks(lacksToSignOff(one))),
        ...Array.from({ length: 4 }, () => text('')),
      ],
    })),
  });
}
