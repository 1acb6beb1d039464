import type { KeyShape, ObjectShape, ValueShape } from '../../src/core/rules/load/shape';
import { ISO_DAY, SAYING, exactly, oneOfThese, type Schema } from './json';

/** The schema of an object of a pack's files, from the table that the loader takes its keys from. */
export function ofObject({ keys, required }: ObjectShape): Schema {
  const properties: Record<string, Schema> = {};
  const conditional: Schema[] = [];
  for (const [key, one] of Object.entries(keys)) {
    properties[key] = { description: one.says, ...ofValue(one.value) };
    conditional.push(...conditionsOf(key, one));
  }
  return { ...exactly(properties, required), ...(conditional.length === 0 ? {} : { allOf: conditional }) };
}

const where = (key: string, is: string): Schema => ({ properties: { [key]: { const: is } }, required: [key] });

function conditionsOf(key: string, { value, requiredIf }: KeyShape): Schema[] {
  const found: Schema[] = [];
  if (requiredIf) found.push({ if: where(requiredIf.key, requiredIf.is), then: { required: [key] } });
  if (value.is === 'choiceBy') {
    for (const [by, choices] of Object.entries(value.of))
      found.push({ if: where(value.key, by), then: { properties: { [key]: oneOfThese(Object.entries(choices)) } } });
  }
  return found;
}

function ofValue(value: ValueShape): Schema {
  switch (value.is) {
    case 'text':
      return 'like' in value ? { type: 'string', pattern: value.like } : SAYING;
    case 'date':
      return ISO_DAY;
    case 'dateOrNull':
      return { anyOf: [ISO_DAY, { type: 'null' }] };
    case 'flag':
      return { type: 'boolean' };
    case 'any':
      return {};
    case 'choice':
      return oneOfThese(Object.entries(value.of));
    case 'choiceBy':
      return SAYING;
    case 'whole':
      return { type: 'integer', minimum: value.least };
    case 'list':
      return { type: 'array', items: ofValue(value.of), ...(value.least ? { minItems: value.least } : {}) };
    case 'object':
      return ofObject(value.of);
    case 'entries': {
      const names = value.keys === undefined ? {} : { propertyNames: { pattern: value.keys } };
      return { type: 'object', ...names, additionalProperties: ofValue(value.of) };
    }
    case 'ref':
      return { $ref: `#/$defs/${value.to}` };
  }
}
