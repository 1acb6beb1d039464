import { invalidArgument, itemAlreadyExists, itemNotFound } from '../engine/errors';
import { HostObject, type HostClass } from '../engine/hostClass';
import { formatAddress, parseAddress } from '../model/a1';
import type { Book } from '../model/book';
import type { DefinedName } from '../model/parts';
import { absoluteReference } from '../model/references';
import type { Sheet } from '../model/sheet';
import { RANGE } from './range';
import { rangeByAddress } from './rangeState';
import { WORKSHEET } from './worksheet';

interface Scope {
  readonly book: Book;
  /** Null for the workbook's names. */
  readonly sheet: Sheet | null;
}
interface NameState {
  readonly book: Book;
  readonly name: DefinedName;
}

const within = ({ book, sheet }: Scope): DefinedName[] =>
  book.names.filter((name) => name.sheet === (sheet?.id ?? null));
const find = (scope: Scope, key: unknown): HostObject | null => {
  const name = within(scope).find((each) => each.name.toLowerCase() === String(key).toLowerCase());
  return name ? HostObject.of(NAMED_ITEM, { book: scope.book, name }) : null;
};

export const NAMES: HostClass<Scope> = {
  name: 'NamedItemCollection',
  items: (scope) => within(scope).map((name) => HostObject.of(NAMED_ITEM, { book: scope.book, name })),
  item: find,
  methods: {
    GetCount: (scope) => within(scope).length,
    GetItemOrNullObject: (scope, args) => find(scope, args.text(0)),
    Add: (scope, args) => {
      const range = args.object(1, RANGE);
      const formula = range ? `=${absoluteReference(range.sheet.name, range.rect)}` : args.text(1);
      return add(scope, args.text(0), formula, args.optionalText(2) ?? '');
    },
    AddFormulaLocal: (scope, args) => add(scope, args.text(0), args.text(1), args.optionalText(2) ?? ''),
  },
};

function add(scope: Scope, name: string, formula: string, comment: string): HostObject {
  scope.book.demandStructure();
  const looksLikeCell = parseAddress(name) !== null || /^R\d*C\d*$/i.test(name);
  if (
    !/^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) ||
    looksLikeCell ||
    formula.length > 8192 ||
    comment.length > 255
  )
    throw invalidArgument();
  if (find(scope, name)) throw itemAlreadyExists();
  const made: DefinedName = {
    name,
    formula: formula.startsWith('=') ? formula : `=${formula}`,
    visible: true,
    comment,
    sheet: scope.sheet?.id ?? null,
  };
  scope.book.names.push(made);
  return HostObject.of(NAMED_ITEM, { book: scope.book, name: made });
}

/** What a name stands for: text, number, boolean, a range's address, or an error. */
function valueOf({ book, name }: NameState): { type: string; value: unknown } {
  const body = name.formula.replace(/^=/, '');
  const quoted = /^"((?:[^"]|"")*)"$/.exec(body);
  if (quoted) return { type: 'String', value: (quoted[1] ?? '').replace(/""/g, '"') };
  if (/^-?\d+(?:\.\d+)?$/.test(body)) return { type: 'Double', value: Number(body) };
  if (/^(?:TRUE|FALSE)$/i.test(body)) return { type: 'Boolean', value: body.toUpperCase() === 'TRUE' };
  const address = parseAddress(body);
  if (address) {
    const sheet = address.sheet === null ? book.active : book.find(address.sheet);
    return sheet
      ? { type: 'Range', value: formatAddress(address.rect, sheet.name) }
      : { type: 'Error', value: '#REF!' };
  }
  return { type: 'Error', value: body.includes('#REF!') ? '#REF!' : '#VALUE!' };
}

const rangeOf = (state: NameState): HostObject | null => {
  if (valueOf(state).type !== 'Range') return null;
  return HostObject.of(RANGE, rangeByAddress(state.book, state.book.active, state.name.formula));
};

const NAMED_ITEM: HostClass<NameState> = {
  name: 'NamedItem',
  identity: ({ name }) => ({ _Id: name.name }),
  scalars: {
    Name: { get: ({ name }) => name.name },
    Type: { get: (state) => valueOf(state).type },
    Value: { get: (state) => valueOf(state).value },
    Visible: {
      get: ({ name }) => name.visible,
      set: ({ name }, value) => {
        name.visible = value === true;
      },
    },
    _Id: { get: ({ name }) => name.name },
    Comment: {
      get: ({ name }) => name.comment,
      set: ({ name }, value) => {
        if (typeof value !== 'string' || value.length > 255) throw invalidArgument();
        name.comment = value;
      },
    },
    Scope: { get: ({ name }) => (name.sheet === null ? 'Workbook' : 'Worksheet') },
    Formula: {
      get: ({ name }) => name.formula,
      set: ({ book, name }, value) => {
        book.demandStructure();
        if (typeof value !== 'string' || value.length > 8192) throw invalidArgument();
        name.formula = value.startsWith('=') ? value : `=${value}`;
      },
    },
  },
  objects: {
    Worksheet: ({ book, name }) => {
      const sheet = book.sheets.find((each) => each.id === name.sheet);
      if (!sheet) throw itemNotFound();
      return HostObject.of(WORKSHEET, sheet);
    },
    WorksheetOrNullObject: ({ book, name }) => {
      const sheet = book.sheets.find((each) => each.id === name.sheet);
      return sheet ? HostObject.of(WORKSHEET, sheet) : null;
    },
  },
  methods: {
    GetRange: (state) => {
      const range = rangeOf(state);
      if (!range) throw itemNotFound();
      return range;
    },
    GetRangeOrNullObject: rangeOf,
    Delete: ({ book, name }) => {
      book.demandStructure();
      book.names = book.names.filter((each) => each !== name);
    },
  },
};
