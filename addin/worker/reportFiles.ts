import type { ReportSink } from '../../src/ports/reportSink';

/** Makes the files of reports; what writes them is large, and is loaded when somebody first asks for a file. */
export const REPORT_FILES: ReportSink = {
  async workbook(sheets, pace) {
    const { createReportWorkbook } = await import('../../src/hosts/xlsx/newWorkbook');
    return createReportWorkbook(sheets, {}, pace);
  },
  async documents(content) {
    const [{ renderDocuments }, { FORM_WORDS }] = await Promise.all([
      import('../../src/hosts/docx/renderDocuments'),
      import('../../src/text/zh-CN/reports/form'),
    ]);
    return renderDocuments(content.documents, content, FORM_WORDS);
  },
};
