/** The listing file itself: every other path is told by it. */
export const PACK_PATH = 'pack.json';

/** Largest file of a pack, in bytes; it is not even looked into beyond. */
export const LARGEST_FILE = 1024 * 1024;

/** Below the pack's folder, with forward slashes, a JSON file, and neither pack.json itself nor a schema. */
export const isOwnPath = (path: string): boolean =>
  /^(?:[^/\\:]+\/)*[^/\\:]+\.json$/.test(path) &&
  !path.split('/').includes('..') &&
  !path.split('/').includes('.') &&
  path !== PACK_PATH &&
  !path.startsWith('schema/');
