/**
 * One end of a line between two threads: what is posted at one end arrives whole, and in order, at the other. A worker,
 * its scope and a MessagePort are such ends.
 */
export interface Channel {
  /** Posts plain data; buffers in `transfer` are handed over and empty here afterwards. Throws where it can't be posted. */
  post(message: unknown, transfer: readonly ArrayBuffer[]): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Told once, with the runtime's own words, when the other end has died or could not be started. */
  onLost(listener: (detail: string) => void): void;
  close(): void;
}
