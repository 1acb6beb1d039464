import { ApiLevel, type ApiTable } from './engine/apiSets';
import { Engine } from './engine/engine';
import {
  activityLimitReached,
  cellEditMode,
  HostError,
  requestTooLarge,
  responseTooLarge,
  type RequestError,
} from './engine/errors';
import { OBJECT_MODEL_EVENT, PathType, type Action, type RequestBody, type WireEvent } from './engine/protocol';
import { buildRoot, SERVICES } from './excel/root';
import { EventBoard } from './excel/events';
import { rangesOf } from './excel/rangeState';
import { DEFAULT_LIMITS, type Limits } from './limits';
import type { Book } from './model/book';
import { describeBook, openBook, type BookDescription } from './model/description';
import { shiftRect } from './model/shift';

export interface HostOptions {
  readonly workbook: BookDescription;
  readonly limits?: Partial<Limits>;
  /** The ExcelApi version it claims to have and answers for; default 1.14 (Office LTSC 2021). */
  readonly requirementSet?: string;
  readonly locale?: string;
  /** How long a sync takes on the way, in milliseconds. */
  readonly latency?: number;
  readonly readOnly?: boolean;
}

/** A failure ordered for one action (or, with `action: 'request'`, for a whole request). */
export interface OrderedFailure {
  /** Which sync from now on, the next being 1; absent: every sync. */
  readonly sync?: number;
  /** Index of the action within the sync, or the whole request, before anything runs. */
  readonly action: number | 'request';
  readonly code?: string;
  readonly message?: string;
  readonly error?: RequestError;
}

export interface SyncRecord {
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** Excel's code where it failed. */
  readonly failed: string | null;
}

/** So many turns without anything under way are taken for quiet. */
const QUIET_TURNS = 8;

/** The emulated Excel: a workbook, the engine over it, its limits, events and counters. Transports sit on top. */
export class ExcelHost {
  readonly book: Book;
  readonly engine: Engine;
  readonly requirementSet: string;
  readonly locale: string;
  readonly readOnly: boolean;
  latency: number;
  /** As if the user were typing in a cell: no request reaches the workbook. */
  editingCell = false;
  /** Where events go; a transport sets it. */
  deliver: (events: readonly WireEvent[]) => void = () => undefined;
  private syncs: SyncRecord[] = [];
  private failures: { order: OrderedFailure; from: number }[] = [];
  private pending = 0;
  private eventsOnTheWay = 0;
  private issuedEvents = 0;
  private running = false;

  constructor(options: HostOptions, apiTable: ApiTable) {
    this.requirementSet = options.requirementSet ?? '1.14';
    this.locale = options.locale ?? 'zh-CN';
    this.latency = options.latency ?? 0;
    this.readOnly = options.readOnly ?? false;
    this.book = openBook(options.workbook, { ...DEFAULT_LIMITS, ...options.limits });
    const events = new EventBoard(
      this.book,
      (type, target, message) => this.post(type, target, message),
      () => this.running,
    );
    this.engine = new Engine({
      root: buildRoot(this.book, events),
      services: SERVICES,
      api: new ApiLevel(apiTable, this.requirementSet),
      switches: () => this.book.limits,
      beforeAction: (action, at) => this.failIfOrdered(action, at),
    });
    this.book.listeners.push({
      shifted: (sheet, shift) => {
        if (!this.book.limits.liveReferences) return;
        const held = new Set([...this.engine.held()].flatMap((object) => rangesOf(object.state)));
        for (const range of held)
          if (range.sheet === sheet && range.current) range.current = shiftRect(range.current, shift);
      },
    });
  }

  /** Changes limits while it runs. */
  setLimits(limits: Partial<Limits>): void {
    this.book.limits = { ...this.book.limits, ...limits };
  }

  /** Makes an action fail; what ran before it stays done. */
  failAt(order: OrderedFailure): void {
    this.failures.push({ order, from: this.syncs.length + this.pending });
  }
  clearFailures(): void {
    this.failures = [];
  }

  /** What has gone over the wire since the counters were reset. */
  get counters(): {
    readonly syncs: number;
    readonly actions: number;
    readonly requestBytes: number;
    readonly responseBytes: number;
    readonly largest: number;
    readonly records: readonly SyncRecord[];
  } {
    const sum = (pick: (record: SyncRecord) => number): number => this.syncs.reduce((n, record) => n + pick(record), 0);
    return {
      syncs: this.syncs.length,
      actions: sum((record) => record.actions),
      requestBytes: sum((record) => record.requestBytes),
      responseBytes: sum((record) => record.responseBytes),
      largest: Math.max(0, ...this.syncs.flatMap((record) => [record.requestBytes, record.responseBytes])),
      records: [...this.syncs],
    };
  }
  resetCounters(): void {
    for (const failure of this.failures) failure.from -= this.syncs.length;
    this.syncs = [];
  }

  /** Resolves when nothing is under way: no request, no event, and nothing that an event made the add-in ask for. */
  async quiet(): Promise<void> {
    for (let still = 0; still < QUIET_TURNS; still++) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (this.pending > 0 || this.eventsOnTheWay > 0) still = -1;
    }
  }

  /** The whole workbook as plain data: to compare with what it was, cell by cell. */
  describe(): BookDescription {
    return describeBook(this.book);
  }

  /** Answers one request body; a `RequestError` is the failure of the whole request. */
  async process(body: string): Promise<string> {
    const { limits } = this.book;
    if (this.pending >= limits.pendingRequests) throw activityLimitReached();
    this.pending += 1;
    try {
      await new Promise((resolve) => setTimeout(resolve, this.latency));
      const requestBytes = byteLength(body);
      const request = JSON.parse(body) as RequestBody;
      const record = (responseBytes: number, failed: string | null): void => {
        this.syncs.push({ actions: request.Actions.length, requestBytes, responseBytes, failed });
      };
      const refused = this.refusal(request, requestBytes);
      if (refused) {
        record(0, refused.richApiCode);
        throw refused;
      }
      const restore = limits.noRollback ? null : this.book.capture();
      this.running = true;
      const response = this.engine.execute(request);
      this.running = false;
      if (response.Error) restore?.();
      const answer = JSON.stringify(response);
      const responseBytes = byteLength(answer);
      const tooLarge = responseBytes > limits.responseBytes ? responseTooLarge() : null;
      record(responseBytes, tooLarge?.richApiCode ?? response.Error?.Code ?? null);
      if (tooLarge) throw tooLarge;
      return answer;
    } finally {
      this.running = false;
      this.pending -= 1;
    }
  }

  private refusal(request: RequestBody, requestBytes: number): RequestError | null {
    const { limits } = this.book;
    if (requestBytes > limits.requestBytes) return requestTooLarge();
    const onWorkbook = Object.values(request.ObjectPaths).some(
      (path) => path.ObjectPathType === PathType.root || path.ObjectPathType === PathType.reference,
    );
    if (this.editingCell && limits.cellEditMode && onWorkbook) return cellEditMode();
    const ordered = this.failures.find(({ order, from }) => order.action === 'request' && this.isDue(order, from));
    return ordered ? (ordered.order.error ?? activityLimitReached()) : null;
  }

  private failIfOrdered(action: Action, index: number): void {
    for (const { order, from } of this.failures) {
      if (order.action !== index || !this.isDue(order, from)) continue;
      const what = `the failure ordered at action ${index} (${action.Name})`;
      throw new HostError(order.code ?? 'GeneralException', order.message ?? what, 500);
    }
  }

  private isDue(order: OrderedFailure, from: number): boolean {
    return order.sync === undefined || this.syncs.length - from + 1 === order.sync;
  }

  private post(type: number, target: string, message: object): void {
    this.issuedEvents += 1;
    const event: WireEvent = [OBJECT_MODEL_EVENT, type, target, JSON.stringify(message), this.issuedEvents, false];
    // Events come after the answer to the request that caused them.
    this.eventsOnTheWay += 1;
    setTimeout(() => {
      this.eventsOnTheWay -= 1;
      this.deliver([event]);
    }, this.latency);
  }
}

/** Bytes of UTF-8, which is what travels: a Chinese character is three. */
function byteLength(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
