import { problem, type Problem, type Result } from '../../../src/core/problem';
import type { FindingQuery, Overview } from '../../../src/ports/checker';
import type { CellsChanged } from '../../../src/ports/liveWorkbook';
import type { RibbonOrder } from '../../../src/ports/ribbonOrders';
import { PANE_WORDS } from '../../../src/text/zh-CN/pane/shell';
import type { PaneParts } from '../paneParts';
import { mergeChange } from './changes';
import { EVERY_FINDING, FIRST_STATE, type Busy, type Notice, type PaneState, type ViewId } from './paneState';
import { toSave } from './toSave';

/**
 * What the pane does, apart from how it looks: it checks, follows edits and the selection, and carries out what views
 * ask for, one thing at a time. Views read `state` and are told when it changes.
 */
export class PaneSession {
  private current: PaneState = FIRST_STATE;
  private readonly listeners = new Set<() => void>();
  private waiting: readonly CellsChanged[] = [];
  private stops: (() => unknown)[] = [];
  private abort: AbortController | null = null;

  constructor(readonly parts: PaneParts) {}

  get state(): PaneState {
    return this.current;
  }

  /** Tells of every change of state; stops when the answer is called. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Starts listening to the workbook and the ribbon; the answer stops both. */
  open(): () => void {
    const { events, orders, capabilities } = this.parts;
    if (orders) this.stops.push(orders.onOrder((order) => this.obey(order)));
    void this.listen(events.onSelection((selected) => this.set({ selected })));
    if (capabilities.changes) void this.listen(events.onChange((change) => this.follow(change)));
    else this.set({ notFollowed: [] });
    return () => this.stops.splice(0).forEach((stop) => void stop());
  }

  show(view: ViewId): void {
    this.set({ view });
  }

  /** Opens 问题 with these filters and no others; grouped as it was. */
  showFindings(filters: Partial<FindingQuery>): void {
    this.set({ view: 'findings', query: { ...EVERY_FINDING, group: this.current.query.group, ...filters } });
  }

  /** Changes what 问题 shows, in part. */
  refine(change: Partial<FindingQuery>): void {
    this.set({ query: { ...this.current.query, ...change } });
  }

  dismiss(notice: Notice): void {
    this.set({ notices: this.current.notices.filter((one) => one !== notice) });
  }

  say(...notices: readonly Notice[]): void {
    this.set({ notices });
  }

  choose(chosen: Pick<PaneState, 'sheet' | 'day'>): void {
    this.set(chosen);
  }

  /** Reads and checks the ledger; one that is under way goes on alone. */
  async check(): Promise<void> {
    if (this.current.busy) return;
    const { checker, today } = this.parts;
    const { sheet, day } = this.current;
    const abort = (this.abort = new AbortController());
    this.waiting = [];
    const checked = await this.busily({ what: 'check', progress: null, canCancel: true }, () =>
      checker.check(
        { sheet, today: day ?? today() },
        (progress) => this.progress({ what: 'check', progress, canCancel: true }),
        abort.signal,
      ),
    );
    this.abort = null;
    if (checked.ok) this.set({ overview: checked.value });
    void this.followWaiting();
  }

  cancel(): void {
    this.abort?.abort();
  }

  /**
   * Carries out something that changes the workbook or the check, and says what came of it. Null where other work is
   * under way, or where it failed; what stood in the way is said then.
   */
  async carryOut<T>(what: Busy['what'], work: (told: (busy: Busy) => void) => Promise<Result<T>>): Promise<T | null> {
    if (this.current.busy) {
      this.set({ notices: [{ kind: 'note', text: PANE_WORDS.waitForOther }] });
      return null;
    }
    const done = await this.busily({ what, progress: null, canCancel: false }, () =>
      work((busy) => this.progress(busy)),
    );
    void this.followWaiting();
    return done.ok ? done.value : null;
  }

  /** The same for what checks again: its overview is shown from then on. */
  async carryOutCheck(work: () => Promise<Result<Overview>>): Promise<Overview | null> {
    const overview = await this.carryOut('keep', work);
    if (overview) this.set({ overview });
    return overview;
  }

  /** Takes the user to a cell; of the ledger's sheet unless another is named. */
  async goTo(cell: string, sheet: string | null = null): Promise<void> {
    const at = sheet ?? this.current.overview?.sheet;
    if (at === undefined) return;
    const gone = await this.parts.events.select(at, cell);
    if (!gone.ok) this.set({ notices: [{ kind: 'failed', problems: gone.problems }] });
  }

  private obey(order: RibbonOrder): void {
    if (order === 'check') void this.check();
    else void this.clear();
  }

  /** Takes away everything of ours from the workbook. */
  async clear(): Promise<void> {
    const cleared = await this.carryOut('clear', () => this.parts.checker.clear());
    if (!cleared) return;
    const { columns, sheets, marks, lists } = cleared;
    this.say({ kind: 'done', text: PANE_WORDS.cleared({ columns, sheets, marks, lists }) + toSave(this.parts) });
  }

  private async listen(started: Promise<Result<() => Promise<void>>>): Promise<void> {
    const listening = await started;
    if (listening.ok) this.stops.push(listening.value);
    else this.set({ notFollowed: listening.problems });
  }

  private follow(change: CellsChanged): void {
    // Before the first check there is nothing to bring up to date; while it reads, it may have passed the cell already.
    if (this.current.overview === null && this.current.busy?.what !== 'check') return;
    this.waiting = mergeChange(this.waiting, change);
    void this.followWaiting();
  }

  /** Checks again what edits may have changed, in their order; those that come meanwhile are taken together. */
  private async followWaiting(): Promise<void> {
    if (this.current.following || this.current.busy) return;
    while (this.waiting.length > 0) {
      const [change, ...others] = this.waiting;
      this.waiting = others;
      if (change === undefined || this.current.overview === null) continue;
      this.set({ following: true });
      const checked = await this.try(() => this.parts.checker.recheck(change));
      this.set({ following: false });
      if (checked.ok) {
        if (checked.value) this.set({ overview: checked.value });
      } else this.set({ notices: [{ kind: 'failed', problems: checked.problems }] });
      if (this.current.busy) return;
    }
  }

  private async busily<T>(busy: Busy, work: () => Promise<Result<T>>): Promise<Result<T>> {
    this.set({ busy, notices: [] });
    const done = await this.try(work);
    this.set({ busy: null });
    if (!done.ok) {
      const cancelled = done.problems.every(({ code }) => code === 'cancelled');
      this.set({
        notices: [
          cancelled ? { kind: 'note', text: PANE_WORDS.cancelled } : { kind: 'failed', problems: done.problems },
        ],
      });
    }
    return done;
  }

  private progress(busy: Busy): void {
    if (this.current.busy) this.set({ busy });
  }

  /** What throws (a worker that died, a slip of ours) is a problem like any other. */
  private async try<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    try {
      return await work();
    } catch (error) {
      return { ok: false, problems: [problemOf(error)] };
    }
  }

  private set(change: Partial<PaneState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of [...this.listeners]) listener();
  }
}

/** What was thrown, as a problem that can be said. */
export const problemOf = (error: unknown): Problem => {
  if (typeof error === 'object' && error !== null && 'problem' in error) return error.problem as Problem;
  return problem('worker-failed', { detail: error instanceof Error ? error.message : String(error) });
};
