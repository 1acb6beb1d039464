/**
 * How the words of a lexicon are looked for. `found`: it only counts whether any of them stands in the text, so a
 * word that holds a shorter one of the list adds nothing. `quoted`: the longest is quoted or shuts out the shorter
 * ones. `cut`: the longest is cut out of the text. `whole`: the text must be the word and nothing else.
 */
export type WordMatch = 'found' | 'quoted' | 'cut' | 'whole';

export interface CoreLexicon {
  readonly name: string;
  readonly match: WordMatch;
  /** Derived facts that rest on it, by which the rules that it reaches are found. */
  readonly facts: readonly string[];
}

const CONDUCT = ['conductWords', 'conductDecided'];
const SUGGESTED = ['meritContradicted', 'meritWords', ...CONDUCT];

/** Lexicons that the program reads by name for its derived facts, beside those that rules name themselves. */
export const CORE_LEXICONS: readonly CoreLexicon[] = [
  { name: 'blank-marks', match: 'whole', facts: [] },
  { name: 'vague-limits', match: 'quoted', facts: ['limitVague', 'limitKind'] },
  { name: 'vague-units', match: 'found', facts: ['vagueUnit'] },
  { name: 'phone-unknown', match: 'found', facts: ['phoneValid'] },
  { name: 'consent-refusals', match: 'found', facts: ['limitConsented', 'extensionConsented'] },
  { name: 'reply-courtesies', match: 'cut', facts: ['resultSaysNothing', 'forwardedOnly', 'instructionOnly'] },
  { name: 'forwarding-words', match: 'found', facts: ['forwardedOnly', 'instructionOnly'] },
  { name: 'instruction-words', match: 'found', facts: ['forwardedOnly', 'instructionOnly'] },
  { name: 'request-words', match: 'cut', facts: ['forwardedOnly', 'instructionOnly'] },
  { name: 'substance-words', match: 'found', facts: ['resultSaysNothing', 'forwardedOnly', 'instructionOnly'] },
  { name: 'pending-words', match: 'quoted', facts: ['resultPending', 'resultClosing'] },
  { name: 'upkeep-words', match: 'quoted', facts: ['resultPending', 'resultClosing'] },
  { name: 'completion-words', match: 'quoted', facts: ['resultPending', 'resultClosing'] },
  { name: 'refusal-words', match: 'quoted', facts: ['refusalWithoutBasis', 'refusalWords'] },
  { name: 'citation-words', match: 'found', facts: ['refusalWithoutBasis', 'refusalWords'] },
  { name: 'negations', match: 'quoted', facts: SUGGESTED },
  { name: 'far-negations', match: 'quoted', facts: SUGGESTED },
  { name: 'denials', match: 'quoted', facts: SUGGESTED },
  { name: 'conditions', match: 'quoted', facts: SUGGESTED },
  { name: 'petitioner-words', match: 'quoted', facts: CONDUCT },
  { name: 'other-actors', match: 'quoted', facts: CONDUCT },
  { name: 'reporting-verbs', match: 'quoted', facts: CONDUCT },
  { name: 'caught-words', match: 'quoted', facts: CONDUCT },
  { name: 'authorities', match: 'found', facts: ['conductBasisComplete'] },
  { name: 'legal-documents', match: 'found', facts: ['conductBasisComplete'] },
  { name: 'explanation-words', match: 'found', facts: ['explanationRecorded'] },
];
