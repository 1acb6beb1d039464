import type { Deduction, Indicator } from '../../../scoring/scheme';
import { fieldNamed, type Known } from '../known';
import type { Members, Reading } from '../reading';
import { excerpt, suggestion } from '../report';
import { TEXT, may, must, ref, shape, whole } from '../shape';

/** A finding costs no more than the case's whole share. */
const WHOLE_SHARE = 100;

export const DEDUCTION = shape({
  rule: must('规则的英文名（规则一览里的“规则”一栏）。', TEXT),
  deduct: must('每有一件，扣这一件在本指标所占份额的百分之几，1 到 100。', whole(1)),
  becomes: may(
    '整改之后变成本指标里的哪条规则（如超期未办结，办结后成为逾期办结）；写自己的表示整改也不能挽回。',
    TEXT,
  ),
});

export const MEASURE = shape({
  field: must('台账里的评分字段，类型须是数。', ref('field')),
  full: must('满分。', whole(1)),
});

/** Names of rules that a scheme goes by; one that no file defines is refused once all rules could be read. */
export function checkRule(name: string, offset: number, reading: Reading, known: Known): void {
  if (!known.rulesComplete || known.rules.has(name)) return;
  reading.refuse(offset, 'rules-rule-unknown', () => {
    const titled = [...known.rules].find(([, title]) => title === name)?.[0];
    return { rule: excerpt(name), nearest: titled ?? suggestion(name, known.rules.keys()) };
  });
}

export function readRuleNames(members: Members, reading: Reading, known: Known): readonly string[] | null {
  const names = reading.texts(members, 'rules', false);
  for (const [name, offset] of reading.textPlaces(members, 'rules')) checkRule(name, offset, reading, known);
  return names;
}

/**
 * The rules of one indicator. A finding is charged once: no rule stands in two indicators.
 * @param of the indicator's title, and the rules that indicators before it use
 */
export function readDeductions(
  members: Members,
  of: { readonly title: string; readonly used: Map<string, string> },
  reading: Reading,
  known: Known,
): readonly Deduction[] {
  const deductions: Deduction[] = [];
  const becoming: [string, number][] = [];
  for (const node of reading.items(members, 'rules') ?? []) {
    const entry = reading.object(node, DEDUCTION);
    const rule = entry && reading.text(entry, 'rule');
    const deduct = entry && reading.whole(entry, 'deduct', 1);
    const becomes = entry && reading.text(entry, 'becomes');
    if (!entry || !rule) continue;
    const at = entry.get('rule')?.value.offset ?? node.offset;
    checkRule(rule, at, reading, known);
    const other = of.used.get(rule);
    if (other !== undefined) reading.refuse(at, 'rules-rule-charged-twice', { rule: excerpt(rule), indicator: other });
    of.used.set(rule, of.title);
    if (becomes !== null) becoming.push([becomes, entry.get('becomes')?.value.offset ?? node.offset]);
    if (deduct === null) continue;
    if (deduct > WHOLE_SHARE)
      reading.refuse(entry.get('deduct')?.value.offset ?? node.offset, 'rules-percent-too-large', {
        key: 'deduct',
        value: deduct,
      });
    deductions.push({ rule, deduct, becomes });
  }
  const own = deductions.map(({ rule }) => rule);
  for (const [rule, offset] of becoming)
    if (!own.includes(rule))
      reading.refuse(offset, 'rules-becomes-unknown', () => ({ rule: excerpt(rule), nearest: suggestion(rule, own) }));
  return deductions;
}

export function readMeasure(members: Members, reading: Reading, known: Known): Indicator['measure'] {
  const node = members.get('measure')?.value;
  const entry = node && reading.object(node, MEASURE, 'measure');
  if (!entry) return null;
  const field = reading.text(entry, 'field');
  const full = reading.whole(entry, 'full', 1);
  if (field === null || full === null) return null;
  const offset = entry.get('field')?.value.offset ?? node.offset;
  const type = known.fields.get(field)?.type;
  if (!known.factsComplete || known.untyped.has(field)) return { field, full };
  if (type === undefined)
    reading.refuse(offset, 'rules-field-unknown', () => ({ field: excerpt(field), nearest: fieldNamed(field, known) }));
  else if (type !== 'number') reading.refuse(offset, 'rules-field-not-number', { field, type });
  return { field, full };
}
