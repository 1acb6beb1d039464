import { Outcome } from '../../rules/outcome';
import { count, day, text } from '../../writeplan/cells';
import type { OwnedSheet } from '../../writeplan/plan';
import { fail, ok, problem, type Result } from '../../problem';
import { plainName } from '../../facts/roster';
import { isAccusation } from '../accusation';
import { ledgerName } from '../cases';
import { namesOf, textOf } from '../notices/ledgerCase';
import { hideOwnNumbers, hidePersonal } from '../privacy';
import { allCases, type CaseRef, type ReportContent, type ReportSources } from '../report';
import { sampleOf } from '../sampling/frame';
import { SheetLayout } from '../sheetLayout';
import { evidenceOf } from './evidence';
import { eventsOf } from './events';
import type { InspectionHead, InspectionWords } from './words';
import { maskNames } from '../../masking/shapes';

/** 迎检材料: of the cases named, or of the sample, everything on record in its order, and what is missing; masked. */
export function inspectionReport(sources: ReportSources, words: InspectionWords): Result<ReportContent> {
  const named = sources.cases ?? [];
  const sample = named.length === 0 ? sampleOf(sources) : null;
  const chosen = sample ? ok(sample.cases.map(({ ref }) => ref)) : namedCases(sources, named);
  if (!chosen.ok) return chosen;
  const head: InspectionHead = {
    files: sources.ledgers.map(({ file }) => ledgerName(file)),
    owner: sources.ledgers[0]?.checked.pack.owner ?? '',
    today: sources.today,
    cases: chosen.value.length,
    seed: sample?.seed ?? null,
  };
  const files = sources.ledgers.length > 1;
  return ok({
    kind: 'sheets',
    sheets: [contentsSheet(chosen.value, head, files, words), casesSheet(chosen.value, head, files, words)],
  });
}

/** The cases of these numbers; one that is not there, or that is kept from lists, is said. */
function namedCases(sources: ReportSources, named: readonly string[]): Result<readonly CaseRef[]> {
  const wanted = new Set(named.map(plainName));
  const found = [...allCases(sources)].filter((ref) => wanted.has(plainName(textOf(ref, 'caseNo'))));
  const there = new Set(found.map((ref) => plainName(textOf(ref, 'caseNo'))));
  const absent = named.filter((one) => !there.has(plainName(one)));
  if (absent.length > 0) return fail(problem('report-case-unknown', { cases: absent }));
  const kept = found.filter(isAccusation).map((ref) => textOf(ref, 'caseNo'));
  return kept.length > 0 ? fail(problem('report-case-kept', { cases: kept })) : ok(found);
}

const CONTENTS_WIDTHS = [8, 32, 32, 20, 20, 14, 14];

function contentsSheet(
  cases: readonly CaseRef[],
  head: InspectionHead,
  files: boolean,
  words: InspectionWords,
): OwnedSheet {
  const layout = new SheetLayout(CONTENTS_WIDTHS);
  layout.title(words.title);
  for (const sentence of words.lines(head)) layout.line(sentence);
  layout.headings(words.contentsHeadings, true);
  cases.forEach((ref, at) => {
    const { checked } = ref.ledger;
    const missing = evidenceOf(ref).filter(({ standing }) => standing === 'missing' || standing === 'unreadable');
    layout.cells([
      count(at + 1),
      text(nameOf(ref, files, words)),
      text(words.none(checked.units(ref.index).join('、'))),
      text(words.none(checked.caseLeaders(ref.index).join('、'))),
      text(maskNames(namesOf(ref, 'petitioner'))),
      count(findingsOf(ref).length),
      count(missing.length),
    ]);
  });
  return layout.sheet('report.inspection', words.sheets.contents, words.footer(head));
}

const WIDTHS = [16, 18, 78, 30, 14];

function casesSheet(
  cases: readonly CaseRef[],
  head: InspectionHead,
  files: boolean,
  words: InspectionWords,
): OwnedSheet {
  const layout = new SheetLayout(WIDTHS);
  cases.forEach((ref, at) => addCase(layout, ref, at > 0, files, words));
  return layout.sheet('report.inspection.cases', words.sheets.cases, words.footer(head));
}

function addCase(layout: SheetLayout, ref: CaseRef, startsPage: boolean, files: boolean, words: InspectionWords): void {
  const { checked } = ref.ledger;
  const { index } = ref;
  const hidden = (said: string): string => hidePersonal(ref, said);
  layout.title(words.caseTitle(nameOf(ref, files, words)), startsPage);
  layout.line(
    words.caseLine({
      unit: words.none(checked.units(index).join('、')),
      leaders: words.none(checked.caseLeaders(index).join('、')),
      petitioner: maskNames(namesOf(ref, 'petitioner')),
      matter: hidden(textOf(ref, 'title') || textOf(ref, 'content')),
      state: checked.dueState(index),
    }),
  );
  layout.section(words.sections.events);
  layout.headings(words.eventHeadings);
  for (const { on, kind, said, cell } of eventsOf(ref))
    layout.cells([
      on === null ? text(words.undated) : day(on),
      text(words.event(kind)),
      text(hidden(said.join('；'))),
      text(kind === 'reviewed' ? words.fromReviews : cell),
      text(words.original),
    ]);
  layout.section(words.sections.findings);
  const findings = findingsOf(ref);
  if (findings.length === 0) layout.line(words.noFindings);
  else layout.headings(words.findingHeadings);
  for (const rule of findings) {
    const finding = checked.explain(index, rule);
    layout.cells([
      text(finding.rule.title),
      text(finding.cell ?? ''),
      text(hidden(`${words.message(finding)}${words.advice(finding)}`)),
      text(finding.rule.basis),
      text(words.mended),
    ]);
  }
  layout.section(words.sections.evidence);
  layout.headings(words.evidenceHeadings);
  const evidence = evidenceOf(ref);
  for (const stage of new Set(evidence.map((one) => one.stage))) {
    const own = evidence.filter((one) => one.stage === stage);
    const wanting = own.filter(({ standing }) => standing === 'missing' || standing === 'unreadable');
    const noColumn = own.filter(({ standing }) => standing === 'noColumn');
    layout.cells([
      text(words.stage(stage)),
      text(words.complete(wanting.length, noColumn.length), wanting.length > 0 ? 'overdue' : 'body'),
      text(
        words.pieces(
          own.filter(({ standing }) => standing === 'given'),
          wanting,
        ),
      ),
      text(words.labels(noColumn.map(({ label }) => label))),
      text(words.original),
    ]);
  }
}

/** The rules whose findings stand, in the order of the pack. */
function findingsOf({ ledger: { checked }, index }: CaseRef): readonly number[] {
  return checked.pack.rules.flatMap((_, rule) =>
    checked.outcome(rule, index) === Outcome.flagged && checked.setAside(rule, index) === null ? [rule] : [],
  );
}

function nameOf(ref: CaseRef, files: boolean, words: InspectionWords): string {
  const { checked, file } = ref.ledger;
  const caseNo = hideOwnNumbers(textOf(ref, 'caseNo'));
  return words.caseName(caseNo, files ? ledgerName(file) : null, checked.table.rowNumbers[ref.index] ?? 0);
}
