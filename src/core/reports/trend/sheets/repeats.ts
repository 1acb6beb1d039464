import { day, text } from '../../../writeplan/cells';
import type { OwnedSheet } from '../../../writeplan/plan';
import { ledgerName } from '../../cases';
import { hideOwnNumbers } from '../../privacy';
import { SheetLayout } from '../../sheetLayout';
import { isJoint, isSkipped, type Repeat } from '../repeats';
import type { TrendCase } from '../trendCase';
import type { Trend } from '../trend';
import type { TrendWords } from '../words';
import { maskNames } from '../../../masking/shapes';

const WIDTHS = [20, 16, 26, 24, 28, 42];
/** Lines a list shows; how many more there are is said. */
const LINES = 100;
/** Numbers of cases told in one cell. */
const NAMED = 12;

/** 重复和集体、越级: who and what came again, masked; joint petitions and those above the county. */
export function repeatsSheet(trend: Trend, words: TrendWords): OwnedSheet {
  const layout = new SheetLayout(WIDTHS);
  layout.title(words.repeatsTitle);
  layout.line(words.repeatsLine(trend.cases.length - trend.listed.length));
  layout.repeatAll();
  const { people, matters, joint, skipped } = words.repeatSections;
  addRepeats(layout, people, trend.people, trend, words);
  addRepeats(layout, matters, trend.matters, trend, words);
  addCases(layout, joint, trend.listed.filter(isJoint(trend.settings.jointFrom)), trend, words);
  addCases(layout, skipped, trend.listed.filter(isSkipped), trend, words);
  return layout.sheet('report.trend.repeats', words.sheets.repeats, words.footer(trend.head));
}

function addRepeats(
  layout: SheetLayout,
  title: string,
  repeats: readonly Repeat[],
  trend: Trend,
  words: TrendWords,
): void {
  layout.section(title);
  if (repeats.length === 0) {
    layout.line(words.none);
    return;
  }
  layout.headings(words.repeatHeadings);
  for (const repeat of repeats.slice(0, LINES)) {
    const { cases } = repeat;
    const who =
      repeat.kind === 'person' ? [repeat.petitioner] : distinct(cases.flatMap(({ petitioners }) => petitioners));
    const masked = maskNames(who.slice(0, NAMED));
    layout.cells([
      text(repeat.byNameOnly ? words.byNameOnly(masked) : masked),
      text(words.times(cases.length)),
      text(words.between(cases[0]?.on ?? null, cases.at(-1)?.on ?? null)),
      text(words.unsaid(distinct(cases.map(({ matter }) => matter)).join('、'))),
      text(words.unsaid(distinct(cases.map(({ unit }) => unit)).join('、'))),
      text(
        cases
          .slice(0, NAMED)
          .map((one) => nameOf(one, trend, words))
          .join('、') + words.more(cases.length - NAMED),
      ),
    ]);
  }
  if (repeats.length > LINES) layout.line(words.more(repeats.length - LINES));
}

function addCases(
  layout: SheetLayout,
  title: string,
  cases: readonly TrendCase[],
  trend: Trend,
  words: TrendWords,
): void {
  layout.section(title);
  if (cases.length === 0) {
    layout.line(words.none);
    return;
  }
  layout.headings(words.listHeadings);
  for (const one of cases.slice(0, LINES))
    layout.cells([
      text(nameOf(one, trend, words)),
      day(one.on),
      text(maskNames(one.petitioners.slice(0, NAMED))),
      text(words.unsaid(one.matter)),
      text(words.unsaid(one.unit)),
      text(
        [one.headcount === null ? '' : words.people(one.headcount), one.level].filter((part) => part !== '').join('，'),
      ),
    ]);
  if (cases.length > LINES) layout.line(words.more(cases.length - LINES));
}

/** How a case is called in the report: by its number, which may hold nobody's telephone. */
export function nameOf({ caseNo, ref }: TrendCase, { severalFiles }: Trend, words: TrendWords): string {
  const { checked, file } = ref.ledger;
  return words.caseName(
    hideOwnNumbers(caseNo),
    severalFiles ? ledgerName(file) : null,
    checked.table.rowNumbers[ref.index] ?? 0,
  );
}

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names.filter((name) => name !== ''))];
