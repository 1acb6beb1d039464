import { problem, type Place, type Problem } from '../../problem';
import type { Rule } from '../pack';
import { excerpt, suggestion } from './report';
import type { ParameterValue } from './scope';

/** One row of a workbook's sheet 规则参数: a rule (by name or title), one of its parameters, and the value it gets. */
export interface ParameterOverride {
  readonly rule: string;
  readonly parameter: string;
  readonly value: string | number;
  readonly place?: Place;
}

/** What a workbook changes in the pack for itself. The companions that `core/ledger` reads fit as they are. */
export interface PackOverrides {
  readonly parameters: readonly ParameterOverride[];
}

/** The value in place of a rule's own, of the same kind as it; undefined where it does not fit. */
export function overriddenValue(own: ParameterValue, value: string | number): ParameterValue | undefined {
  if (typeof own === 'number') return typeof value === 'number' ? value : numberIn(value);
  const text = String(value).trim();
  if (text === '') return undefined;
  if (typeof own === 'string') return text;
  const words = text.split(/[、，,；;\n]+/).map((word) => word.trim());
  return words.every((word) => word !== '') ? words : undefined;
}

/** `7`, `７`, `7天`, `7 天`, `2周`: the unit is said by the parameter itself. */
function numberIn(text: string): number | undefined {
  const ascii = text.trim().replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const match = /^(-?\d+(?:\.\d+)?)\s*[天日周月件次个人]*$/.exec(ascii);
  return match ? Number(match[1]) : undefined;
}

/** What of the overrides names no rule or no parameter of it. */
export function overrideProblems(
  overrides: PackOverrides,
  rules: readonly Pick<Rule, 'name' | 'title' | 'parameters'>[],
): Problem[] {
  const problems: Problem[] = [];
  for (const { rule: name, parameter, place } of overrides.parameters) {
    const rule = rules.find((one) => one.name === name || one.title === name);
    if (!rule) {
      const near = suggestion(name, [...rules.map((one) => one.title), ...rules.map((one) => one.name)]);
      problems.push(problem('override-rule-unknown', { rule: excerpt(name), nearest: near }, place));
    } else if (!Object.hasOwn(rule.parameters, parameter)) {
      const names = Object.keys(rule.parameters);
      const params = {
        rule: rule.title,
        parameter: excerpt(parameter),
        choices: names,
        nearest: suggestion(parameter, names),
      };
      problems.push(problem('override-parameter-unknown', params, place));
    }
  }
  return problems;
}
