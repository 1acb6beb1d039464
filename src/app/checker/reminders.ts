import { recusalOf } from '../../core/facts/recusal';
import type { Reminder } from '../../ports/checker';
import { hidePersonal } from './personal';
import { oneLine, type LedgerView } from './ledgerView';

/** Findings of one case that a reminder tells; the rest is for the ledger. */
const MOST_TOLD = 3;
/** Cases that one message names, the most urgent ones: nobody reads further, and the rest is counted. */
const MOST_CASES = 100;

/** What a unit is reminded of: a case and its findings that can be mended, most urgent first. */
interface Due {
  readonly index: number;
  readonly rules: number[];
}

/**
 * One text a unit, masked, ready to paste: its open and closed cases with findings that stand and can be mended. A case
 * of accusation is kept from the unit complained of, and told on a list of its own instead.
 */
export function reminders(view: LedgerView): readonly Reminder[] {
  const { views } = view.speech;
  const { today } = view.checked;
  const units = new Map<string, Due[]>();
  const keptBack: { readonly index: number; readonly unit: string; readonly why: 'accused' | 'accusedUnknown' }[] = [];
  for (const due of casesToMend(view)) {
    const names = [...new Set(view.checked.units(due.index))];
    for (const unit of names.length === 0 ? [views.noUnit] : names) {
      // A case without a unit is the office's to tell: nobody is reminded of it who might be complained of.
      const why = names.length === 0 ? null : recusalOf(view.checked, due.index, unit);
      if (why !== null) keptBack.push({ index: due.index, unit, why });
      else {
        const dues = units.get(unit) ?? [];
        dues.push(due);
        units.set(unit, dues);
      }
    }
  }
  const texts = [...units].map(([unit, dues]) => ({
    unit,
    cases: dues.length,
    text: views.reminder.text(
      { unit, today, cases: dues.length },
      dues.slice(0, MOST_CASES).map((due, at) => line(view, due, at + 1)),
    ),
  }));
  if (keptBack.length === 0) return texts;
  const lines = keptBack
    .slice(0, MOST_CASES)
    .map(({ index, unit, why }, at) => views.reminder.keptBackLine(at + 1, view.caseLabel(index), unit, why));
  const cases = new Set(keptBack.map(({ index }) => index)).size;
  return [
    ...texts,
    { unit: views.reminder.keptBackUnit, cases, text: views.reminder.keptBack({ today, cases }, lines) },
  ];
}

/** Cases in the order of their most urgent finding. */
function casesToMend(view: LedgerView): readonly Due[] {
  const cases = new Map<number, Due>();
  const order = view.order('open');
  for (let position = 0; position < order.count; position++) {
    const { rule, index } = order.at(position);
    if (!view.rule(rule).mendable) continue;
    const due = cases.get(index) ?? { index, rules: [] };
    due.rules.push(rule);
    cases.set(index, due);
  }
  return [...cases.values()];
}

function line(view: LedgerView, { index, rules }: Due, position: number): string {
  const { speech, checked } = view;
  const told = rules.slice(0, MOST_TOLD).map((rule) => checked.explain(index, rule));
  const safe = (text: string): string => hidePersonal(view, oneLine(text));
  return speech.views.reminder.line(
    position,
    view.caseLabel(index),
    view.petitioner(index),
    told.map((finding) => ({ what: safe(speech.message(finding)), next: safe(speech.advice(finding)) })),
  );
}
