import { fail, problem, type Result } from '../../../src/core/problem';
import { packFiles, type GivenFile } from './packFiles';

/** What was dropped on the page, or chosen: a workbook to open, or a rule pack to try. */
export type Dropped =
  | { readonly kind: 'workbook'; readonly file: File }
  | { readonly kind: 'pack'; readonly read: () => Promise<Result<ReadonlyMap<string, Uint8Array>>> }
  | { readonly kind: 'nothing' };

const DEEPEST_FOLDER = 5;
/** Files looked at in folders; somebody's whole disk is not read through. */
const MOST_ENTRIES = 2_000;

/** To be called while the drop is being told: afterwards a browser gives nothing away any more. */
export function takeDrop(transfer: DataTransfer): Dropped {
  const entries = [...transfer.items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []));
  const files = [...transfer.files];
  if (!entries.some(({ isDirectory }) => isDirectory)) return takeFiles(files);
  return { kind: 'pack', read: async () => packFiles(await filesBelow(entries)) };
}

/** Files chosen by a button; those of a chosen folder come with their paths. */
export function takeFiles(files: readonly File[]): Dropped {
  const [first] = files;
  if (!first) return { kind: 'nothing' };
  if (files.length === 1 && /\.zip$/i.test(first.name)) return { kind: 'pack', read: () => packInZip(first) };
  if (files.some(({ name }) => /\.json$/i.test(name)))
    return {
      kind: 'pack',
      read: () => packFiles(files.map((file) => given(file, file.webkitRelativePath || file.name))),
    };
  return { kind: 'workbook', file: first };
}

async function packInZip(file: File): Promise<Result<ReadonlyMap<string, Uint8Array>>> {
  const bytes = await bytesOf(file);
  if (!bytes) return fail(problem('file-not-readable-here', { file: file.name }));
  const { zipFiles } = await import('./zipFiles');
  const files = zipFiles(file.name, bytes);
  return files.ok ? packFiles(files.value) : files;
}

/** A file's bytes; null where it can't be read: moved, taken away, no right to. */
export async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

const given = (file: File, path: string): GivenFile => ({
  path,
  read: async (most) => new Uint8Array(await file.slice(0, most).arrayBuffer()),
});

async function filesBelow(entries: readonly FileSystemEntry[]): Promise<GivenFile[]> {
  const found: GivenFile[] = [];
  const walk = async (entry: FileSystemEntry, path: string, depth: number): Promise<void> => {
    if (found.length > MOST_ENTRIES || depth > DEEPEST_FOLDER || /^(?:\.|node_modules$)/.test(entry.name)) return;
    const inside = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isFile) found.push(given(await fileOf(entry as FileSystemFileEntry), inside));
    else for (const child of await childrenOf(entry as FileSystemDirectoryEntry)) await walk(child, inside, depth + 1);
  };
  for (const entry of entries) await walk(entry, '', 1);
  return found;
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** A folder is told a hundred entries at a time, until none is left. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
