import { banner, count, day, text } from '../../writeplan/cells';
import type { OwnedSheet, PlanRow } from '../../writeplan/plan';
import { compareUnitsOrNone, ledgerName } from '../cases';
import { dayOf, namesOf, textOf } from '../notices/ledgerCase';
import { hideOwnNumbers, hidePersonal } from '../privacy';
import type { ReportContent, ReportSources } from '../report';
import { SheetLayout } from '../sheetLayout';
import { sampleOf, type Assignment, type FrameCase, type Sample } from './frame';
import type { SampleHead, SamplingWords } from './words';
import { maskNames } from '../../masking/shapes';

/** A sample as it is laid out. */
interface Laid {
  readonly sample: Sample;
  readonly head: SampleHead;
  readonly severalFiles: boolean;
  readonly words: SamplingWords;
}

/** 社会督查抽查表: how the sample was drawn, what was drawn, and for each inspector a sheet to fill in on site; masked. */
export function samplingReport(sources: ReportSources, words: SamplingWords): ReportContent {
  const sample = sampleOf(sources);
  const head: SampleHead = {
    files: sources.ledgers.map(({ file }) => ledgerName(file)),
    owner: sources.ledgers[0]?.checked.pack.owner ?? '',
    today: sources.today,
    settings: sample.settings,
    seed: sample.seed,
    chosen: sample.chosen,
    frame: sample.frame.length,
    drawn: sample.cases.length,
    kept: sample.kept,
  };
  const laid: Laid = { sample, head, severalFiles: sources.ledgers.length > 1, words };
  const given = sample.assignments ?? [];
  const rest = sample.assignments === null ? sample.cases : sample.untaken;
  return {
    kind: 'sheets',
    sheets: [
      overviewSheet(laid),
      unitsSheet(laid),
      listSheet(laid),
      ...given
        .filter(({ cases }) => cases.length > 0)
        .map((assignment, at) => fillInSheet(laid, assignment, `report.sampling.inspector${at + 1}`)),
      ...(rest.length > 0 ? [fillInSheet(laid, { inspector: null, cases: rest }, 'report.sampling.untaken')] : []),
    ],
  };
}

const OVERVIEW_WIDTHS = [40, 40, 24, 24];

function overviewSheet({ sample, head, words }: Laid): OwnedSheet {
  const layout = new SheetLayout(OVERVIEW_WIDTHS);
  layout.title(words.title);
  for (const sentence of words.method(head)) layout.line(sentence);
  layout.section(words.assignSection);
  if (sample.assignments === null) layout.line(words.noRegister);
  else {
    layout.headings(words.assignHeadings);
    for (const { inspector, cases } of sample.assignments)
      layout.cells([
        text(inspector.name),
        text(inspector.unit),
        text(inspector.villages.join('、')),
        count(cases.length),
      ]);
    if (sample.untaken.length > 0) layout.line(words.untaken(sample.untaken.length));
  }
  return layout.sheet('report.sampling', words.sheets.overview, words.footer(head));
}

const UNIT_WIDTHS = [50, 26, 26, 26];

function unitsSheet({ sample, head, words }: Laid): OwnedSheet {
  const layout = new SheetLayout(UNIT_WIDTHS);
  layout.title(words.unitTitle);
  layout.headings(words.unitHeadings, true);
  const checked = sample.frame[0]?.ref.ledger.checked;
  const units = [...new Set(sample.frame.map((one) => one.unit))];
  for (const unit of units.sort((a, b) => compareUnitsOrNone(checked, a, b))) {
    const drawn = sample.cases.filter((one) => one.unit === unit);
    layout.cells([
      text(words.unit(unit)),
      count(sample.frame.filter((one) => one.unit === unit).length),
      count(drawn.length),
      count(drawn.filter(({ state }) => state === 'closed').length),
    ]);
  }
  return layout.sheet('report.sampling.units', words.sheets.units, words.footer(head));
}

const LIST_WIDTHS = [8, 24, 26, 26, 10, 16, 18, 12, 14];
/** Which ledger a case is of, where there are several: apart from the number, by which scores are read back. */
const SOURCE_WIDTH = 24;

function listSheet({ sample, head, severalFiles, words }: Laid): OwnedSheet {
  const layout = new SheetLayout(severalFiles ? [...LIST_WIDTHS, SOURCE_WIDTH] : LIST_WIDTHS);
  layout.title(words.listTitle);
  layout.headings(severalFiles ? [...words.listHeadings, words.listSource] : words.listHeadings, true);
  sample.cases.forEach((one, at) => {
    const { ref } = one;
    const inspector = sample.assignments?.find(({ cases }) => cases.includes(one))?.inspector.name;
    layout.cells([
      count(at + 1),
      text(nameOf(one, false, words)),
      text(words.unit(one.unit)),
      text(words.category(ref.ledger.checked.classification(ref.index).category)),
      text(words.state(one.state)),
      text(maskNames(namesOf(ref, 'petitioner'))),
      text(inspector ?? words.nobody),
      text(''),
      text(''),
      ...(severalFiles ? [text(ledgerName(ref.ledger.file))] : []),
    ]);
  });
  return layout.sheet('report.sampling.list', words.sheets.list, words.footer(head));
}

const SHEET_WIDTHS = [14, 38, 14, 38, 14, 38];
/** Text of the ledger is cut here: the sheet is to be read standing. */
const LONGEST = 240;
const WRITING_ROOM = 38;
const LINE = 22;

/** One inspector's cases, a block each, with room to write. */
function fillInSheet(
  laid: Laid,
  { inspector, cases }: Omit<Assignment, 'inspector'> & { readonly inspector: Assignment['inspector'] | null },
  id: OwnedSheet['id'],
): OwnedSheet {
  const { head, words } = laid;
  const layout = new SheetLayout(SHEET_WIDTHS);
  layout.title(words.inspectorTitle(inspector));
  layout.line(words.inspectorLine(head, cases.length));
  layout.repeatAll();
  cases.forEach((one, at) => layout.block(blockOf(laid, one, at)));
  const name = inspector === null ? words.sheets.untaken : words.inspectorSheet(inspector.name);
  return layout.sheet(id, name, words.footer(head));
}

function blockOf({ severalFiles, words }: Laid, one: FrameCase, at: number): readonly PlanRow[] {
  const { ref } = one;
  const { checked } = ref.ledger;
  const { labels } = words;
  const hidden = (field: string): string => cut(hidePersonal(ref, textOf(ref, field)));
  const wide = (value: string, height?: number): PlanRow => ({
    ...banner(value, 'body', SHEET_WIDTHS.length),
    ...(height === undefined ? {} : { height }),
  });
  const label = (value: string) => text(value, 'header');
  return [
    banner(words.caseTitle(at + 1, nameOf(one, severalFiles, words)), 'strong', SHEET_WIDTHS.length),
    {
      cells: [
        label(labels.unit),
        text(words.unit(one.unit)),
        label(labels.category),
        text(words.category(checked.classification(ref.index).category)),
        label(labels.state),
        text(words.state(one.state)),
      ],
    },
    {
      cells: [
        label(labels.petitioner),
        text(maskNames(namesOf(ref, 'petitioner'))),
        label(labels.registeredOn),
        day(dayOf(ref, 'registeredOn')),
        label(labels.dueOn),
        day(checked.dueOn(ref.index)),
      ],
    },
    wide(words.matter(hidden('content') || hidden('title'))),
    wide(words.result(hidden('result') || hidden('progress'))),
    ...words.questions.map((question) => wide(question, LINE)),
    wide(words.remarks, WRITING_ROOM),
    {
      cells: [
        label(labels.score),
        text(words.scoreGap),
        label(labels.satisfaction),
        text(''),
        label(labels.date),
        text(''),
      ],
      height: LINE,
    },
    wide(words.signatures, LINE),
    { cells: [text('', 'note')], height: 12 },
  ];
}

const cut = (value: string): string => {
  const letters = [...value];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}……` : value;
};

function nameOf({ ref }: FrameCase, severalFiles: boolean, words: SamplingWords): string {
  const { checked, file } = ref.ledger;
  const caseNo = hideOwnNumbers(textOf(ref, 'caseNo'));
  return words.caseName(caseNo, severalFiles ? ledgerName(file) : null, checked.table.rowNumbers[ref.index] ?? 0);
}
