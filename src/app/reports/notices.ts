import { fail, ok, problem } from '../../core/problem';
import { noticeDocuments } from '../../core/reports/notices/notices';
import { DOCUMENT_KINDS, NOTICE_KINDS } from '../../core/reports/templates/vocabulary';
import type { ReportDefinition } from './definition';

/** 交办单, 督办单, 告知书, 答复意见书, 调度会议纪要: one file with what there is need of today. */
export const notices: ReportDefinition = {
  kind: 'notices',
  ending: 'docx',
  build: (sources, words) => {
    const made = noticeDocuments(sources, words.notices);
    if (!made.ok) return made;
    const asked = sources.notices?.kinds ?? NOTICE_KINDS;
    if (made.value.length === 0)
      return fail(problem('report-no-documents', { documents: asked.map((kind) => DOCUMENT_KINDS[kind]) }));
    const creator = sources.ledgers[0]?.checked.pack.owner ?? '';
    return ok({ kind: 'documents', title: words.notices.title, creator, documents: made.value });
  },
};
