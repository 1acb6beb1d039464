import { createCompiledEvaluator } from '../core/rules/evaluate/compiled/compiledEvaluator';
import type { EvaluatorFactory } from '../core/rules/outcome';

/**
 * The evaluator that every check runs on; another takes its place here and nowhere else. The one over
 * json-rules-engine says the same (its tests hold both to that) and is many times slower.
 */
export const defaultEvaluator: EvaluatorFactory = createCompiledEvaluator;
