import type { Problem } from '../../core/problem';
import { fill, type Sentences } from './sentence';
import { EXCEL_SENTENCES } from './problems/excel';
import { FILE_SENTENCES } from './problems/files';
import { PAGE_SENTENCES } from './problems/page';
import { LEDGER_SENTENCES } from './problems/ledger';
import { REQUEST_SENTENCES } from './problems/request';
import { RULE_LINT_SENTENCES } from './problems/ruleLint';
import { RULE_SENTENCES } from './problems/rules';
import { SNAPSHOT_SENTENCES } from './snapshots';
import { SCORE_SENTENCES } from './problems/scores';
import { WORKBOOK_SENTENCES } from './problems/workbook';

/** The sentence of every problem a person can meet, by code: what is wrong, where, what to do. */
export const PROBLEM_SENTENCES: Sentences = {
  ...EXCEL_SENTENCES,
  ...FILE_SENTENCES,
  ...LEDGER_SENTENCES,
  ...PAGE_SENTENCES,
  ...REQUEST_SENTENCES,
  ...RULE_SENTENCES,
  ...RULE_LINT_SENTENCES,
  ...SNAPSHOT_SENTENCES,
  ...SCORE_SENTENCES,
  ...WORKBOOK_SENTENCES,
};

/** A problem in one line. A place inside a rule file leads it as `file:line:column`; a cell follows as 工作表!单元格. */
export function sayProblem({ code, params, place }: Problem): string {
  const sentence = fill(PROBLEM_SENTENCES[code] ?? UNNAMED, { code, ...params }).replace(/\s*[\r\n]+\s*/g, ' ');
  if (code === 'rules-no-pack-file') return `pack.json:1:1 ${sentence}`;
  if (place?.line !== undefined) return `${place.file ?? ''}:${place.line}:${place.column ?? 1} ${sentence}`;
  if (place?.cell !== undefined) return `${place.sheet ? `“${place.sheet}”` : ''}${place.cell}：${sentence}`;
  return sentence;
}

const UNNAMED = '没有做成（代码 {code}）。请把这份文件和这个代码交给维护人员。';

/** What is added to the first of several problems that share a line. */
export const sayFurther = (count: number): string => (count > 0 ? `（另有 ${count} 处）` : '');
