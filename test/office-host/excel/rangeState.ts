import { invalidArgument, invalidReference } from '../engine/errors';
import { HostObject, type Arguments } from '../engine/hostClass';
import { inSheet, parseAddress, WHOLE_SHEET, type Rect } from '../model/a1';
import type { Book } from '../model/book';
import type { Sheet } from '../model/sheet';
import { RANGE } from './range';

/** A range as somebody holds it: it follows its cells, and is gone when they are. */
export class RangeState {
  current: Rect | null;

  constructor(
    readonly sheet: Sheet,
    rect: Rect,
  ) {
    this.current = rect;
  }

  get rect(): Rect {
    if (!this.current || !this.sheet.book.sheets.includes(this.sheet)) throw invalidReference();
    return this.current;
  }
}

/** Several areas of one sheet. */
export class AreasState {
  constructor(
    readonly sheet: Sheet,
    readonly areas: readonly RangeState[],
  ) {}
}

/** The ranges in an object's state, whatever it is made of. */
export function rangesOf(state: unknown): RangeState[] {
  if (state instanceof RangeState) return [state];
  return state instanceof AreasState ? [...state.areas] : [];
}

/** A range object; a rectangle that leaves the sheet is an invalid argument. */
export function rangeObject(sheet: Sheet, rect: Rect): HostObject {
  if (!inSheet(rect)) throw invalidArgument();
  return HostObject.of(RANGE, new RangeState(sheet, rect));
}

/** A range by address on a sheet, or by a name that stands for one; without an address the whole sheet. */
export function rangeByAddress(book: Book, sheet: Sheet, text: string | null): RangeState {
  if (text === null || text === '') return new RangeState(sheet, WHOLE_SHEET);
  const address = parseAddress(text.replace(/^=/, ''));
  if (address) {
    const target = address.sheet === null ? sheet : book.find(address.sheet);
    if (!target) throw invalidArgument();
    return new RangeState(target, address.rect);
  }
  const named = book.names.find(
    (name) => name.name.toLowerCase() === text.toLowerCase() && (name.sheet === null || name.sheet === sheet.id),
  );
  if (!named) throw invalidArgument();
  return rangeByAddress(book, sheet, named.formula);
}

/** An argument that is a range object or an address. */
export function rangeArgument(args: Arguments, index: number, sheet: Sheet): RangeState {
  return args.object(index, RANGE) ?? rangeByAddress(sheet.book, sheet, args.text(index));
}
