import { fail, ok, problem, type Result } from '../../problem';
import type { RulePack } from '../../rules/pack';
import { schemeOf, type Indicator, type ScoringScheme } from '../../scoring/scheme';
import type { ReportDocument } from '../document';
import { commonValues } from '../notices/values';
import type { ReportSources } from '../report';
import { fillTemplate, type Values } from '../templates/fill';
import { templatesOf } from '../templates/template';
import { DOCUMENT_KINDS } from '../templates/vocabulary';
import type { AppraisalWords } from './words';

/** What the indicators come to together. */
const FULL = 100;

/** 考核办法 in words, out of the scheme that the scores are computed by: what is printed is what counts. */
export function appraisalDocument({ ledgers, today }: ReportSources, words: AppraisalWords): Result<ReportDocument> {
  const pack = ledgers[0]?.checked.pack;
  const template = pack && templatesOf(pack).get('appraisal');
  if (!pack || !template)
    return fail(problem('report-without-template', { document: DOCUMENT_KINDS.appraisal, pack: pack?.title ?? '' }));
  const scheme = schemeOf(pack);
  if (scheme === null) return fail(problem('report-without-scheme', { pack: pack.title }));
  return ok(
    fillTemplate(template, scheme.title, {
      values: {
        ...commonValues(pack, today, words),
        办法名称: scheme.title,
        考核依据: scheme.basis,
        满分: String(FULL),
        单件上限: String(scheme.caseCap),
        样本下限: String(scheme.leastCases),
        组别: words.list(scheme.groups),
        只显示不计分: words.list(scheme.shown.map((field) => labelOf(pack, field))),
      },
      lists: {
        指标: scheme.indicators.map((indicator, at) => indicatorLine(indicator, at + 1, scheme, words)),
        扣分: scheme.indicators.flatMap((indicator) => deductionLines(indicator, pack, words)),
        等次: scheme.bands.map(({ title, from, suggests }, at) => ({
          等次: title,
          分数: words.band(from, scheme.bands[at - 1]?.from ?? null),
          建议: words.measure(suggests),
        })),
        否决: scheme.vetoes.map(({ title, basis, rules, least, percent, suggests }, at) => ({
          序号: String(at + 1),
          情形: title,
          条件: words.veto(
            rules.map((rule) => titleOf(pack, rule)),
            least,
            percent,
          ),
          依据: basis,
          建议: words.measure(suggests),
        })),
      },
    }),
  );
}

const labelOf = ({ fields }: RulePack, id: string): string => fields.find((field) => field.id === id)?.label ?? id;
const titleOf = ({ rules }: RulePack, name: string): string => rules.find((rule) => rule.name === name)?.title ?? name;

function indicatorLine(indicator: Indicator, position: number, scheme: ScoringScheme, words: AppraisalWords): Values {
  const replaced = scheme.indicators.find(({ id }) => id === indicator.insteadOf);
  const whom =
    indicator.chargedTo === null ? words.list(indicator.for.map(words.subject)) : words.chargedTo(indicator.chargedTo);
  return {
    序号: String(position),
    指标: indicator.title,
    分值: String(indicator.weight),
    适用: replaced === undefined ? whom : `${whom}${words.insteadOf(replaced.title)}`,
    依据: indicator.basis,
  };
}

function deductionLines(
  { title, rules, measure }: Indicator,
  pack: RulePack,
  words: AppraisalWords,
): readonly Values[] {
  if (measure !== null)
    return [
      {
        指标: title,
        规则: words.measured(labelOf(pack, measure.field), measure.full),
        扣除比例: words.measuredLoss,
        整改后: words.lost,
      },
    ];
  return rules.map(({ rule, deduct, becomes }) => ({
    指标: title,
    规则: titleOf(pack, rule),
    扣除比例: words.percent(deduct),
    整改后: afterMending(rule, becomes, pack, words),
  }));
}

function afterMending(rule: string, becomes: string | null, pack: RulePack, words: AppraisalWords): string {
  if (becomes === rule) return words.lost;
  if (becomes !== null) return words.becomes(titleOf(pack, becomes));
  return pack.rules.find(({ name }) => name === rule)?.mendable === false ? words.lost : words.mendable;
}
