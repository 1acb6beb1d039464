/** Asks a long computation to stop; an AbortSignal is one. */
export interface CancelSignal {
  readonly aborted: boolean;
}

/** How a long computation lets others run and tells how far it is; each composition root brings its own. */
export interface Pace {
  readonly signal?: CancelSignal;
  /** Called between blocks of rows; a browser or CLI resolves it after other work had its turn. */
  readonly breathe?: () => Promise<void>;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Thrown (and only this) when a computation is cancelled; nothing of it is kept. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}
