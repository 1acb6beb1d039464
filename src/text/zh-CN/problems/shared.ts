import type { Problem } from '../../../core/problem';
import { fill, type Sentences } from '../sentence';
import { EXCEL_SENTENCES } from './excel';
import { FILE_SENTENCES } from './files';
import { LEDGER_SENTENCES } from './ledger';
import { MASK_SENTENCES } from './masking';
import { PAGE_SENTENCES } from './page';
import { REPORT_SENTENCES } from './reports';
import { REQUEST_SENTENCES } from './request';
import { RULE_LINT_SENTENCES } from './ruleLint';
import { RULE_SENTENCES } from './rules';
import { SCORE_SENTENCES } from './scores';
import { SNAPSHOT_SENTENCES } from '../snapshots';
import { WORKBOOK_SENTENCES } from './workbook';

/** Every sentence that terminal and page have in common; where a page needs other words, it has its own. */
export const SHARED_SENTENCES: Sentences = {
  ...EXCEL_SENTENCES,
  ...FILE_SENTENCES,
  ...LEDGER_SENTENCES,
  ...MASK_SENTENCES,
  ...PAGE_SENTENCES,
  ...REPORT_SENTENCES,
  ...REQUEST_SENTENCES,
  ...RULE_SENTENCES,
  ...RULE_LINT_SENTENCES,
  ...SCORE_SENTENCES,
  ...SNAPSHOT_SENTENCES,
  ...WORKBOOK_SENTENCES,
};

const UNNAMED = '没有做成（代码 {code}）。请把这份文件和这个代码交给维护人员。';

/** A problem in one line, by these sentences. */
export function sayBy(sentences: Sentences, { code, params, place }: Problem): string {
  const sentence = fill(sentences[code] ?? UNNAMED, { code, ...params }).replace(/\s*[\r\n]+\s*/g, ' ');
  if (code === 'rules-no-pack-file') return `pack.json:1:1 ${sentence}`;
  if (place?.line !== undefined) return `${place.file ?? ''}:${place.line}:${place.column ?? 1} ${sentence}`;
  if (place?.cell !== undefined) return `${place.sheet ? `“${place.sheet}”` : ''}${place.cell}：${sentence}`;
  return sentence;
}
