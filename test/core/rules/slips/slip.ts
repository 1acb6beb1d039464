/**
 * One slip of an editor's pen in the default pack: what is found in a file is replaced. In what is put there, `⟦ ⟧`
 * stand round the token that the report must point at; they are taken out again before the pack is loaded.
 */
export interface Slip {
  readonly slip: string;
  readonly file: string;
  /** The text after which `find` is looked for, for example a rule's name. */
  readonly after?: string;
  readonly find: string;
  readonly put: string;
  /** Where the report points when it is not the edited place: the first `find` after `after` in a file. */
  readonly at?: { readonly file: string; readonly after?: string; readonly find: string };
  /** The sentence behind `file:line:column`. */
  readonly says: string;
}

/** Slips in rules most often stand in the same rule of the same file. */
export const inRule =
  (file: string, rule: string) =>
  (slip: string, find: string, put: string, says: string): Slip => ({
    slip,
    file,
    after: `"name": "${rule}"`,
    find,
    put,
    says,
  });
