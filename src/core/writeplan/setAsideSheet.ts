import { ASIDE_HEADINGS, ASIDE_KINDS } from '../ledger/readSetAside';
import type { SetAsideEntry } from '../setAside/entry';
import { banner, day, headings, text } from './cells';
import type { OwnedSheet, PlanRow } from './plan';
import { withHeights } from './rowHeight';
import type { PlanWords } from './words';

/** 编号 责任股室 问题 类型 理由 认定人 认定日期 有效期至 台账工作表 规则代号 诉求标识 事实标识, in characters. */
const WIDTHS = [18, 20, 28, 8, 40, 12, 12, 12, 14, 24, 16, 16];
const HEADING_ROW = 3;

/** 督查搁置: what people set aside, one row a finding, in the form that `readSetAside` reads. */
export function planSetAside(entries: readonly SetAsideEntry[], words: PlanWords): OwnedSheet {
  const rows: PlanRow[] = [
    banner(words.setAside.title, 'title', WIDTHS.length),
    banner(words.setAside.note, 'note', WIDTHS.length),
    headings(Object.values(ASIDE_HEADINGS)),
    ...entries.map(entryRow),
  ];
  return {
    id: 'setAside',
    name: words.sheetNames.setAside,
    widths: WIDTHS,
    rowCount: rows.length,
    rows: [...withHeights(rows, WIDTHS)],
    titleRows: { first: 1, last: HEADING_ROW },
    filterRow: entries.length === 0 ? null : HEADING_ROW,
    landscape: true,
    footer: words.setAside.title,
  };
}

const entryRow = (entry: SetAsideEntry): PlanRow => ({
  cells: [
    text(entry.caseNo),
    text(entry.unit),
    text(entry.title),
    text(ASIDE_KINDS[entry.kind]),
    text(entry.reason),
    text(entry.by),
    day(entry.on),
    day(entry.until),
    text(entry.sheet),
    text(entry.rule),
    text(entry.identity),
    text(entry.fingerprint),
  ],
});
