import type { Problem } from '../core/problem';
import type { PackFiles } from '../core/rules/loadPack';

/** One pack's files and what a person calls the folder they are in. */
export interface NamedFiles {
  readonly folder: string;
  readonly files: PackFiles;
}

/** Mistakes with the folder before the file, so that those of two packs can be told from each other. */
export const insideFolder = (problems: readonly Problem[], folder: string): readonly Problem[] =>
  problems.map((one) =>
    one.place?.file === undefined
      ? one
      : { ...one, place: { ...one.place, file: `${folder.replace(/[\\/]+$/, '')}/${one.place.file}` } },
  );
