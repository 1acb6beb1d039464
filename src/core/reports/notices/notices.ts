import { fail, ok, problem, type Result } from '../../problem';
import type { ReportDocument } from '../document';
import { allCases, type NoticeChoice, type ReportSources } from '../report';
import { hideOwnNumbers } from '../privacy';
import { escalationOf, type Escalation } from '../templates/escalation';
import { fillTemplate } from '../templates/fill';
import { templatesOf, type DocumentTemplate } from '../templates/template';
import { DOCUMENT_KINDS, NOTICE_KINDS } from '../templates/vocabulary';
import { namesOf, textOf, type LedgerCase } from './ledgerCase';
import { minutesDocuments } from './minutes';
import { documentsNeeded, type CaseDocument } from './needs';
import { recipientOf } from './recipients';
import { supervisionDocuments } from './supervision';
import { caseValues, labelOf } from './values';
import type { NoticeWords } from './words';

const EVERYTHING: NoticeChoice = { kinds: NOTICE_KINDS, cases: [] };

/** One document per case or unit that needs one; a problem where the rules bring no template for a kind asked for. */
export function noticeDocuments(sources: ReportSources, words: NoticeWords): Result<readonly ReportDocument[]> {
  const { today, ledgers, notices: order = EVERYTHING } = sources;
  const pack = ledgers[0]?.checked.pack;
  if (!pack) return ok([]);
  const templates = templatesOf(pack);
  const escalation = escalationOf(pack);
  if (escalation === null) return fail(problem('report-without-escalation', { pack: pack.title }));
  const missing = order.kinds.filter((kind) => !templates.has(kind));
  if (missing.length > 0)
    return fail(
      ...missing.map((kind) =>
        problem('report-without-template', { document: DOCUMENT_KINDS[kind], pack: pack.title }),
      ),
    );
  const cases = [...allCases(sources)].filter((one) => isAskedFor(one, order.cases));
  const documents: ReportDocument[] = [];
  for (const kind of order.kinds) {
    const template = templates.get(kind);
    if (!template) continue;
    const parts = { template, escalation, today, words };
    if (kind === 'supervision') documents.push(...supervisionDocuments(cases, parts));
    else if (kind === 'minutes') documents.push(...(order.cases.length > 0 ? [] : minutesDocuments(ledgers, parts)));
    else documents.push(...caseDocuments(kind, cases, parts));
  }
  return ok(documents);
}

const isAskedFor = (one: LedgerCase, numbers: readonly string[]): boolean =>
  numbers.length === 0 || numbers.includes(textOf(one, 'caseNo'));

function caseDocuments(
  kind: CaseDocument,
  cases: readonly LedgerCase[],
  { template, escalation, words }: { template: DocumentTemplate; escalation: Escalation; words: NoticeWords },
): readonly ReportDocument[] {
  // A petitioner is addressed by name; a unit gets the case with the petitioner masked.
  const shown = kind === 'assignment' ? 'nobody' : 'petitioner';
  return cases
    .filter((one) => documentsNeeded(one, escalation).includes(kind))
    .map((one) => {
      const values = caseValues(one, words, shown);
      const isKept = kind === 'assignment' && recipientOf(one).isRecused;
      const of = isKept ? `${labelOf(one, words)} ${words.recusedUnit}` : labelOf(one, words);
      const letter = fillTemplate(template, words.documentName(kind, of), { values, guard: hideOwnNumbers });
      return shown === 'petitioner' ? { ...letter, addressed: namesOf(one, 'petitioner') } : letter;
    });
}
