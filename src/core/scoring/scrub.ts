import type { LedgerTable } from '../ledger/table';
import type { RulePack } from '../rules/pack';
import type { ScoredLedger } from './subjects';

/** How a name and a number are hidden: `text` says. */
export interface Masks {
  readonly mask: (text: string) => string;
  readonly maskNames: (names: readonly string[]) => string;
}

/** A mobile number, or an identity number of 18 or 15 digits, wherever it stands. */
const NUMBERS = /(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx]|\d{15})(?!\d)/gu;
/** Shorter texts are words, not numbers or addresses of someone's. */
const SHORTEST = 4;

/** Hides numbers that are a person's on their face. */
const scrubNumbers = (text: string, { mask }: Masks): string => text.replace(NUMBERS, mask);

/** The same, and every petitioner's name: in what people write about a unit, not about one case. */
export function scrubberOfAll(ledgers: readonly ScoredLedger[], masks: Masks): (text: string) => string {
  let names: ReadonlySet<string> | null = null;
  return (text) => {
    names ??= petitioners(ledgers);
    let shown = text;
    for (const name of names) if (shown.includes(name)) shown = shown.replaceAll(name, masks.maskNames([name]));
    return scrubNumbers(shown, masks);
  };
}

function petitioners(ledgers: readonly ScoredLedger[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { checked } of ledgers) {
    const column = checked.table.field('petitioner');
    if (column?.type === 'names')
      for (const own of column.values) for (const name of own ?? []) if (name.length > 1) names.add(name);
  }
  return names;
}

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
