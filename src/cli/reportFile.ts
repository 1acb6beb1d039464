import type { Pace } from '../core/cancel';
import { ok, type Result } from '../core/problem';
import type { ReportContent } from '../core/reports/report';
import { nodeCodec } from '../hosts/xlsx/inflateNode';
import { createReportWorkbook } from '../hosts/xlsx/newWorkbook';
import { deflateByNode } from '../hosts/xlsx/write/deflateNode';
import { FORM_WORDS } from '../text/zh-CN/reports/form';
import { loadDocx } from './lazily';

/** The bytes of the file that a report is handed over as. */
export async function reportBytes(content: ReportContent, pace: Pace): Promise<Result<Uint8Array>> {
  if (content.kind === 'documents') return ok(await loadDocx().renderDocuments(content.documents, content, FORM_WORDS));
  return createReportWorkbook(content.sheets, { codec: nodeCodec, deflate: deflateByNode }, pace);
}
