import { banner, count, headings, text } from '../../writeplan/cells';
import type { PlanCell, PlanRow, ReportSheet } from '../../writeplan/plan';
import type { PackFiles } from '../loadPack';
import type { Severity } from '../pack';
import { asList, asObject, asText, rulesIn, textOf, wordsIn, type Json } from './packJson';
import type { RuleSheetWords, SheetHead } from './words';

/** A cell of Excel holds 32,767 letters; a piece is well below. */
const PIECE = 8000;
/** Stands at both ends of a piece, so that nobody takes its blanks away. */
export const FENCE = '|';

/** A pack that loads as a workbook: rules, their parameters, words and weights to change, and all files as they are. */
export function planRuleSheets(files: PackFiles, words: RuleSheetWords): readonly ReportSheet[] {
  const texts = new Map([...files].map(([path, file]) => [path, textOf(file)]));
  const parsed = new Map([...texts].map(([path, own]) => [path, asObject(JSON.parse(own))]));
  const rules = [...parsed.values()].flatMap(rulesIn);
  const titles = new Map(rules.map(({ name, title }) => [asText(name), asText(title)]));
  const lexicons = [...parsed].flatMap(([path, file]) =>
    (wordsIn(path, file) ?? []).map((word) => [text(asText(file['name'])), text(asText(file['title'])), text(word)]),
  );
  const scheme = parsed.get('scoring.json');
  return [
    helpSheet(words),
    sheet(
      words.rules,
      [26, 24, 10, 50, 50, 40],
      rules.map((rule) => ruleCells(rule, words)),
    ),
    sheet(
      words.parameters,
      [26, 24, 20, 40],
      rules.flatMap((rule) => parameterCells(rule, words)),
    ),
    sheet(words.lexicons, [26, 34, 30], lexicons),
    ...(scheme ? [sheet(words.scoring, [20, 24, 10, 26, 24, 10], scoringCells(scheme, titles))] : []),
    sheet(
      words.files,
      [30, 8, 80],
      [...texts].flatMap(([path, own]) => pieces(path, own)),
    ),
  ];
}

function sheet(
  head: SheetHead<string>,
  widths: readonly number[],
  rows: readonly (readonly PlanCell[])[],
): ReportSheet {
  const all: readonly PlanRow[] = [headings(Object.values(head.headings)), ...rows.map((cells) => ({ cells }))];
  return {
    name: head.name,
    widths,
    rowCount: all.length,
    rows: all,
    titleRows: { first: 1, last: 1 },
    filterRow: rows.length > 0 ? 1 : null,
    landscape: true,
    footer: '',
  };
}

function helpSheet({ help }: RuleSheetWords): ReportSheet {
  const [title = '', ...lines] = help.lines;
  const rows = [banner(title, 'title', 1), ...lines.map((line) => banner(line, 'body', 1))];
  return {
    name: help.name,
    widths: [110],
    rowCount: rows.length,
    rows,
    titleRows: null,
    filterRow: null,
    landscape: true,
    footer: '',
  };
}

function ruleCells(rule: Json, { severities }: RuleSheetWords): readonly PlanCell[] {
  const params = asObject(asObject(rule['event'])['params']);
  const severity = severities[asText(rule['severity']) as Severity];
  return [rule['name'], rule['title'], severity, params['message'], params['advice'], rule['basis']].map((value) =>
    text(asText(value)),
  );
}

function parameterCells(rule: Json, { comma }: RuleSheetWords): readonly (readonly PlanCell[])[] {
  return Object.entries(asObject(rule['parameters'])).map(([name, value]) => [
    text(asText(rule['name'])),
    text(asText(rule['title'])),
    text(name),
    typeof value === 'number'
      ? count(value)
      : text(Array.isArray(value) ? value.map(asText).join(comma) : asText(value)),
  ]);
}

function scoringCells(scheme: Json, titles: ReadonlyMap<string, string>): readonly (readonly PlanCell[])[] {
  return asList(scheme['indicators'])
    .map(asObject)
    .flatMap((indicator) => {
      const head = [text(asText(indicator['id'])), text(asText(indicator['title']))];
      return [
        [...head, count(Number(indicator['weight'])), text(''), text(''), text('')],
        ...asList(indicator['rules'])
          .map(asObject)
          .map(({ rule, deduct }) => [
            ...head,
            text(''),
            text(asText(rule)),
            text(titles.get(asText(rule)) ?? ''),
            count(Number(deduct)),
          ]),
      ];
    });
}

function pieces(path: string, own: string): readonly (readonly PlanCell[])[] {
  const cut: string[] = [];
  for (let at = 0; at < own.length || at === 0; at += PIECE) cut.push(own.slice(at, at + PIECE));
  return cut.map((piece, at) => [text(path), count(at + 1), text(`${FENCE}${piece}${FENCE}`)]);
}
