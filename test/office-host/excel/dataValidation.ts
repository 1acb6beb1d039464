import { accessDenied, invalidArgument } from '../engine/errors';
import type { HostClass, Scalar } from '../engine/hostClass';
import { contains, intersection } from '../model/a1';
import type { Validation } from '../model/parts';
import type { Sheet } from '../model/sheet';
import { type AreasState, type RangeState } from './rangeState';

interface Scope {
  readonly sheet: Sheet;
  readonly areas: readonly RangeState[];
}

const NONE: Validation = {
  rule: {},
  errorAlert: { showAlert: true, style: 'Stop', title: '', message: '' },
  prompt: { showPrompt: true, title: '', message: '' },
  ignoreBlanks: true,
};
const KINDS = ['list', 'wholeNumber', 'decimal', 'date', 'time', 'textLength', 'custom'];

/** The one validation over all of the scope; null where parts differ. */
function current({ sheet, areas }: Scope): Validation | null {
  const found = areas.map(({ rect }) => {
    const touching = sheet.validations.filter((each) => intersection(each.rect, rect));
    if (touching.length === 0) return NONE;
    const [first] = touching;
    return first && touching.length === 1 && contains(first.rect, rect) ? first.validation : null;
  });
  const [first = NONE] = found;
  return found.every((each) => each === first) ? first : null;
}

function change(scope: Scope, part: Partial<Validation>): void {
  const { sheet, areas } = scope;
  if (sheet.protection && sheet.book.limits.protectedSheets) throw accessDenied();
  const validation = { ...(current(scope) ?? NONE), ...part };
  for (const { rect } of areas) {
    sheet.clearValidation(rect);
    sheet.validations.push({ rect, validation });
  }
}

const typeOf = (rule: Readonly<Record<string, unknown>>): string => {
  const kind = Object.keys(rule)[0];
  return kind === undefined ? 'None' : kind.charAt(0).toUpperCase() + kind.slice(1);
};

function checkRule(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw invalidArgument();
  const rule = value as Readonly<Record<string, unknown>>;
  const kinds = Object.keys(rule);
  if (kinds.length !== 1 || !KINDS.includes(kinds[0] ?? '')) throw invalidArgument();
  const list = rule.list as { readonly source?: unknown } | undefined;
  // A list typed in takes 255 characters; a longer one must stand in cells.
  if (list && typeof list.source === 'string' && !list.source.startsWith('=') && list.source.length > 255)
    throw invalidArgument();
  return rule;
}

const part = (key: 'errorAlert' | 'prompt'): Scalar<Scope> => ({
  get: (scope) => current(scope)?.[key] ?? null,
  set: (scope, value) => {
    if (typeof value !== 'object' || value === null) throw invalidArgument();
    change(scope, { [key]: value as Readonly<Record<string, unknown>> });
  },
});

export const DATA_VALIDATION: HostClass<Scope | AreasState> = {
  name: 'DataValidation',
  scalars: {
    Type: {
      get: (scope) => {
        const validation = current(scope);
        return validation ? typeOf(validation.rule) : 'Inconsistent';
      },
    },
    Rule: {
      get: (scope) => current(scope)?.rule ?? null,
      set: (scope, value) => change(scope, { rule: checkRule(value) }),
    },
    ErrorAlert: part('errorAlert'),
    Prompt: part('prompt'),
    IgnoreBlanks: {
      get: (scope) => current(scope)?.ignoreBlanks ?? null,
      set: (scope, value) => change(scope, { ignoreBlanks: value === true }),
    },
  },
  methods: {
    Clear: ({ sheet, areas }) => {
      if (sheet.protection && sheet.book.limits.protectedSheets) throw accessDenied();
      for (const { rect } of areas) sheet.clearValidation(rect);
    },
  },
};
