import type { Explanation } from '../check/explanation';
import type { Speech } from '../check/speech';
import { columnNumber } from '../ledger/grid';
import type { LedgerTable } from '../ledger/table';
import type { ScoreBoard } from './board';
import type { LostPoint } from './lostPoints';
import { maskedCell } from '../masking/ledgerMasker';
import { scrub } from './scrub';
import type { CaseRef, ScoredLedger } from './subjects';

/** What a unit needs to check a lost point by hand: where it stands, what stands there, by what it was judged. Masked. */
export interface LostEvidence extends CasePlace {
  /** The rule's title, or the indicator's where it is measured. */
  readonly rule: string;
  readonly basis: string;
  readonly cell: string | null;
  /** 列名 of that cell; '' where there is none. */
  readonly label: string;
  /** What stands in the cell, cut short. */
  readonly value: string;
  readonly says: string;
  readonly advice: string;
}

/** Where a case stands, by what an office calls it. */
export interface CasePlace {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  /** 编号, else 序号; '' without either. */
  readonly caseNo: string;
}

/** Longer texts are cut: the cell leads to the rest. */
const LONGEST_VALUE = 60;

export function placeOf(ledgers: readonly ScoredLedger[], { ledger, index }: CaseRef): CasePlace {
  const { file, checked } = ledgers[ledger] as ScoredLedger;
  const { table } = checked;
  const caseNo = table.seen('caseNo', index).trim() || table.seen('serial', index).trim();
  return { file, sheet: table.sheet, row: table.rowNumbers[index] ?? 0, caseNo: scrub(ledgers, caseNo) };
}

export type TellLost = (point: LostPoint) => LostEvidence;

/** Tells lost points of a board, one after another. */
export function tellLost(board: ScoreBoard, speech: Speech): TellLost {
  const hide = (text: string): string => scrub(board.ledgers, text);
  const tellers = board.ledgers.map((ledger) => tellerOf(ledger, speech, hide));
  return (point) => ({
    ...placeOf(board.ledgers, point.ref),
    ...(tellers[point.ref.ledger] as ReturnType<typeof tellerOf>)(point),
  });
}

function tellerOf(
  { checked }: ScoredLedger,
  speech: Speech,
  hide: (text: string) => string,
): (point: LostPoint) => Omit<LostEvidence, keyof CasePlace> {
  const { pack, table } = checked;
  const fields = new Map(pack.fields.map((field) => [field.id, field]));
  const fieldAt = fieldsByColumn(table);
  const cut = (text: string): string => {
    const letters = [...text.replace(/\s+/gu, ' ').trim()];
    return letters.length <= LONGEST_VALUE ? letters.join('') : `${letters.slice(0, LONGEST_VALUE).join('')}…`;
  };
  const shown = (field: string, index: number): string => {
    const seen = table.seen(field, index);
    const definition = fields.get(field);
    return cut(definition?.personal === true ? maskedCell(definition, seen) : hide(seen));
  };
  return ({ ref: { index }, indicator, rule, why }) => {
    if (rule === null) {
      const field = indicator.measure?.field ?? '';
      const label = fields.get(field)?.label ?? '';
      const value = shown(field, index);
      const says = speech.score.measured(value, indicator.measure?.full ?? 0);
      return {
        rule: indicator.title,
        basis: indicator.basis,
        cell: table.cell(field, index),
        label,
        value,
        says,
        advice: '',
      };
    }
    const told = checked.explain(index, rule);
    const place = why === 'finding' ? findingPlace(told, fieldAt) : unjudgedPlace(told);
    const says =
      why === 'finding' ? speech.message(told) : speech.score.unjudged(told.reasons.map((one) => speech.reason(one)));
    return {
      rule: told.rule.title,
      basis: told.rule.basis,
      cell: place.cell,
      label: fields.get(place.field)?.label ?? '',
      value: place.field === '' ? '' : shown(place.field, index),
      says: hide(says),
      advice: why === 'finding' ? hide(speech.advice(told)) : '',
    };
  };
}

interface Pointed {
  readonly cell: string | null;
  readonly field: string;
}

const findingPlace = ({ cell }: Explanation, fieldAt: ReadonlyMap<number, string>): Pointed => ({
  cell,
  field: (cell !== null && fieldAt.get(columnNumber(/^[A-Z]+/.exec(cell)?.[0] ?? 'A'))) || '',
});

/** The first cell that is wanting. */
function unjudgedPlace({ reasons, cell }: Explanation): Pointed {
  const reason = reasons.find((one) => one.cell !== null);
  return { cell: reason?.cell ?? cell, field: reason?.field ?? '' };
}

const fieldsByColumn = ({ columns }: LedgerTable): ReadonlyMap<number, string> =>
  new Map([...columns].map(([field, column]) => [column, field]));
