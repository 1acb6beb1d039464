import { FactState } from '../facts/column';
import type { FieldId } from '../ledger/table';
import type { CaseRef } from './report';

/** How personal data is shortened, brought by `text`. */
export interface MaskWords {
  mask(text: string): string;
  maskNames(names: readonly string[]): string;
}

/** A name of one letter stands in too many words to be looked for. */
const SHORTEST = 2;
/** Numbers that are someone's wherever they stand: 身份证号, mobile phones, land lines with their area. */
const NUMBERS = /(?<!\d)(?:\d{17}[\dXx]|\d{15}|1[3-9]\d{9}|0\d{2,3}[-—]?\d{7,8})(?!\d)/g;

/** A text of a case for readers outside: names, numbers and addresses of its row, and numbers of anyone's, masked. */
export function masked({ ledger: { checked }, index }: CaseRef, text: string, words: MaskWords): string {
  const { pack, table } = checked;
  let shown = text;
  for (const { id, personal, type } of pack.fields) {
    if (personal !== true || !table.field(id)) continue;
    const seen = table.seen(id, index).trim();
    const names = type === 'names' ? namesIn({ table, id, index }, seen) : [seen];
    for (const name of names)
      if (name.length >= SHORTEST && shown.includes(name))
        shown = shown.replaceAll(name, type === 'names' ? words.maskNames([name]) : words.mask(name));
  }
  return shown.replace(NUMBERS, (number) => words.mask(number));
}

/** 诉求人, masked. */
export function petitionerOf({ ledger: { checked }, index }: CaseRef, words: MaskWords): string {
  const { table } = checked;
  return words.maskNames(
    namesIn({ table, id: 'petitioner', index }, table.seen('petitioner', index).trim()).filter((name) => name !== ''),
  );
}

function namesIn(
  {
    table,
    id,
    index,
  }: {
    readonly table: CaseRef['ledger']['checked']['table'];
    readonly id: FieldId;
    readonly index: number;
  },
  seen: string,
): readonly string[] {
  const column = table.field(id);
  const isRead = column?.type === 'names' && column.state[index] === FactState.known;
  // The longest first: a name within another one must not leave the rest of it standing.
  return isRead ? [...(column.values[index] ?? [])].sort((a, b) => b.length - a.length) : [seen];
}
