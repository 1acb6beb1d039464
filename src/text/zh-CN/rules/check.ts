import type { Problem } from '../../../core/problem';
import type { RulePack } from '../../../core/rules/pack';
import { sayProblem } from '../problems';
import { formatNumber } from '../sentence';

/** What the check of a pack is told from. */
export interface RulesCheckSource {
  readonly pack: RulePack;
  readonly examples: number;
  readonly failures: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** What there is to say of a pack that loads; problems lead with `file:line:column`, so that editors can jump there. */
export function* sayRulesCheck({ pack, examples, failures, warnings }: RulesCheckSource): Generator<string> {
  yield `规则包“${pack.title}”（${pack.name}）${pack.version}：可以使用。${pack.rules.length} 条规则，${formatNumber(examples)} 个例子，${pack.lexicons.size} 个词表。`;
  if (failures.length > 0) {
    yield '';
    yield `例子不符 ${failures.length} 处：`;
    for (const failure of failures) yield sayProblem(failure);
  }
  if (warnings.length > 0) {
    yield '';
    yield `提醒 ${warnings.length} 处（不妨碍使用，请逐条看是不是本意）：`;
    for (const warning of warnings) yield sayProblem(warning);
  }
  yield '';
  if (failures.length === 0) yield `例子全部相符${warnings.length === 0 ? '，没有提醒' : ''}。`;
  else yield '请先改正不符的例子，或改正条件。';
}
