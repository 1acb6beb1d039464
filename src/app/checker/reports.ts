import { formatIso } from '../../core/dates/civil';
import { fail, ok, problem, type Result } from '../../core/problem';
import type { ReportContent, ReportKind } from '../../core/reports/report';
import type { MadeFile, Progress, ReportOffer, ReportPreview, SheetsWritten } from '../../ports/checker';
import type { Desk } from './desk';
import { writeOwnSheets } from './ownSheets';
import { previewOf } from './previewReport';
import { paceOf } from './runCheck';

/** Every report that can be made, and what it is good for. */
export const reportOffers = async ({ parts, speech }: Desk): Promise<readonly ReportOffer[]> =>
  (await parts.reports()).map(({ kind, ending }) => ({ kind, ending, ...speech.reports.offers[kind] }));

/** What a report of the last check holds, before anything is rendered. */
async function contentOf(desk: Desk, kind: ReportKind): Promise<Result<ReportContent>> {
  const found = desk.needCurrent();
  if (!found.ok) return found;
  const { view } = found.value;
  const definition = (await desk.parts.reports()).find((one) => one.kind === kind);
  if (!definition) throw new RangeError(`no report ${kind}`);
  const built = definition.build({ ledgers: [view.result], today: view.checked.today }, desk.speech.reports);
  if (built.ok) return built;
  // What a command says of its own options helps nobody here.
  return fail(
    ...built.problems.map(({ code, params }) =>
      code === 'report-no-documents' ? problem('report-nothing-due', params) : problem(code, params),
    ),
  );
}

/** The beginning of a report, masked: a screen is looked at by whoever passes. */
export async function previewReport(desk: Desk, kind: ReportKind): Promise<Result<ReportPreview>> {
  const found = desk.needCurrent();
  if (!found.ok) return found;
  const content = await contentOf(desk, kind);
  await desk.parts.breathe?.();
  return content.ok ? ok(previewOf(found.value.view, content.value)) : content;
}

/** A report as a file to hand over. */
export async function makeReport(desk: Desk, kind: ReportKind): Promise<Result<MadeFile>> {
  const content = await contentOf(desk, kind);
  if (!content.ok) return content;
  const { sink } = desk.parts;
  const bytes =
    content.value.kind === 'sheets'
      ? await sink.workbook(content.value.sheets, paceOf(desk))
      : ok(await sink.documents(content.value));
  if (!bytes.ok) return bytes;
  const ending = content.value.kind === 'sheets' ? 'xlsx' : 'docx';
  return ok({ name: fileName(desk, desk.speech.reports.offers[kind].title, ending), bytes: bytes.value });
}

/** A report of sheets, as sheets of ours in the open workbook. */
export async function writeReport(
  desk: Desk,
  kind: ReportKind,
  onProgress?: (progress: Progress) => void,
): Promise<Result<SheetsWritten>> {
  const content = await contentOf(desk, kind);
  if (!content.ok) return content;
  if (content.value.kind !== 'sheets')
    return fail(problem('report-not-sheets', { report: desk.speech.reports.offers[kind].title }));
  return writeOwnSheets(desk, content.value.sheets, onProgress);
}

/** 周调度单-2021-10-20.xlsx: told apart from last week's. */
export const fileName = (desk: Desk, title: string, ending: 'xlsx' | 'docx'): string =>
  `${title}-${formatIso(desk.current?.view.checked.today ?? 0)}.${ending}`;
