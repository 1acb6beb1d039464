import { banner, headings, text, count as number } from './cells';
import type { OwnedSheet, PlanCell, PlanRow } from './plan';
import { findingOrder, freshPlace, planHead, type PlanSource } from './planSource';

/** 序号 单元格 编号 责任股室 严重程度 问题 依据 整改建议 能否整改 状态, in characters. */
const WIDTHS = [7, 10, 18, 20, 10, 48, 30, 48, 10, 18];
const HEADING_ROW = 3;

/** 督查问题: one row for each finding on a case that was found again, with a link to its cell. */
export function planFindings(source: PlanSource): OwnedSheet {
  const { checked, rekeyed, words } = source;
  const found = (index: number): boolean => (rekeyed.freshOf[index] ?? -1) !== -1;
  const standing = findingOrder(checked, found);
  const aside = findingOrder(checked, found, 'setAside');
  const count = standing.count + aside.count;
  const head = planHead(source);
  return {
    id: 'findings',
    name: words.sheetNames.findings,
    widths: WIDTHS,
    rowCount: HEADING_ROW + Math.max(1, count),
    rows: {
      *[Symbol.iterator](): Iterator<PlanRow> {
        yield banner(words.findings.title, 'title', WIDTHS.length);
        yield banner(words.headLine(head), 'note', WIDTHS.length);
        yield headings(words.findings.headings);
        if (count === 0) yield banner(words.findings.none, 'body', WIDTHS.length);
        // What was set aside stands last, apart from what is to be done.
        for (let position = 0; position < count; position++) {
          const isStanding = position < standing.count;
          yield findingRow(source, isStanding ? standing.at(position) : aside.at(position - standing.count), position);
        }
      },
    },
    titleRows: { first: 1, last: HEADING_ROW },
    filterRow: count === 0 ? null : HEADING_ROW,
    landscape: true,
    footer: words.footer(head),
  };
}

function findingRow(source: PlanSource, at: { rule: number; index: number }, position: number): PlanRow {
  const { checked, fresh, words } = source;
  const { table } = checked;
  const finding = checked.explain(at.index, at.rule, freshPlace(source));
  const link: PlanCell = {
    text: finding.cell ?? words.row(finding.row),
    style: 'body',
    link: { sheet: fresh.sheet, cell: finding.cell ?? `A${finding.row}` },
  };
  return {
    cells: [
      number(position + 1),
      link,
      text(table.seen('caseNo', at.index) || table.seen('serial', at.index)),
      text(table.seen('unit', at.index)),
      text(words.severity(finding.rule.severity), finding.rule.severity === 'error' ? 'strong' : 'body'),
      text(words.problem(finding)),
      text(finding.rule.basis),
      text(words.advice(finding)),
      text(finding.rule.mendable ? words.yes : words.no),
      text(words.standing(checked.setAside(at.rule, at.index))),
    ],
  };
}
