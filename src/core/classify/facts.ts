import { FactState, isUnknown, type Fact } from '../facts/column';
import type { CaseFact, CaseReader } from '../facts/definition';
import type { FieldId } from '../ledger/table';
import { isContradicted, meritOf, suggestionOf } from './classify';
import { CONDUCT_BASIS_LEXICONS, conductBasisIsComplete } from './conductBasis';
import { passageOf } from './passage';
import { READING_LEXICONS } from './reading';
import { createWordScan, type WordScan } from './wordScan';
import type { RulePack } from '../rules/pack';

export const EXPLANATION_LEXICON = 'explanation-words';

/** Lexicons that classification reads by name: a pack without one of them knows no such words. */
export const CLASSIFY_LEXICONS: readonly string[] = [
  ...Object.values(READING_LEXICONS),
  ...CONDUCT_BASIS_LEXICONS,
  EXPLANATION_LEXICON,
];

/** The fields that the default suggestions look at: where none of them can be read, nothing can be said. */
const TEXT_FIELDS: readonly FieldId[] = ['content', 'progress', 'result', 'remark'];

/** What facts on words rest on: any text that a pack's suggestions may name, and whose words they are. */
const WORD_INPUTS: readonly FieldId[] = [
  'content',
  'title',
  'matter',
  'plan',
  'progress',
  'result',
  'remark',
  'petitioner',
];

/** Where the words of a decision would be recorded: what was explained, and how. */
const EXPLANATION_FIELDS: readonly FieldId[] = ['result', 'progress', 'plan', 'remark'];

/** Why the case's texts can't be read: all columns missing, or a cell with an error; null where some text can be. */
function unreadTexts(read: CaseReader, fields: readonly FieldId[]): Fact<never> {
  let missing: Fact<never> = null;
  let readable = false;
  for (const field of fields) {
    const text = read.text(field);
    if (!isUnknown(text)) readable = true;
    else if (text.state !== FactState.missing) return text;
    else missing ??= text;
  }
  return readable ? null : missing;
}

/** Decisions default to none where nobody wrote one or there is no column for it. */
const orNone = <T, D>(fact: Fact<T>, none: D): Fact<T> | D =>
  fact === null || (isUnknown(fact) && fact.state === FactState.missing) ? none : fact;

const scans = new WeakMap<RulePack, WordScan>();
function explanationScan(pack: RulePack): WordScan {
  let scan = scans.get(pack);
  if (scan === undefined) {
    scan = createWordScan(pack.lexicons.get(EXPLANATION_LEXICON)?.words ?? []);
    scans.set(pack, scan);
  }
  return scan;
}

function explanationRecorded(read: CaseReader): Fact<boolean> {
  const scan = explanationScan(read.context.pack);
  for (const field of EXPLANATION_FIELDS) {
    const text = read.text(field);
    if (typeof text === 'string' && scan.find(passageOf(text).text).length > 0) return true;
  }
  return unreadTexts(read, EXPLANATION_FIELDS) ?? false;
}

/** The words that bear out what is suggested on an axis, each once; null where there are none. */
function wordsFor(read: CaseReader, axis: 'merit' | 'conduct'): string | null {
  const { suggested } = suggestionOf(read);
  if (suggested.length === 0) return null;
  const words = suggested.filter(({ suggestion }) => suggestion.axis === axis).flatMap((found) => found.words);
  return words.length > 0 ? [...new Set(words)].join('、') : null;
}

function conductWords(read: CaseReader): Fact<string> {
  return wordsFor(read, 'conduct') ?? unreadTexts(read, TEXT_FIELDS);
}

/** Decided by people: a missing column is unknown, a blank cell no decision. */
function decided<T>(fact: Fact<T>, blank: T): Fact<T> {
  return fact === null ? blank : fact;
}

const daysSince = (read: CaseReader, start: Fact<number>): Fact<number> =>
  typeof start === 'number' ? read.context.today - start : start;

/** Facts that the rules of `classification.json` rest on. */
export const CLASSIFICATION_FACTS: readonly CaseFact[] = [
  {
    id: 'suggestedMerit',
    label: '甄别建议',
    type: 'enum',
    values: ['withinPolicy', 'partly', 'beyondPolicy'],
    scope: 'row',
    inputs: WORD_INPUTS,
    meaning: '按文中用语建议的甄别分类：政策内合理、部分合理、政策外或不合理；没有把握时为空。',
    compute(read) {
      const { merit } = suggestionOf(read);
      return merit === 'undetermined' ? unreadTexts(read, TEXT_FIELDS) : merit;
    },
  },
  {
    id: 'suggestedConduct',
    label: '行为建议',
    type: 'enum',
    values: ['lawful', 'unknown', 'unlawful'],
    scope: 'row',
    inputs: WORD_INPUTS,
    meaning: '按文中用语对诉求人行为的提示：unlawful 有较强用语，unknown 有较弱用语，lawful 没有；只供人工核实。',
    compute(read) {
      const { conduct } = suggestionOf(read);
      return conduct === 'lawful' ? (unreadTexts(read, TEXT_FIELDS) ?? conduct) : conduct;
    },
  },
  {
    id: 'conductWords',
    label: '需核实的用语',
    type: 'text',
    scope: 'row',
    inputs: WORD_INPUTS,
    meaning: '文中出现的、需要人工核实诉求人行为的用语原文；没有则为空。',
    compute: conductWords,
  },
  {
    id: 'conductDecided',
    label: '违法行为是否已认定',
    type: 'boolean',
    scope: 'row',
    inputs: ['conduct'],
    meaning: '违法行为一栏是否有人填写了是或否；没有这一栏视为未认定。',
    compute(read) {
      const conduct = orNone(read.flag('conduct'), null);
      return conduct === null ? false : isUnknown(conduct) ? conduct : true;
    },
  },
  {
    id: 'conductDecidedUnlawful',
    label: '是否认定违法',
    type: 'boolean',
    scope: 'row',
    inputs: ['conduct'],
    meaning: '违法行为一栏是否由人认定为有；空白为否。',
    compute: (read) => decided(read.flag('conduct'), false),
  },
  {
    id: 'conductBasisComplete',
    label: '认定依据是否完整',
    type: 'boolean',
    scope: 'row',
    inputs: ['conduct', 'conductBasis'],
    meaning: '认定依据是否同时写明机关和文书；空白为否。',
    compute: conductBasisIsComplete,
  },
  {
    id: 'meritContradicted',
    label: '甄别是否与文中用语相反',
    type: 'boolean',
    scope: 'row',
    inputs: ['merit', ...WORD_INPUTS],
    meaning: '人工甄别与文中较强的用语是否相反；没有甄别为否。',
    compute(read) {
      const merit = read.text('merit');
      if (isUnknown(merit)) return merit;
      const decision = meritOf(merit);
      if (decision === undefined) return false;
      return isContradicted(decision, suggestionOf(read)) || (unreadTexts(read, TEXT_FIELDS) ?? false);
    },
  },
  {
    id: 'meritWords',
    label: '甄别建议所依据的用语',
    type: 'text',
    scope: 'row',
    inputs: WORD_INPUTS,
    meaning: '甄别建议所依据的文中用语原文；没有则为空。',
    compute(read) {
      return wordsFor(read, 'merit') ?? unreadTexts(read, TEXT_FIELDS);
    },
  },
  {
    id: 'meritDecided',
    label: '人工甄别',
    type: 'enum',
    values: ['withinPolicy', 'partly', 'beyondPolicy', 'undetermined'],
    scope: 'row',
    inputs: ['merit'],
    meaning: '人工甄别的分类：withinPolicy、partly、beyondPolicy；空白或待甄别为 undetermined。',
    compute(read) {
      const merit = read.text('merit');
      return isUnknown(merit) ? merit : (meritOf(merit) ?? 'undetermined');
    },
  },
  {
    id: 'daysSinceMeritDecided',
    label: '甄别后天数',
    type: 'number',
    scope: 'row',
    inputs: ['decidedOn', 'periodStart', 'today'],
    meaning: '从甄别日期（没有则从期限起算日）到今天的天数。',
    compute(read) {
      const decidedOn = orNone(read.day('decidedOn'), null);
      return daysSince(read, decidedOn ?? read.day('periodStart'));
    },
  },
  {
    id: 'explanationRecorded',
    label: '是否记有教育引导或解释说明',
    type: 'boolean',
    scope: 'row',
    inputs: EXPLANATION_FIELDS,
    meaning: '办理结果、办理情况、化解方案或备注中是否写有教育引导、解释、说明、告知、沟通。',
    compute: explanationRecorded,
  },
  {
    id: 'hardshipSuggested',
    label: '文中是否提到生活困难',
    type: 'boolean',
    scope: 'row',
    inputs: WORD_INPUTS,
    meaning: '文中用语是否表明诉求人生活困难；只是建议。',
    compute: (read) => suggestionOf(read).hardship === 'yes' || (unreadTexts(read, TEXT_FIELDS) ?? false),
  },
  {
    id: 'hardshipDecided',
    label: '是否认定生活困难',
    type: 'boolean',
    scope: 'row',
    inputs: ['hardship'],
    meaning: '生活困难一栏是否由人认定为有；空白为否。',
    compute: (read) => decided(read.flag('hardship'), false),
  },
];
