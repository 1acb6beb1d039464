import { banner, text } from '../../writeplan/cells';
import type { ReportSheet } from '../../writeplan/plan';
import { sealOf } from '../seal';
import { layOut, type ScoreSheetSource } from './frame';

const WIDTHS = [24, 100];

/** 封存信息: what the scores rest on, in checksums that anyone can work out again from the same ledgers and rules. */
export function planSeal(source: ScoreSheetSource): ReportSheet {
  const { board, speech, problems, sha256 } = source;
  const words = speech.score.sheets.seal;
  const rows = [
    banner(words.title, 'title', WIDTHS.length),
    ...words
      .lines(board, sealOf(board, sha256), problems)
      .map(([name, value]) => ({ cells: [text(name, 'strong'), text(value)] })),
    banner(words.note, 'note', WIDTHS.length),
  ];
  return layOut(source, { name: words.name, widths: WIDTHS, rows, rowCount: rows.length, headingRow: null });
}
