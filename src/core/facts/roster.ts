import type { CivilDay } from '../dates/civil';
import { editDistance } from '../nearest';
import type { Person, RulePack } from '../rules/pack';

/** Words that name no unit in particular (相关股室, 待定 …): a lexicon of the pack. */
export const VAGUE_UNITS = 'vague-units';

/** The bureau's units and people, made ready for looking names up. */
export interface Roster {
  readonly hasUnits: boolean;
  readonly hasPeople: boolean;
  /** The roster's own name of a unit written under any of its names; null where it is not on the roster. */
  unit(written: string): string | null;
  /** Whether a name is one of those that mean no unit in particular. */
  isVague(written: string): boolean;
  /** The unit on the roster most like the one written; null where it lists none. A person is never guessed at. */
  readonly nearestUnit: (written: string) => string | null;
  /** Whether someone of that name is on the roster, in office or not. */
  knows(person: string): boolean;
  /** Whether someone of that name holds office on a day; `openStart`: whenever the term began. */
  inOffice(name: string, on: CivilDay, openStart: boolean): boolean;
}

const rosters = new WeakMap<RulePack, Roster>();

/** The roster of a pack, made once. */
export function rosterOf(pack: RulePack): Roster {
  const kept = rosters.get(pack);
  if (kept) return kept;
  const made = createRoster(pack);
  rosters.set(pack, made);
  return made;
}

/** Blanks and full-width forms do not tell two names apart. */
export const plainName = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '');

function createRoster(pack: RulePack): Roster {
  const { units, patterns, people } = pack.organisation;
  // A ledger names the same few units and people on every row.
  const plain = remembered(plainName);
  const byName = new Map<string, string>();
  for (const unit of units) {
    for (const name of [unit.name, ...unit.aliases])
      if (!byName.has(plainName(name))) byName.set(plainName(name), unit.name);
  }
  const byPerson = new Map<string, Person[]>();
  for (const person of people) {
    const name = plainName(person.name);
    byPerson.set(name, [...(byPerson.get(name) ?? []), person]);
  }
  const vagueWords = (pack.lexicons.get(VAGUE_UNITS)?.words ?? []).map(plainName);
  const isVague = remembered((written) => {
    const name = plain(written);
    return !byName.has(name) && vagueWords.some((word) => name.includes(word));
  });
  const unitNames = units.flatMap((unit) => [unit.name, ...unit.aliases]);
  return {
    hasUnits: units.length + patterns.length > 0,
    hasPeople: people.length > 0,
    isVague,
    unit: remembered((written) => {
      const name = plain(written);
      const listed = byName.get(name);
      if (listed !== undefined) return listed;
      const shaped = patterns.some(({ suffix }) => name.length > suffix.length && name.endsWith(suffix));
      return shaped && !isVague(written) ? name : null;
    }),
    nearestUnit: remembered((written) => mostLike(written, unitNames)),
    knows: (person) => byPerson.has(plain(person)),
    inOffice: (written, on, openStart) =>
      (byPerson.get(plain(written)) ?? []).some(
        ({ from, to }) => (openStart || from === null || from <= on) && (to === null || on <= to),
      ),
  };
}

function remembered<T extends string | boolean | null>(find: (written: string) => T): (written: string) => T {
  const kept = new Map<string, T>();
  return (written) => {
    const known = kept.get(written);
    if (known !== undefined) return known;
    const found = find(written);
    kept.set(written, found);
    return found;
  };
}

/** The choice with the smallest edit distance in proportion to length; the first of the roster among equals. */
function mostLike(written: string, choices: readonly string[]): string | null {
  const name = plainName(written).slice(0, 40);
  let best: string | null = null;
  let bestScore = Infinity;
  for (const choice of choices) {
    const plain = plainName(choice);
    const score = editDistance(name, plain) / Math.max(name.length, plain.length);
    if (score < bestScore) {
      best = choice;
      bestScore = score;
    }
  }
  return best;
}
