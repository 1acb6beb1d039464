import type { Law, LegalPeriod } from '../../pack';
import type { JsonNode } from '../json';
import type { Reading } from '../reading';
import { EFFECTIVE, TEXT, choice, entriesOf, fileShape, listOf, may, must, objectOf, shape, whole } from '../shape';
import type { FileKind } from './kind';

export interface Limits {
  readonly laws: readonly Law[];
  readonly roll: 'next-workday' | 'none';
}

const ROLLS = { 'next-workday': '顺延到节假日后的第一个工作日', none: '不顺延' } as const;
const UNITS = { day: '日（自然日）' } as const;

const PERIOD = shape({
  days: must('天数。', whole(1)),
  unit: may('单位：目前只有日。', choice(UNITS)),
  article: must('依据的条款。', TEXT),
});

/** The periods that the program counts by; another name would be a slip that nothing ever notices. */
const PERIODS = shape({
  decide: may('决定是否受理。', objectOf(PERIOD)),
  handling: may('办理；没有写明办理时限的，以它兜底。', objectOf(PERIOD)),
  extension: may('延期最多几天。', objectOf(PERIOD)),
  review: may('复查。', objectOf(PERIOD)),
  reexamination: may('复核。', objectOf(PERIOD)),
});

const LAW = shape({
  name: must('法规名称。', TEXT),
  effective: must('施行日期；办理期限按起算那一天施行的法规。', objectOf(EFFECTIVE)),
  periods: must('各项期限。', objectOf(PERIODS)),
  articles: may('不设期限的条款，如 unlawfulActs 违法行为；甄别依据里用 {unlawfulActs} 引用。', entriesOf(TEXT)),
});

/** `limits.json`: the periods that the regulations set, by the days they were in force. */
export const LIMITS: FileKind<Limits> = {
  id: 'limits',
  says: '法定期限',
  files: ['limits.json'],
  shape: fileShape({
    roll: must('期限末日遇节假日时怎么办。', choice(ROLLS)),
    rollBasis: may('顺延的依据。', TEXT),
    laws: must('先后施行的法规，施行日期不能重叠。', listOf(objectOf(LAW))),
  }),
  read(root, reading) {
    const top = reading.object(root, this.shape);
    if (!top) return null;
    const roll = reading.choice(top, 'roll', ROLLS) ?? 'next-workday';
    reading.text(top, 'rollBasis');
    const laws: Law[] = [];
    for (const node of reading.items(top, 'laws') ?? []) {
      const law = readLaw(node, reading);
      if (!law) continue;
      // Two laws in force on one day would make the period a guess.
      const other = law.sound && laws.find(({ effective }) => overlap(effective, law.effective));
      if (other) reading.refuse(law.effectiveAt, 'rules-laws-overlap', { name: law.name, other: other.name });
      const { name, effective, periods, articles } = law;
      laws.push({ name, effective, periods, articles });
    }
    return { laws, roll };
  },
};

function readLaw(node: JsonNode, reading: Reading): (Required<Law> & { effectiveAt: number; sound: boolean }) | null {
  const members = reading.object(node, LAW);
  if (!members) return null;
  const name = reading.text(members, 'name');
  const before = reading.report.problems.length;
  const effective = reading.effective(members);
  const sound = members.has('effective') && reading.report.problems.length === before;
  const periods = new Map<string, LegalPeriod>();
  const periodsNode = members.get('periods')?.value;
  for (const [id, period] of (periodsNode && reading.object(periodsNode, PERIODS, 'periods')) ?? []) {
    const inner = PERIODS.known.includes(id) ? reading.object(period.value, PERIOD, id) : null;
    if (!inner) continue;
    const days = reading.whole(inner, 'days', 1);
    const article = reading.text(inner, 'article');
    reading.choice(inner, 'unit', UNITS);
    if (days !== null && article) periods.set(id, { days, article });
  }
  const articles = new Map<string, string>();
  for (const [id, article] of reading.entries(members.get('articles')?.value, 'articles')) {
    const text = reading.textOf(article.value, id);
    if (text !== null) articles.set(id, text);
  }
  if (!name) return null;
  const effectiveAt = members.get('effective')?.value.offset ?? node.offset;
  return { name, effective, periods, articles, effectiveAt, sound };
}

const overlap = (a: Law['effective'], b: Law['effective']): boolean =>
  (a.from ?? -Infinity) <= (b.to ?? Infinity) && (b.from ?? -Infinity) <= (a.to ?? Infinity);
