import { complains } from '../../facts/recusal';
import { plainName } from '../../facts/roster';
import type { ReviewDecision } from '../../ledger/readCompanions';
import type { CivilDay } from '../../dates/civil';
import type { ReportDocument } from '../document';
import { hideOwnNumbers, hidePeople, hidePersonal } from '../privacy';
import { allCases, type ReportLedger } from '../report';
import { fillTemplate, type Values } from '../templates/fill';
import type { DocumentTemplate } from '../templates/template';
import { textOf, type LedgerCase } from './ledgerCase';
import { commonValues, labelOf, matterOf } from './values';
import type { NoticeWords } from './words';

/**
 * The last meeting that 调度记录 tells of, up to today, of all ledgers. Minutes go to every unit, so accusations are
 * counted and not told. A number that no ledger has is told with what was decided.
 */
export function minutesDocuments(
  ledgers: readonly ReportLedger[],
  {
    template,
    today,
    words,
  }: { readonly template: DocumentTemplate; readonly today: CivilDay; readonly words: NoticeWords },
): readonly ReportDocument[] {
  const held = ledgers.flatMap(({ decisions = NONE }) =>
    [...decisions.values()].flatMap((all) => all.map(({ on }) => on)),
  );
  const pack = ledgers[0]?.checked.pack;
  const past = held.filter((day) => day <= today);
  if (past.length === 0 || !pack) return [];
  const on = past.reduce((last, day) => Math.max(last, day));
  const entries: Values[] = [];
  let accusations = 0;
  for (const ledger of ledgers) {
    const byNumber = numbersOf(ledger);
    for (const [number, decisions] of ledger.decisions ?? NONE) {
      const decided = decisions.filter((one) => one.on === on).map(({ text }) => text);
      if (decided.length === 0) continue;
      const one = byNumber.get(plainName(number));
      if (one && complains(ledger.checked.table, one.index)) accusations++;
      else entries.push(entryOf(entries.length + 1, { ledger, number, one }, decided.join(' '), words));
    }
  }
  const values = {
    ...commonValues(pack, today, words),
    会议日期: words.day(on),
    议定件数: String(entries.length),
    回避件数: String(accusations),
  };
  return [
    fillTemplate(template, words.documentName('minutes', words.day(on)), {
      values,
      lists: { 议定事项: entries },
      guard: hideOwnNumbers,
    }),
  ];
}

const NONE: ReadonlyMap<string, readonly ReviewDecision[]> = new Map();

const numbersOf = (ledger: ReportLedger): ReadonlyMap<string, LedgerCase> =>
  new Map(
    [...allCases({ ledgers: [ledger], today: ledger.checked.today })]
      .map((one) => [plainName(textOf(one, 'caseNo')), one] as const)
      .filter(([number]) => number !== ''),
  );

function entryOf(
  position: number,
  {
    ledger,
    number,
    one,
  }: { readonly ledger: ReportLedger; readonly number: string; readonly one?: LedgerCase | undefined },
  decided: string,
  words: NoticeWords,
): Values {
  const plain = decided.replace(/\s+/g, ' ').trim();
  if (one === undefined)
    return { 序号: String(position), 编号: hidePeople(ledger, number), 议定内容: hidePeople(ledger, plain) };
  const { checked } = one.ledger;
  const due = checked.dueOn(one.index);
  return {
    序号: String(position),
    编号: labelOf(one, words),
    诉求事项: matterOf(one, words, 'nobody'),
    责任股室: words.names(checked.units(one.index)),
    包案负责人: words.names(checked.caseLeaders(one.index)),
    办理时限: due === null ? '' : words.day(due),
    议定内容: hidePersonal(one, plain),
  };
}
