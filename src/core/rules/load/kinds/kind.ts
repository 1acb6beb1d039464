import type { JsonNode } from '../json';
import type { Known } from '../known';
import type { Reading } from '../reading';
import type { ObjectShape } from '../shape';

/** One kind of file of a pack: what it looks like, and how it is read. */
export interface FileKind<T> {
  /** Names its schema, `schema/<id>.schema.json`. */
  readonly id: string;
  /** What such a file is, in Chinese: the schema's title. */
  readonly says: string;
  /** Where such files stand, as VS Code's globs below the pack's folder; `!` takes out again. */
  readonly files: readonly string[];
  readonly shape: ObjectShape;
  /** null where something that the pack can't do without was refused. */
  readonly read: (root: JsonNode, reading: Reading, known: Known) => T | null;
  /** Of a folder of files: what only one of them may claim, and the problem where a second one does. */
  claims?(value: T): Claim;
}

export interface Claim {
  readonly name: string;
  /** The key of the file that claims it. */
  readonly key: string;
  /** The code of the problem; it is told with the file that claimed it first. */
  readonly refused: string;
  readonly params: Readonly<Record<string, string>>;
}
