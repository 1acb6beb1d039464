import type { CivilDay } from '../../dates/civil';
import type { Law, RulePack } from '../../rules/pack';
import { hideOwnNumbers, hidePersonal, type Shown } from '../privacy';
import type { Values } from '../templates/fill';
import { dayOf, namesOf, textOf, type LedgerCase } from './ledgerCase';
import { headOf, recipientOf, sponsorsOf } from './recipients';
import type { NoticeWords } from './words';
import { maskNames } from '../../masking/shapes';

/** As much of a matter as names it: the rest is in the ledger. */
const MATTER_LETTERS = 30;

/** What every document may say. */
export const commonValues = (
  { owner, campaign }: RulePack,
  today: CivilDay,
  words: Pick<NoticeWords, 'day'>,
): Values => ({
  发文机关: owner,
  行动名称: campaign.name,
  方案文号: campaign.document,
  年份: words.day(today).slice(0, 4),
  成文日期: words.day(today),
});

/** A text shortened to so many letters; what is left out is marked. */
export function shortened(text: string, letters: number): string {
  const all = [...text];
  return all.length <= letters ? text : `${all.slice(0, letters).join('')}…`;
}

/** What a case is about, in a few words: its first sentence. */
export function matterOf(one: LedgerCase, words: NoticeWords, shown: Shown): string {
  const said = hidePersonal(one, textOf(one, 'title') || textOf(one, 'content'), shown);
  const [sentence = ''] = /^[^。；！？!?]{4,}/u.exec(said) ?? [said];
  return [...sentence].length <= MATTER_LETTERS ? sentence : wholeClauses(sentence);
}

/** As many whole clauses as there is room for: a letter that breaks off in the middle of a word reads badly. */
function wholeClauses(sentence: string): string {
  const head = [...sentence].slice(0, MATTER_LETTERS + 1).join('');
  const [clauses = ''] = /^.{8,}(?=[，、,：:])/u.exec(head) ?? [];
  return clauses === '' ? shortened(sentence, MATTER_LETTERS) : clauses;
}

/** 编号, else 序号, else the row. */
export const labelOf = (one: LedgerCase, words: NoticeWords): string =>
  hideOwnNumbers(
    words.caseLabel(textOf(one, 'caseNo'), textOf(one, 'serial'), one.ledger.checked.table.rowNumbers[one.index] ?? 0),
  );

/** What a document about one case may say of it: to a unit with the petitioner masked, to the petitioner by name. */
export function caseValues(one: LedgerCase, words: NoticeWords, shown: Shown): Values {
  const { checked } = one.ledger;
  const safe = (text: string): string => hidePersonal(one, text, shown);
  const day = (value: CivilDay | null): string => (value === null ? '' : words.day(value));
  const { units, lead, others, isRecused } = recipientOf(one);
  const due = checked.due(one.index);
  const hasLimit = due.on !== null && due.kind !== null && due.kind !== 'statutory';
  const [unit] = units;
  const answering: Values = isRecused
    ? { 回避要求: words.recusal }
    : {
        责任股室: words.names(units),
        牵头股室: lead,
        协办单位: words.names([...others, ...namesOf(one, 'coUnits')]),
        股室负责人: unit === undefined || units.length > 1 ? '' : headOf(checked.pack, unit, checked.today),
        包案负责人: words.names(checked.caseLeaders(one.index)),
        分管领导: words.names(sponsorsOf(one, unit ?? '')),
      };
  return {
    ...commonValues(checked.pack, checked.today, words),
    ...lawValues(checked.pack.laws, checked.fact('periodStart', one.index), words),
    ...answering,
    编号: labelOf(one, words),
    诉求人: petitionersOf(one, words, shown),
    诉求事项: matterOf(one, words, shown),
    诉求内容: safe(textOf(one, 'content') || textOf(one, 'title')),
    来源渠道: safe(textOf(one, 'channel')),
    登记日期: day(dayOf(one, 'registeredOn')),
    受理日期: day(dayOf(one, 'receivedOn')),
    交办日期: day(dayOf(one, 'assignedOn')),
    办结日期: day(dayOf(one, 'closedOn')),
    办理时限: hasLimit ? day(due.on) : '',
    时限依据: hasLimit && due.kind !== null ? words.limitBasis(due.kind) : '',
    超期天数: checked.dueState(one.index) === 'overdue' ? String(-(checked.daysLeft(one.index) ?? 0)) : '',
    办理情况: safe(textOf(one, 'progress')),
    办理结果: safe(textOf(one, 'result')),
  };
}

function petitionersOf(one: LedgerCase, words: NoticeWords, shown: Shown): string {
  const names = namesOf(one, 'petitioner');
  const said = shown === 'petitioner' ? words.names(names) : maskNames(names);
  const column = one.ledger.checked.table.field('headcount');
  const headcount = column?.type === 'number' ? (column.values[one.index] ?? 0) : 0;
  return names.length > 0 && headcount > names.length ? words.andOthers(said, headcount) : said;
}

/** Periods and articles of the law in force on the day that a case's periods start; nothing where there is none. */
function lawValues(laws: readonly Law[], start: unknown, words: NoticeWords): Values {
  const law =
    typeof start !== 'number'
      ? undefined
      : laws.find(({ effective: { from, to } }) => (from ?? -Infinity) <= start && start <= (to ?? Infinity));
  if (law === undefined) return {};
  const period = (id: string, label: string): Values => {
    const one = law.periods.get(id);
    return one === undefined ? {} : { [`${label}期限`]: words.days(one.days), [`${label}条款`]: one.article };
  };
  return {
    法规名称: law.name,
    ...period('decide', '受理'),
    ...period('handling', '办理'),
    ...period('extension', '延期'),
    ...period('review', '复查'),
  };
}
