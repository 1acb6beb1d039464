type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

export interface Mutation {
  readonly what: string;
  readonly text: string;
}

const REPLACEMENTS: readonly Value[] = [null, true, 1, -1.5, '', '甲', [], {}];

/**
 * A JSON file changed in one place: a key renamed, added or dropped, a value replaced by one of every kind. Places of
 * the same form (the fourth rule's title, the fifth's) are changed once.
 */
export function* mutationsOf(text: string): Generator<Mutation> {
  let whole = JSON.parse(text) as Value;
  const seen = new Set<string>();
  const print = (): string => JSON.stringify(whole);

  function* visit(at: Value, path: string, replace: (value: Value) => void): Generator<Mutation> {
    // The kinds of examples hold the same facts.
    const form = path.replace(/\.(?:flagged|clean|cannotJudge|notApplicable)\[\]/, '.example[]');
    const known = seen.has(form);
    seen.add(form);
    if (!known) {
      for (const value of REPLACEMENTS) {
        replace(value);
        yield { what: `${form} = ${JSON.stringify(value)}`, text: print() };
      }
      replace(at);
    }
    if (Array.isArray(at)) {
      for (const [index, item] of at.entries())
        yield* visit(item, `${form}[]`, (value) => {
          at[index] = value;
        });
    } else if (typeof at === 'object' && at !== null) {
      if (!known) {
        at['unheardOf'] = 1;
        yield { what: `${form} with a key more`, text: print() };
        delete at['unheardOf'];
      }
      for (const [key, value] of Object.entries(at)) {
        const below = `${form}.${/^[0-9]{4}/.test(key) ? '*' : key}`;
        if (!seen.has(below)) {
          delete at[key];
          yield { what: `${below} dropped`, text: print() };
          at[`${key}Qq`] = value;
          yield { what: `${below} renamed`, text: print() };
          delete at[`${key}Qq`];
          at[key] = value;
        }
        yield* visit(value, below, (other) => {
          at[key] = other;
        });
      }
    }
  }

  yield* visit(whole, '$', (value) => {
    whole = value;
  });
}
