import { FactState } from '../../core/facts/column';
import type { LedgerView } from './ledgerView';

/** A name of one letter stands in too many words to be looked for. */
const SHORTEST = 2;

/** A text about a case without what names its petitioner: names, numbers and addresses of the row are masked in it. */
export function hidePersonal(view: LedgerView, index: number, text: string): string {
  let shown = text;
  for (const { id, personal, type } of view.checked.pack.fields) {
    if (personal !== true) continue;
    const column = view.table.field(id);
    if (!column) continue;
    const seen = view.table.seen(id, index).trim();
    if (type === 'names') {
      const names = column.type === 'names' && column.state[index] === FactState.known ? column.values[index] : [seen];
      for (const name of names ?? []) shown = without(shown, name, (one) => view.speech.views.maskNames([one]));
    } else shown = without(shown, seen, (one) => view.speech.views.mask(one));
  }
  return shown;
}

const without = (text: string, personal: string, mask: (text: string) => string): string =>
  personal.length >= SHORTEST && text.includes(personal) ? text.replaceAll(personal, mask(personal)) : text;
