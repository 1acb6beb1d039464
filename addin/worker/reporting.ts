import type { CheckerParts } from '../../src/app/checker/desk';

/** The reports and what makes files of them: large, and loaded when somebody first asks for one. */
export const REPORTING: Pick<CheckerParts, 'reports' | 'sink'> = {
  reports: async () => (await import('../../src/app/reports/registry')).REPORTS,
  sink: {
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
  },
};
