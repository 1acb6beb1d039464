import type { Problem } from '../../core/problem';
import { COMMAND_LINE_SENTENCES } from './problems/commandLine';
import { sayBy, SHARED_SENTENCES } from './problems/shared';
import type { Sentences } from './sentence';

/** The sentence of every problem a person can meet, by code: what is wrong, where, what to do. */
export const PROBLEM_SENTENCES: Sentences = { ...SHARED_SENTENCES, ...COMMAND_LINE_SENTENCES };

/** A problem in one line. A place inside a rule file leads it as `file:line:column`; a cell follows as 工作表!单元格. */
export const sayProblem = (problem: Problem): string => sayBy(PROBLEM_SENTENCES, problem);

/** What is added to the first of several problems that share a line. */
export const sayFurther = (count: number): string => (count > 0 ? `（另有 ${count} 处）` : '');
