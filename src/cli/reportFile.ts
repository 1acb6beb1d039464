import type { Pace } from '../core/cancel';
import type { Result } from '../core/problem';
import type { ReportContent } from '../core/reports/report';
import { nodeCodec } from '../hosts/xlsx/inflateNode';
import { createReportWorkbook } from '../hosts/xlsx/newWorkbook';
import { deflateByNode } from '../hosts/xlsx/write/deflateNode';

/** The bytes of the file that a report is handed over as. */
export const reportBytes = (content: ReportContent, pace: Pace): Promise<Result<Uint8Array>> =>
  createReportWorkbook(content.sheets, { codec: nodeCodec, deflate: deflateByNode }, pace);
