import { classify } from '../classify/classify';
import { factAt } from '../facts/columns';
import { FactState, isUnknown, type Fact, type FactValue, type Unknown } from '../facts/column';
import { createDueReader } from '../facts/dueView';
import type { FactTable } from '../facts/factTable';
import type { FieldId } from '../ledger/table';
import { Outcome, outcomeOf, type Outcomes } from '../rules/outcome';
import type { Condition, Rule, RulePack, Template } from '../rules/pack';
import { matchedWords, unknownReasons } from '../rules/explain';
import { explainTree } from '../rules/explainTree';
import { judgeableByUnit } from './judgeableByUnit';
import { fingerprint } from '../setAside/fingerprint';
import { emptyHistory } from '../snapshots/history';
import type { CheckedLedger, Place } from './checkedLedger';
import type { Explanation, MessagePart, Reason } from './explanation';

/** Between the words that a message quotes. */
const WORD_SEPARATOR = '、';

/** A checked ledger over its facts and outcomes; nothing is worked out before it is asked for. */
export function createCheckedLedger(facts: FactTable, outcomes: Outcomes): CheckedLedger {
  const { context } = facts;
  const { table, pack, today } = context;
  const labels = new Map(pack.fields.map(({ id, label }) => [id, label]));
  const explaining: Explaining = { facts, labels, personal: personalFields(pack) };
  const asChecked: Place = {
    row: (index) => table.rowNumbers[index] ?? 0,
    cell: (field, index) => table.cell(field, index),
  };
  const isMissing = (field: FieldId): boolean => labels.has(field) && !table.columns.has(field);
  const missingOf = pack.rules.map((rule) => [...fieldsRead(rule, facts)].filter(isMissing));

  const due = createDueReader(facts);
  const namesOf = (fact: string, index: number): readonly string[] => {
    const value = facts.reader(index).names(fact);
    return value === null || isUnknown(value) ? [] : value;
  };
  const ruleAt = (at: number): Rule => {
    const rule = pack.rules[at];
    if (!rule) throw new RangeError(`no rule ${at}`);
    return rule;
  };
  const outcome = (rule: number, index: number): Outcome => {
    const outcomesOfRule = outcomes.rules[rule];
    return outcomesOfRule ? outcomeOf(outcomesOfRule, index) : Outcome.notApplicable;
  };

  return {
    pack,
    table,
    today,
    outcomes,
    history: context.history ?? emptyHistory(table.sheet),
    fact: (id, index) => factAt(facts.column(id), index),
    outcome,
    wantsColumn: (rule, index) => (((outcomes.rules[rule]?.wantsColumn[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1,
    judgeableByUnit: (at) => {
      // Most rules could judge every case, and looking into their facts would only work out what nobody asks for.
      let look: ((index: number) => boolean) | null = null;
      return (index) => (look ??= judgeableByUnit(ruleAt(at), facts))(index);
    },
    setAside: () => null,
    isOpen: (index) => {
      const value = facts.reader(index).flag('isOpen');
      return typeof value === 'boolean' ? value : null;
    },
    units: (index) => namesOf('units', index),
    leadUnit: (index) => {
      const unit = facts.reader(index).text('leadUnit');
      return typeof unit === 'string' ? unit : null;
    },
    caseLeaders: (index) => namesOf('caseLeaders', index),
    dueOn: (index) => {
      const on = facts.reader(index).day('dueOn');
      return typeof on === 'number' ? on : null;
    },
    dueState: (index) => due.state(index),
    daysLeft: (index) => {
      const days = facts.reader(index).number('daysLeft');
      return typeof days === 'number' ? days : null;
    },
    due: (index) => due.view(index),
    classification: (index) => classify(facts.reader(index)),
    explain: (index, at, place = asChecked) => {
      const rule = ruleAt(at);
      return explainCase(explaining, rule, index, outcome(at, index), place);
    },
    fingerprint: (index, at) => fingerprint(facts, ruleAt(at), index),
    explainTree: (index, at) => explainTree(facts, ruleAt(at), index),
    missingFields: () => {
      const missing = new Set(missingOf.flat());
      return pack.fields.map(({ id }) => id).filter((id) => missing.has(id));
    },
    missingFieldsOf: (rule) => missingOf[rule] ?? [],
  };
}

/** Every field that a rule reads in its conditions, itself or through facts. */
function fieldsRead(rule: Rule, facts: FactTable): Set<FieldId> {
  const fields = new Set<FieldId>();
  const visit = (condition: Condition): void => {
    if (condition.kind === 'not') visit(condition.of);
    else if (condition.kind !== 'leaf') condition.of.forEach(visit);
    else {
      facts.fieldsBehind(condition.fact).forEach((field) => fields.add(field));
      if (condition.operand.kind === 'fact') {
        facts.fieldsBehind(condition.operand.fact).forEach((field) => fields.add(field));
      }
    }
  };
  if (rule.appliesWhen) visit(rule.appliesWhen);
  visit(rule.conditions);
  return fields;
}

function explainCase(explaining: Explaining, rule: Rule, index: number, outcome: Outcome, place: Place): Explanation {
  const { facts, labels, personal } = explaining;
  const field = outcome === Outcome.flagged ? facts.fieldOf(rule, index) : rule.field;
  const cell = place.cell(field, index);
  const resolve = (template: Template): MessagePart[] =>
    template.map((part) => {
      if (typeof part === 'string') return part;
      if ('fact' in part) {
        const column = facts.column(part.fact);
        const value = factAt(column, index);
        // A limit that is no day (60日内) is said as it stands in its cell.
        if (Number.isNaN(value)) {
          const seen = facts.context.table.seen(part.fact, index);
          return { fact: part.fact, type: 'text', value: seen, personal: personal.has(part.fact) };
        }
        const now = cellsNow(facts, part.fact, value, place);
        return { fact: part.fact, type: column.type, value: now, personal: personal.has(part.fact) };
      }
      if ('parameter' in part) {
        const value = rule.parameters[part.parameter];
        return typeof value === 'string'
          ? value
          : Array.isArray(value)
            ? value.join(WORD_SEPARATOR)
            : String(value ?? '');
      }
      if (part.special === 'cell') return cell ?? { row: place.row(index), label: labels.get(field) ?? '' };
      if (part.special === 'seen') {
        const value = facts.context.table.seen(field, index);
        return { fact: field, type: 'text', value, personal: personal.has(field) };
      }
      return matchedWords(rule, facts, index).join(WORD_SEPARATOR);
    });
  return {
    rule,
    index,
    outcome,
    row: place.row(index),
    cell,
    message: outcome === Outcome.flagged ? resolve(rule.message) : [],
    advice: outcome === Outcome.flagged ? resolve(rule.advice) : [],
    reasons: outcome === Outcome.cannotJudge ? reasonsOf(explaining, rule, index, place) : [],
  };
}

/** Cells of other cases, which a fact names as they were checked, where they stand now; those of cases not found again are left out. */
function cellsNow(facts: FactTable, fact: string, value: Fact<FactValue>, place: Place): Fact<FactValue> {
  const field = facts.definition(fact)?.cellsOf;
  if (field === undefined || value === null || !Array.isArray(value)) return value;
  const { rowNumbers } = facts.context.table;
  const now = (value as readonly string[]).flatMap((cell) => {
    const index = indexOfRow(rowNumbers, rowOf(cell));
    return (index === -1 ? null : place.cell(field, index)) ?? [];
  });
  return now.sort((a, b) => rowOf(a) - rowOf(b));
}

/** Rows ascend; a ledger may have a hundred thousand, and as many messages. */
function indexOfRow(rows: Int32Array, row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return rows[low] === row ? low : -1;
}

const rowOf = (cell: string): number => Number(/\d+$/.exec(cell)?.[0] ?? 0);

/** Fields that name or describe a petitioner. */
const personalFields = ({ fields }: RulePack): ReadonlySet<FieldId> =>
  new Set(fields.filter(({ personal }) => personal === true).map(({ id }) => id));

/** What explanations of all cases share. */
interface Explaining {
  readonly facts: FactTable;
  readonly labels: ReadonlyMap<FieldId, string>;
  readonly personal: ReadonlySet<FieldId>;
}

/** What is wanting, each cell or fact once. */
function reasonsOf({ facts, labels, personal }: Explaining, rule: Rule, index: number, place: Place): Reason[] {
  const reasons = new Map<string, Reason>();
  const add = (fact: string, why: Unknown | null): void => {
    const field = why?.field ?? (labels.has(fact) ? fact : null);
    const key = `${field ?? fact}\n${why?.unknown ?? ''}`;
    if (reasons.has(key)) return;
    reasons.set(key, {
      fact,
      label: labels.get(fact) ?? facts.definition(fact)?.label ?? fact,
      why,
      field,
      fieldLabel: field === null ? null : (labels.get(field) ?? null),
      cell: field === null ? null : place.cell(field, index),
      seen: field === null ? '' : facts.context.table.seen(field, index),
      personal: field !== null && personal.has(field),
    });
  };
  for (const { fact, why } of unknownReasons(rule, facts, index)) {
    const blanks = why === null ? blankFields(facts, fact, index) : [];
    // A derived fact is blank because cells are: those are what a clerk can fill in.
    if (blanks.length > 0 && blanks.length <= MOST_BLANKS) for (const field of blanks) add(field, null);
    else add(fact, why);
  }
  return [...reasons.values()];
}

/** With more blank cells than this behind a fact, naming them all says less than naming the fact. */
const MOST_BLANKS = 3;

/** Fields that have a column and are blank in this case, and for want of which a derived fact is blank too. */
function blankFields(facts: FactTable, fact: string, index: number): readonly FieldId[] {
  const definition = facts.definition(fact);
  if (!definition) return [];
  const fields = new Set<FieldId>();
  for (const input of definition.inputs) {
    if (facts.column(input).state[index] !== FactState.blank) continue;
    if (facts.definition(input)) for (const field of blankFields(facts, input, index)) fields.add(field);
    else fields.add(input);
  }
  return [...fields];
}
