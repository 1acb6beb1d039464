import { stands } from '../../check/checkedLedger';
import { mondayOf, type CivilDay } from '../../dates/civil';
import { complains } from '../../facts/recusal';
import { fail, ok, problem, type Result } from '../../problem';
import type { RulePack } from '../../rules/pack';
import type { DocumentBars, ReportDocument } from '../document';
import { leadOf, namedUnits } from '../notices/recipients';
import { commonValues, labelOf, matterOf } from '../notices/values';
import { allCases, type CaseRef, type ReportSources } from '../report';
import type { ReportWords } from '../words';
import { hideOwnNumbers } from '../privacy';
import { fillTemplate, type Values } from '../templates/fill';
import { templatesOf } from '../templates/template';
import { DOCUMENT_KINDS } from '../templates/vocabulary';
import { byWeek, count, emptyTally, Groups, orBlank, type Tally } from './figures';
import type { SummaryWords } from './words';

/** Overdue cases and findings that a summary tells one by one; further ones are in the ledger. */
const MOST_OVERDUE = 10;
const MOST_FINDINGS = 12;
/** Groups of a chart; more would not be told apart. */
const MOST_BARS = 15;
/** Weeks of a chart, the last ones. */
const MOST_WEEKS = 13;

/** 专项行动总结: the figures of the campaign over all ledgers, and what people have to write marked in between. */
export function summaryDocument(
  sources: ReportSources,
  words: Pick<ReportWords, 'summary' | 'notices'>,
): Result<ReportDocument> {
  const pack = sources.ledgers[0]?.checked.pack;
  const template = pack && templatesOf(pack).get('summary');
  if (!pack || !template)
    return fail(problem('report-without-template', { document: DOCUMENT_KINDS.summary, pack: pack?.title ?? '' }));
  const cases = [...allCases(sources)];
  const all = emptyTally();
  const [units, channels, matters] = [new Groups(), new Groups(), new Groups()];
  const { summary } = words;
  for (const one of cases) {
    count(one, [
      all,
      units.of(hideOwnNumbers(unitOf(one)) || summary.noUnit),
      channels.of(orBlank(one, 'channel', summary)),
      ...(one.ledger.checked.table.field('matter') ? [matters.of(orBlank(one, 'matter', summary))] : []),
    ]);
  }
  const overdue = overdueCases(cases);
  return ok(
    fillTemplate(template, summary.title, {
      values: {
        ...commonValues(pack, sources.today, summary),
        ...figures(all, pack, sources.today, summary),
        ...untold(sources),
        股室数: String(units.size - (units.has(summary.noUnit) ? 1 : 0)),
        类别数: String(matters.size),
        超期列出件数: String(Math.min(overdue.length, MOST_OVERDUE)),
      },
      lists: {
        各单位: units
          .sorted()
          .map(([name, tally]) => ({ 单位: name, 组别: groupOf(pack, name), ...line(tally, summary) })),
        各渠道: channels.sorted().map(([name, tally]) => ({ 渠道: name, ...line(tally, summary) })),
        各类别: matters.sorted().map(([name, tally]) => ({
          类别: name,
          占比: summary.share(tally.total, all.total),
          ...line(tally, summary),
        })),
        各问题: findings(sources),
        行动步骤: phases(pack, summary),
        超期事项: overdue.slice(0, MOST_OVERDUE).map((one, at) => overdueLine(one, at + 1, words)),
      },
      guard: hideOwnNumbers,
      charts: charts({ units, channels }, cases, pack, sources.today, summary),
    }),
  );
}

/** The unit a case is counted under: the leading one, else the first that is named. */
const unitOf = (one: CaseRef): string => leadOf(one) || (namedUnits(one)[0] ?? '');

function groupOf({ organisation }: RulePack, unit: string): string {
  const listed = organisation.units.find(({ name }) => name === unit);
  return listed?.group ?? organisation.patterns.find(({ suffix }) => unit.endsWith(suffix))?.group ?? '';
}

/** Figures whose column no ledger has: nought would be a claim, so they are left for a person to write. */
function untold({ ledgers }: ReportSources): Values {
  const has = (...fields: readonly string[]): boolean =>
    ledgers.some(({ checked }) => fields.some((field) => checked.table.field(field) !== undefined));
  return {
    ...(has('resolution') ? {} : { 化解件数: '', 部分化解件数: '' }),
    ...(has('reportedOn') ? {} : { 反馈件数: '' }),
    ...(has('signedOff') ? {} : { 销号件数: '' }),
    ...(has('lastReviewOn', 'lastBureauReviewOn') ? {} : { 调度件数: '' }),
  };
}

const line = (tally: Tally, words: SummaryWords): Values => ({
  在册: String(tally.total),
  在办: String(tally.open),
  办结: String(tally.closed),
  // Nought of what no ledger of the group tells would be a claim.
  化解: tally.resolved === 0 && tally.untoldResolved > 0 ? words.untold : String(tally.resolved),
  超期: String(tally.overdue),
  办结率: words.share(tally.closed, tally.total),
});

function figures(all: Tally, { campaign }: RulePack, today: CivilDay, words: SummaryWords): Values {
  const numbers: Readonly<Record<string, number>> = {
    在册件数: all.total,
    在办件数: all.open,
    办结件数: all.closed,
    化解件数: all.resolved,
    部分化解件数: all.partlyResolved,
    销号件数: all.signedOff,
    反馈件数: all.reported,
    按期办结件数: all.closedOnTime,
    逾期办结件数: all.closedLate,
    超期件数: all.overdue,
    临期件数: all.dueSoon,
    无法判定件数: all.unjudged,
    三个明确件数: all.clear,
    积案件数: all.legacy,
    积案办结件数: all.legacyClosed,
    政策内件数: all.withinPolicy,
    政策外件数: all.beyondPolicy,
    未甄别件数: all.undetermined,
    违法件数: all.unlawful,
    困难件数: all.hardship,
    调度件数: all.reviewed,
    问题件数: all.flagged,
    缺栏件数: all.untold < all.total ? all.untold : 0,
    回避件数: all.accusations,
  };
  return {
    ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])),
    截止日期: words.day(today),
    行动起始: words.day(campaign.firstDay),
    行动结束: words.day(campaign.lastDay),
    办结率: words.share(all.closed, all.total),
    三个明确率: words.share(all.clear, all.total),
  };
}

/** Findings that stand, by rule, the most frequent first. */
function findings({ ledgers }: ReportSources): readonly Values[] {
  const found = new Map<string, { readonly basis: string; cases: number }>();
  for (const { checked } of ledgers)
    checked.pack.rules.forEach((rule, at) => {
      const entry = found.get(rule.title) ?? { basis: rule.basis, cases: 0 };
      found.set(rule.title, entry);
      for (let index = 0; index < checked.table.count; index++) if (stands(checked, at, index)) entry.cases++;
    });
  return [...found]
    .filter(([, { cases }]) => cases > 0)
    .sort(([, a], [, b]) => b.cases - a.cases)
    .slice(0, MOST_FINDINGS)
    .map(([title, { basis, cases }]) => ({ 问题: title, 件数: String(cases), 依据: basis }));
}

const phases = ({ campaign }: RulePack, words: SummaryWords): readonly Values[] =>
  campaign.phases.map(({ name, from, to, tasks }) => ({
    阶段: name,
    时间: words.phase(from === null ? '' : words.day(from), words.day(to)),
    任务: words.tasks(tasks),
  }));

/** The longest overdue first. A summary goes round: accusations are counted and not told. */
const overdueCases = (cases: readonly CaseRef[]): readonly CaseRef[] =>
  cases
    .filter(
      ({ ledger: { checked }, index }) => checked.dueState(index) === 'overdue' && !complains(checked.table, index),
    )
    .sort((a, b) => (a.ledger.checked.daysLeft(a.index) ?? 0) - (b.ledger.checked.daysLeft(b.index) ?? 0));

function overdueLine(one: CaseRef, position: number, { notices }: Pick<ReportWords, 'notices'>): Values {
  const { checked } = one.ledger;
  const due = checked.dueOn(one.index);
  return {
    序号: String(position),
    编号: labelOf(one, notices),
    单位: unitOf(one),
    诉求事项: matterOf(one, notices, 'nobody'),
    办理时限: due === null ? '' : notices.tableDay(due),
    超期天数: String(-(checked.daysLeft(one.index) ?? 0)),
  };
}

function charts(
  { units, channels }: { readonly units: Groups; readonly channels: Groups },
  cases: readonly CaseRef[],
  { campaign }: RulePack,
  today: CivilDay,
  words: SummaryWords,
): Readonly<Record<string, DocumentBars>> {
  const { series, cases: unit } = words;
  const groups = (title: string, from: Groups): DocumentBars => ({
    kind: 'bars',
    form: 'parts',
    title,
    unit,
    series: [series.closed, series.open],
    bars: from
      .sorted()
      .slice(0, MOST_BARS)
      .map(([label, tally]) => ({ label, values: [tally.closed, tally.open] })),
  });
  const weeks = byWeek(cases, mondayOf(campaign.firstDay), today).slice(-MOST_WEEKS);
  return {
    各单位办理情况: groups(words.charts.units, units),
    各渠道办理情况: groups(words.charts.channels, channels),
    各周登记和办结: {
      kind: 'bars',
      form: 'sideBySide',
      title: words.charts.weeks,
      unit,
      series: [series.registered, series.closed],
      bars: weeks.map(({ monday, registered, closed }) => ({
        label: words.week(monday),
        values: [registered, closed],
      })),
    },
  };
}
