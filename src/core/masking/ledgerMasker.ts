import { FactState } from '../facts/column';
import type { FieldId, LedgerTable } from '../ledger/table';
import type { FieldDefinition } from '../rules/pack';
import { namesIn } from './namesIn';
import { createMasker, type Known, type Masker } from './masker';
import { SHAPES, type MaskShapes } from './shapes';

/** Where the ledger's fields come from; a rule pack is one. */
interface Fields {
  readonly fields: readonly FieldDefinition[];
}

/** The field that says where someone lives; every other personal text but names is a number. */
const ADDRESS: FieldId = 'address';

/** What a formula that failed shows names nobody. */
const ERROR = /^#[A-Z/0]+[!?]?$/u;

/** What a case's own personal cells say. */
export const personalOfCase = ({ fields }: Fields, table: LedgerTable, index: number): Required<Known> =>
  gathered(fields, table, [index]);

/** What the personal cells of a whole ledger say. */
export const personalOfLedger = ({ fields }: Fields, table: LedgerTable): Required<Known> =>
  gathered(
    fields,
    table,
    Array.from({ length: table.count }, (_, index) => index),
  );

/** Hides in any text about a case what its own cells say of its petitioner. */
export const caseMasker = (pack: Fields, table: LedgerTable, index: number, shapes?: MaskShapes): Masker =>
  createMasker(personalOfCase(pack, table, index), shapes);

/** Hides in any text what the cells of all ledgers say of any petitioner. */
export function ledgersMasker(
  ledgers: readonly { readonly pack: Fields; readonly table: LedgerTable }[],
  shapes?: MaskShapes,
): Masker {
  const all = ledgers.map(({ pack, table }) => personalOfLedger(pack, table));
  return createMasker(
    {
      names: all.flatMap(({ names }) => [...names]),
      numbers: all.flatMap(({ numbers }) => [...numbers]),
      addresses: all.flatMap(({ addresses }) => [...addresses]),
    },
    shapes,
  );
}

/** A personal cell of a case, hidden whole. */
export function maskedCell({ id, type }: FieldDefinition, seen: string, shapes = SHAPES): string {
  if (seen.trim() === '') return '';
  if (type === 'names') return shapes.maskNames([seen]);
  return id === ADDRESS ? shapes.maskAddress(seen) : shapes.mask(seen);
}

function gathered(fields: readonly FieldDefinition[], table: LedgerTable, cases: readonly number[]): Required<Known> {
  const names = new Set<string>();
  const numbers = new Set<string>();
  const addresses = new Set<string>();
  for (const { id, personal, type } of fields) {
    const column = personal === true ? table.field(id) : undefined;
    if (!column) continue;
    for (const index of cases) {
      const seen = table.seen(id, index).trim();
      if (ERROR.test(seen)) continue;
      if (type === 'names') {
        const isRead = column.type === 'names' && column.state[index] === FactState.known;
        const read = isRead ? (column.values[index] ?? []) : [];
        for (const name of read) names.add(name);
        // Most cells hold one name and nothing else.
        if (read[0] !== seen) for (const name of namesIn(seen)) names.add(name);
      } else if (id === ADDRESS) addresses.add(seen);
      else for (const number of seen.split(/[、,，;；/\n]+/u)) numbers.add(number);
    }
  }
  return { names, numbers, addresses };
}
