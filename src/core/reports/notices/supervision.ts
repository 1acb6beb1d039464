import type { CivilDay } from '../../dates/civil';
import type { RulePack } from '../../rules/pack';
import type { ReportDocument } from '../document';
import { hideOwnNumbers, hidePersonal } from '../privacy';
import { levelOf, replyBy, type Escalation, type EscalationLevel } from '../templates/escalation';
import { fillTemplate, sayWording, type Values } from '../templates/fill';
import type { DocumentTemplate } from '../templates/template';
import { textOf, type LedgerCase } from './ledgerCase';
import { urgency } from './needs';
import { headOf, recipientOf, sponsorOnRoster, sponsorsOf } from './recipients';
import { commonValues, labelOf, matterOf, shortened } from './values';
import type { NoticeWords } from './words';

/** Progress as far as a cell of the list carries it. */
const PROGRESS_LETTERS = 60;

interface Urged {
  readonly one: LedgerCase;
  readonly days: number;
  readonly level: EscalationLevel;
}

/** Cases of one unit; those kept from their own unit, and those without one, are told apart by why. */
interface Group {
  readonly unit: string;
  readonly why: 'unit' | 'recused' | 'noUnit';
  readonly urged: Urged[];
}

/**
 * One 督办单 a unit over all ledgers, its most overdue case first: the level of that case sets the tone and whom it goes
 * to. A case with several units and none leading is urged with each.
 */
export function supervisionDocuments(
  cases: readonly LedgerCase[],
  { template, escalation, today, words }: SupervisionParts,
): readonly ReportDocument[] {
  return groupsOf(cases, escalation).map((group) => {
    const [worst] = group.urged;
    const pack = worst?.one.ledger.checked.pack;
    if (!worst || !pack) throw new RangeError('a group without cases');
    const of = group.why === 'unit' ? group.unit : group.why === 'recused' ? words.recusedUnit : words.noUnit;
    const values = unitValues(group, worst, pack, today, words);
    const level: Values = {
      主送: sayWording(worst.level.addressee, values),
      抄送: worst.level.copyTo === null ? '' : copiedTo(worst.level.copyTo, values),
      督办要求: sayWording(worst.level.demand, values),
    };
    return fillTemplate(template, words.documentName('supervision', of), {
      values: { ...values, ...level },
      guard: hideOwnNumbers,
      lists: { 督办事项: group.urged.map((urged, at) => caseLine(urged, at + 1, group.why, words)) },
    });
  });
}

export interface SupervisionParts {
  readonly template: DocumentTemplate;
  readonly escalation: Escalation;
  readonly today: CivilDay;
  readonly words: NoticeWords;
}

function groupsOf(cases: readonly LedgerCase[], escalation: Escalation): readonly Group[] {
  const groups = new Map<string, Group>();
  const add = (why: Group['why'], unit: string, urged: Urged): void => {
    const key = `${why} ${unit}`;
    const group = groups.get(key) ?? { unit, why, urged: [] };
    group.urged.push(urged);
    groups.set(key, group);
  };
  for (const one of cases) {
    const days = urgency(one);
    const level = days === null ? null : levelOf(escalation, days);
    if (days === null || level === null) continue;
    const { units, isRecused } = recipientOf(one);
    const urged = { one, days, level };
    if (isRecused) add('recused', '', urged);
    else if (units.length === 0) add('noUnit', '', urged);
    else for (const unit of units) add('unit', unit, urged);
  }
  for (const { urged } of groups.values()) urged.sort((a, b) => b.days - a.days || dueOn(a) - dueOn(b));
  return [...groups.values()].sort((a, b) => (b.urged[0]?.days ?? 0) - (a.urged[0]?.days ?? 0));
}

const dueOn = ({ one: { ledger, index } }: Urged): CivilDay => ledger.checked.dueOn(index) ?? 0;

/** Of those copied in nobody is named who is not known. */
const copiedTo = (wording: EscalationLevel['addressee'], values: Values): string =>
  wording.every((part) => typeof part === 'string' || (values[part.placeholder] ?? '') !== '')
    ? sayWording(wording, values)
    : '';

function unitValues(group: Group, worst: Urged, pack: RulePack, today: CivilDay, words: NoticeWords): Values {
  const overdue = group.urged.filter(({ days }) => days > 0).length;
  const sponsors =
    group.why === 'unit' ? [...new Set(group.urged.flatMap(({ one }) => sponsorsOf(one, group.unit)))] : [];
  // Several cases may name several leaders; the roster says who is in charge of the unit.
  const [registered] = sponsorOnRoster(pack, group.unit);
  return {
    ...commonValues(pack, today, words),
    责任股室: group.unit,
    股室负责人: group.why === 'unit' ? headOf(pack, group.unit, today) : '',
    分管领导: registered ?? words.names(sponsors),
    督办等级: worst.level.name,
    回复日期: words.day(replyBy(worst.level, today)),
    督办件数: String(group.urged.length),
    超期件数: String(overdue),
    临期件数: String(group.urged.length - overdue),
    最长超期天数: String(worst.days),
    回避要求: group.why === 'recused' ? words.recusal : '',
  };
}

function caseLine({ one, days, level }: Urged, position: number, why: Group['why'], words: NoticeWords): Values {
  const { checked } = one.ledger;
  const due = checked.dueOn(one.index);
  const progress = hidePersonal(one, textOf(one, 'progress'));
  return {
    序号: String(position),
    编号: labelOf(one, words),
    诉求事项: matterOf(one, words, 'nobody'),
    // Who leads a case that is kept from its unit may be the one complained of.
    包案负责人: why === 'recused' ? '' : words.names(checked.caseLeaders(one.index)),
    办理时限: due === null ? '' : words.tableDay(due),
    超期情况: days > 0 ? words.overdue(days) : words.left(checked.daysLeft(one.index) ?? 0),
    事项等级: level.name,
    办理情况: shortened(progress, PROGRESS_LETTERS),
  };
}
