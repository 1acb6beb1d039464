import type { CivilDay } from '../../dates/civil';
import { fail, ok, problem, type Result } from '../../problem';
import type { ReportDocument } from '../document';
import { escalationOf, type Escalation } from '../templates/escalation';
import { fillTemplate } from '../templates/fill';
import { templatesOf, type DocumentTemplate } from '../templates/template';
import { DOCUMENT_KINDS, type DocumentKind } from '../templates/vocabulary';
import { casesOf, textOf, type LedgerCase, type NoticeLedger } from './ledgerCase';
import { minutesDocuments } from './minutes';
import { documentsNeeded, type CaseDocument } from './needs';
import { recipientOf } from './recipients';
import { supervisionDocuments } from './supervision';
import { caseValues, labelOf } from './values';
import type { NoticeWords } from './words';

/** The documents that notices are, in the order they are drawn up. */
export const NOTICE_KINDS = ['assignment', 'supervision', 'acceptance', 'refusal', 'reply', 'minutes'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number] & DocumentKind;

export interface NoticeOrder {
  readonly ledgers: readonly NoticeLedger[];
  readonly today: CivilDay;
  /** Which of them; all unless given. */
  readonly kinds: readonly NoticeKind[];
  /** Of these cases alone, by 编号; of all where there is none. */
  readonly cases: readonly string[];
}

/** One document per case or unit that needs one; a problem where the rules bring no template for a kind asked for. */
export function noticeDocuments(order: NoticeOrder, words: NoticeWords): Result<readonly ReportDocument[]> {
  const { today } = order;
  const pack = order.ledgers[0]?.checked.pack;
  if (!pack) return ok([]);
  const templates = templatesOf(pack);
  const escalation = escalationOf(pack);
  if (escalation === null) return fail(problem('report-without-escalation', { pack: pack.name }));
  const missing = order.kinds.filter((kind) => !templates.has(kind));
  if (missing.length > 0)
    return fail(
      ...missing.map((kind) => problem('report-without-template', { document: DOCUMENT_KINDS[kind], pack: pack.name })),
    );
  const cases = casesOf(order.ledgers).filter((one) => isAskedFor(one, order.cases));
  const documents: ReportDocument[] = [];
  for (const kind of order.kinds) {
    const template = templates.get(kind);
    if (!template) continue;
    const parts = { template, escalation, today, words };
    if (kind === 'supervision') documents.push(...supervisionDocuments(cases, parts));
    else if (kind === 'minutes')
      documents.push(...(order.cases.length > 0 ? [] : minutesDocuments(order.ledgers, parts)));
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
      return fillTemplate(template, words.documentName(kind, of), { values });
    });
}
