import { Cancelled, type Pace } from '../../../core/cancel';
import type { Batch } from '../session';

/** Bytes of one request we aim at: Excel on the web takes 5 MB, we promise 4, and ours are estimates. */
const TARGET_BYTES = 2_800_000;

/** Rough bytes of what is asked of Office.js: an action with its path; each is some hundred. */
export const ACTION_BYTES = 260;

/**
 * Gathers what is to be done and sends it off before a request grows too large. From the first thing sent on the
 * workbook is no longer as it was, which the batch remembers for whatever goes wrong later.
 */
export class Outbox {
  private bytes = 0;

  constructor(
    private readonly batch: Batch,
    private readonly pace: Pace,
  ) {}

  /** Counts what has been asked for; call `makeRoom` before the next. */
  add(bytes: number): void {
    this.bytes += bytes;
  }

  /** Sends what is waiting where `bytes` more would be too much. */
  async makeRoom(bytes: number): Promise<void> {
    if (this.bytes > 0 && this.bytes + bytes > TARGET_BYTES) await this.send();
  }

  /** Sends what is waiting; before that it may still be cancelled. */
  async send(): Promise<void> {
    this.stopIfAsked();
    this.bytes = 0;
    this.batch.stage = 'partly';
    await this.batch.sync();
    await this.pace.breathe?.();
  }

  stopIfAsked(): void {
    if (this.pace.signal?.aborted) throw new Cancelled();
  }
}
