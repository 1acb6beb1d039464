import { invalidArgument, itemNotFound } from '../engine/errors';
import { HostObject, type HostClass, type Scalar } from '../engine/hostClass';
import { intersection } from '../model/a1';
import type { ConditionalFormat, ConditionalLook } from '../model/parts';
import type { Sheet } from '../model/sheet';
import { areasObject } from './rangeAreas';
import { colour } from './rangeFormat';
import { rangeObject, type RangeState } from './rangeState';

/** The conditional formats over some ranges, or one of them. */
interface Scope {
  readonly sheet: Sheet;
  readonly areas: readonly RangeState[];
}
interface FormatState {
  readonly sheet: Sheet;
  readonly format: ConditionalFormat;
}

const within = ({ sheet, areas }: Scope): ConditionalFormat[] =>
  sheet.conditionalFormats.filter((format) =>
    format.areas.some((area) => areas.some(({ rect }) => intersection(area, rect))),
  );
const find = (scope: Scope, id: unknown): HostObject | null => {
  const format = within(scope).find((each) => each.id === id);
  return format ? HostObject.of(CONDITIONAL_FORMAT, { sheet: scope.sheet, format }) : null;
};

export const CONDITIONAL_FORMATS: HostClass<Scope> = {
  name: 'ConditionalFormatCollection',
  items: (scope) => within(scope).map((format) => HostObject.of(CONDITIONAL_FORMAT, { sheet: scope.sheet, format })),
  item: find,
  methods: {
    GetCount: (scope) => within(scope).length,
    GetItemAt: (scope, args) => {
      const format = within(scope)[args.integer(0)];
      if (!format) throw itemNotFound();
      return HostObject.of(CONDITIONAL_FORMAT, { sheet: scope.sheet, format });
    },
    GetItemOrNullObject: (scope, args) => find(scope, args.text(0)),
    Add: ({ sheet, areas }, args) => {
      sheet.demand('allowFormatCells');
      const type = args.text(0);
      if (type !== 'Custom' && type !== 'CellValue') throw invalidArgument();
      const format: ConditionalFormat = {
        id: sheet.book.newId(),
        type,
        areas: areas.map(({ rect }) => rect),
        stopIfTrue: false,
        formula: '',
        rule: null,
        format: newLook(),
      };
      // A new format goes first: it has priority 0.
      sheet.conditionalFormats.unshift(format);
      return HostObject.of(CONDITIONAL_FORMAT, { sheet, format });
    },
    ClearAll: ({ sheet, areas }) => {
      sheet.demand('allowFormatCells');
      for (const { rect } of areas) sheet.clearConditionalFormats(rect);
    },
  },
};

/** The looks of a conditional format that changes nothing. */
export const newLook = (): ConditionalLook => ({
  fill: '',
  fontColor: '',
  bold: false,
  italic: false,
  strikethrough: false,
  underline: 'None',
  numberFormat: '',
  borders: {},
});

function typed(state: FormatState, type: string, orNull: boolean): HostObject | null {
  if (state.format.type === type) return HostObject.of(type === 'Custom' ? CUSTOM : CELL_VALUE, state);
  if (orNull) return null;
  throw itemNotFound();
}

const CONDITIONAL_FORMAT: HostClass<FormatState> = {
  name: 'ConditionalFormat',
  identity: ({ format }) => ({ Id: format.id }),
  scalars: {
    Id: { get: ({ format }) => format.id },
    Type: { get: ({ format }) => format.type },
    StopIfTrue: {
      get: ({ format }) => format.stopIfTrue,
      set: ({ format }, value) => {
        format.stopIfTrue = value === true;
      },
    },
    Priority: {
      get: ({ sheet, format }) => sheet.conditionalFormats.indexOf(format),
      set: ({ sheet, format }, value) => {
        if (typeof value !== 'number' || value < 0) throw invalidArgument();
        sheet.conditionalFormats = sheet.conditionalFormats.filter((each) => each !== format);
        sheet.conditionalFormats.splice(value, 0, format);
      },
    },
  },
  objects: {
    Custom: (state) => typed(state, 'Custom', false),
    CustomOrNullObject: (state) => typed(state, 'Custom', true),
    CellValue: (state) => typed(state, 'CellValue', false),
    CellValueOrNullObject: (state) => typed(state, 'CellValue', true),
  },
  methods: {
    GetRange: ({ sheet, format }) => {
      const [area, ...others] = format.areas;
      if (!area || others.length > 0) throw itemNotFound();
      return rangeObject(sheet, area);
    },
    GetRangeOrNullObject: ({ sheet, format }) => {
      const [area, ...others] = format.areas;
      return area && others.length === 0 ? rangeObject(sheet, area) : null;
    },
    GetRanges: ({ sheet, format }) => areasObject(sheet, format.areas),
    Delete: ({ sheet, format }) => {
      sheet.demand('allowFormatCells');
      sheet.conditionalFormats = sheet.conditionalFormats.filter((each) => each !== format);
    },
  },
};

const CUSTOM: HostClass<FormatState> = {
  name: 'CustomConditionalFormat',
  objects: {
    Rule: (state) => HostObject.of(RULE, state),
    Format: (state) => HostObject.of(LOOK, state),
  },
};

const CELL_VALUE: HostClass<FormatState> = {
  name: 'CellValueConditionalFormat',
  scalars: {
    Rule: {
      get: ({ format }) => format.rule,
      set: ({ format }, value) => {
        const rule = value as ConditionalFormat['rule'];
        if (!rule || typeof rule.formula1 !== 'string' || typeof rule.operator !== 'string') throw invalidArgument();
        format.rule = rule;
      },
    },
  },
  objects: { Format: (state) => HostObject.of(LOOK, state) },
};

const RULE: HostClass<FormatState> = {
  name: 'ConditionalFormatRule',
  scalars: {
    Formula: {
      get: ({ format }) => format.formula,
      set: ({ format }, value) => {
        if (typeof value !== 'string' || !value.startsWith('=')) throw invalidArgument();
        format.formula = value;
      },
    },
  },
};

const look = <Key extends keyof ConditionalLook>(
  key: Key,
  accept: (value: unknown) => ConditionalLook[Key],
): Scalar<FormatState> => ({
  get: ({ format }) => format.format[key],
  set: ({ sheet, format }, value) => {
    sheet.demand('allowFormatCells');
    format.format[key] = accept(value);
  },
});
const flag = (value: unknown): boolean => value === true;
const text = (value: unknown): string => {
  if (typeof value !== 'string') throw invalidArgument();
  return value;
};

const LOOK: HostClass<FormatState> = {
  name: 'ConditionalRangeFormat',
  scalars: { NumberFormat: look('numberFormat', text) },
  objects: {
    Fill: (state) => HostObject.of(FILL, state),
    Font: (state) => HostObject.of(FONT, state),
    Borders: (state) => HostObject.of(BORDERS, state),
  },
};
const FILL: HostClass<FormatState> = {
  name: 'ConditionalRangeFill',
  scalars: { Color: look('fill', colour) },
  methods: {
    Clear: ({ format }) => {
      format.format.fill = '';
    },
  },
};
const FONT: HostClass<FormatState> = {
  name: 'ConditionalRangeFont',
  scalars: {
    Color: look('fontColor', colour),
    Bold: look('bold', flag),
    Italic: look('italic', flag),
    Strikethrough: look('strikethrough', flag),
    Underline: look('underline', text),
  },
  methods: {
    Clear: ({ format }) => {
      Object.assign(format.format, {
        fontColor: '',
        bold: false,
        italic: false,
        strikethrough: false,
        underline: 'None',
      });
    },
  },
};

interface SideState extends FormatState {
  readonly side: string;
}
const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'];
const sideOf = (state: FormatState, side: string): HostObject => HostObject.of(BORDER, { ...state, side });
const BORDERS: HostClass<FormatState> = {
  name: 'ConditionalRangeBorderCollection',
  scalars: { Count: { get: () => SIDES.length } },
  objects: {
    Top: (state) => sideOf(state, 'EdgeTop'),
    Bottom: (state) => sideOf(state, 'EdgeBottom'),
    Left: (state) => sideOf(state, 'EdgeLeft'),
    Right: (state) => sideOf(state, 'EdgeRight'),
  },
  items: (state) => SIDES.map((side) => sideOf(state, side)),
  item: (state, key) => (SIDES.includes(String(key)) ? sideOf(state, String(key)) : null),
};
const border = (key: 'style' | 'color', accept: (value: unknown) => string): Scalar<SideState> => ({
  get: ({ format, side }) => (format.format.borders[side] ?? { style: 'None', color: '#000000' })[key],
  set: ({ format, side }, value) => {
    const known = format.format.borders[side] ?? { style: 'Continuous', color: '#000000' };
    format.format.borders[side] = { ...known, [key]: accept(value) };
  },
});
const BORDER: HostClass<SideState> = {
  name: 'ConditionalRangeBorder',
  scalars: {
    SideIndex: { get: ({ side }) => side },
    Style: border('style', text),
    Color: border('color', colour),
  },
};
