import { count, text } from '../../../writeplan/cells';
import type { OwnedSheet } from '../../../writeplan/plan';
import { SheetLayout } from '../../sheetLayout';
import type { AdviceMatter } from '../advice';
import type { Trend } from '../trend';
import type { TrendWords } from '../words';
import { nameOf } from './repeats';

const WIDTHS = [20, 9, 50, 34, 46];
/** Cases named as examples. */
const EXAMPLES = 5;

/** 建议事项: the matters on which advice is due and why, with a gap for what to advise. */
export function adviceSheet(trend: Trend, matters: readonly AdviceMatter[], words: TrendWords): OwnedSheet {
  const layout = new SheetLayout(WIDTHS);
  layout.title(words.adviceTitle);
  layout.line(words.adviceLine);
  layout.headings(words.adviceHeadings, true);
  if (matters.length === 0) layout.line(words.noAdvice);
  for (const { group, reasons } of matters) {
    const examples = group.cases.filter(({ isAccusation }) => !isAccusation).slice(0, EXAMPLES);
    layout.cells([
      text(group.name, 'strong'),
      count(group.cases.length),
      text(reasons.map((reason) => words.reason(reason)).join('\n')),
      text(examples.map((one) => nameOf(one, trend, words)).join('、')),
      text(words.adviceGap),
    ]);
  }
  return layout.sheet('report.trend.advice', words.sheets.advice, words.footer(trend.head));
}
