import { problem, type Problem } from '../../problem';
import type { Condition, Lexicon, Rule, RulePack, Suggestion } from '../pack';
import { CORE_LEXICONS } from './coreLexicons';
import { preorder } from './coverage';
import type { PackPlaces } from './places';

/** Words that can never make a difference, and lexicons that nobody reads. */
export function wordWarnings(pack: RulePack, places: PackPlaces): readonly Problem[] {
  return [
    ...[...pack.lexicons.values()].flatMap((lexicon) => lexiconWarnings(lexicon, pack, places)),
    ...pack.rules.flatMap((rule) => ruleWarnings(rule, places)),
    ...suggestionWarnings(pack.suggestions, places),
  ];
}

function lexiconWarnings(lexicon: Lexicon, pack: RulePack, places: PackPlaces): readonly Problem[] {
  const { name, words } = lexicon;
  const core = CORE_LEXICONS.find((one) => one.name === name);
  const named = pack.rules.some((rule) => lexiconsNamed(rule).has(name));
  if (!core && !named && !isSuggested(lexicon, pack))
    return [problem('lint-lexicon-unused', { lexicon: name }, places.lexicon(name))];
  const warnings = twice(words, (at) => places.lexicon(name, at));
  const anyWillDo = core === undefined || core.match === 'found';
  if (!anyWillDo || isSuggested(lexicon, pack)) return warnings;
  return [...warnings, ...pointless(words, core !== undefined, (at) => places.lexicon(name, at))];
}

/** Lexicons are unfolded into suggestions when they are loaded: those whose words all stand in one are taken for used. */
const isSuggested = ({ words }: Lexicon, { suggestions }: RulePack): boolean =>
  suggestions.some((one) => [one.words, one.unless].some((list) => words.every((word) => list.includes(word))));

const lexiconsNamed = (rule: Rule): ReadonlySet<string> =>
  new Set(
    [...preorder(rule.appliesWhen), ...preorder(rule.conditions)].flatMap((condition) =>
      condition.kind === 'leaf' && condition.operand.kind === 'words' && condition.operand.lexicon !== undefined
        ? [condition.operand.lexicon]
        : [],
    ),
  );

function ruleWarnings(rule: Rule, places: PackPlaces): readonly Problem[] {
  const of = (part: 'appliesWhen' | 'conditions') =>
    preorder(rule[part]).flatMap((condition: Condition, node) => {
      if (condition.kind !== 'leaf' || condition.operand.kind !== 'words' || condition.operand.lexicon) return [];
      const { words } = condition.operand;
      const at = (index: number) => places.conditionWord(rule, node, part, words[index] ?? '');
      return [...twice(words, at), ...pointless(words, false, at)];
    });
  return [...of('appliesWhen'), ...of('conditions')];
}

type PlaceOf = (index: number) => ReturnType<PackPlaces['lexicon']>;

function twice(words: readonly string[], place: PlaceOf): readonly Problem[] {
  return words.flatMap((word, at) =>
    words.indexOf(word) < at ? [problem('lint-word-twice', { word }, place(at))] : [],
  );
}

/** Words that hold another one of the list: wherever they stand, the shorter one is found as well. */
function pointless(words: readonly string[], byScan: boolean, place: PlaceOf): readonly Problem[] {
  // In the program's own lexicons `…` and `|` stand for other characters, so what holds what can't be told from the words.
  const plain = (word: string): boolean => !byScan || !/[…|]/.test(word);
  return words.flatMap((word, at) => {
    // A refusal of one character counts only as the whole text.
    const shorter = words.find(
      (other) => other !== word && (!byScan || other.length > 1) && plain(other) && word.includes(other),
    );
    return shorter !== undefined && plain(word) ? [problem('lint-word-pointless', { word, shorter }, place(at))] : [];
  });
}

/** A word that stands in two suggestions for one field is only ever found for the first of them. */
function suggestionWarnings(suggestions: readonly Suggestion[], places: PackPlaces): readonly Problem[] {
  const owner = new Map<string, string>();
  const warnings: Problem[] = [];
  for (const { name, fields, words } of suggestions) {
    for (const word of words) {
      const first = fields.map((field) => owner.get(`${field}\n${word}`)).find((one) => one !== undefined);
      if (first === name) warnings.push(problem('lint-word-twice', { word }, places.suggestion(name, 'words', word)));
      else if (first !== undefined)
        warnings.push(problem('lint-word-shadowed', { word, other: first }, places.suggestion(name, 'words', word)));
      for (const field of fields) if (!owner.has(`${field}\n${word}`)) owner.set(`${field}\n${word}`, name);
    }
  }
  return warnings;
}
