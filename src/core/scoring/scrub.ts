import type { LedgerTable } from '../ledger/table';
import type { RulePack } from '../rules/pack';

/** How a name and a number are hidden: `text` says. */
export interface Masks {
  mask(text: string): string;
  maskNames(names: readonly string[]): string;
}

/** A mobile number, or an identity number of 18 or 15 digits, wherever it stands. */
const NUMBERS = /(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx]|\d{15})(?!\d)/gu;
/** Shorter texts are words, not numbers or addresses of someone's. */
const SHORTEST = 4;

/** Hides numbers that are a person's on their face, in text that belongs to no case. */
export const scrubNumbers = (text: string, { mask }: Masks): string => text.replace(NUMBERS, mask);

/**
 * Hides what a case's own personal cells say (诉求人, 电话, 身份证号, 住址) wherever it stands in a text: offices write names
 * into 办理情况 and 办理结果, too.
 */
export function scrubber(pack: RulePack, table: LedgerTable, masks: Masks): (text: string, index: number) => string {
  const personal = pack.fields.filter(({ id, personal: isPersonal }) => isPersonal === true && table.columns.has(id));
  return (text, index) => {
    let shown = text;
    for (const { id, type } of personal) {
      const column = table.field(id);
      if (type === 'names' && column?.type === 'names') {
        for (const name of column.values[index] ?? [])
          if (name.length > 1) shown = shown.replaceAll(name, masks.maskNames([name]));
      } else {
        const seen = table.seen(id, index).trim();
        if (seen.length >= SHORTEST) shown = shown.replaceAll(seen, masks.mask(seen));
      }
    }
    return scrubNumbers(shown, masks);
  };
}
