import type { Pace } from '../core/cancel';
import type { Result } from '../core/problem';
import type { DocumentsContent } from '../core/reports/report';
import type { ReportSheet } from '../core/writeplan/plan';

/** Makes files of what reports say, with whatever writes them; only a composition root knows what does. */
export interface ReportSink {
  /** An .xlsx of these sheets and no others. */
  workbook(sheets: readonly ReportSheet[], pace: Pace): Promise<Result<Uint8Array>>;
  /** A .docx of official documents. */
  documents(content: DocumentsContent): Promise<Uint8Array>;
}
