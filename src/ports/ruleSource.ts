import type { Result } from '../core/problem';

/** Where a rule pack's files come from: a folder, a page's own assets, a sheet. Reading interprets nothing. */
export interface RuleSource {
  /** Every JSON file by its path inside the pack, with forward slashes (`lexicon/vague-limits.json`). */
  read(): Promise<Result<ReadonlyMap<string, Uint8Array>>>;
}
