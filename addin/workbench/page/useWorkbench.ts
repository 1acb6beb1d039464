import * as React from 'react';
import { parseIso } from '../../../src/core/dates/civil';
import { problem, type Problem, type Result } from '../../../src/core/problem';
import { WORKBENCH_WORDS } from '../../../src/text/zh-CN/pane/workbench';
import { machineDay } from '../../start/clock';
import { copyName, saveFile } from '../book/saveFile';
import type { Workbench } from '../openWorkbench';
import { bytesOf, takeFiles, type Dropped } from '../rules/dropped';
import { startSession, type Rules, type Session } from './session';

/** What the page shows beside grid and pane. */
export interface Told {
  /** What was done last, or is being done. */
  readonly status: string;
  readonly problems: readonly Problem[];
  /** A file that waits for the answer what is to become of unsaved changes. */
  readonly asking: File | null;
  readonly isRulesOpen: boolean;
  readonly refused: readonly Problem[];
}

const QUIET: Told = { status: '', problems: [], asking: null, isRulesOpen: false, refused: [] };

export interface WorkbenchActions {
  readonly take: (dropped: Dropped) => void;
  /** Opens files chosen by a button. */
  readonly open: (files: readonly File[]) => void;
  readonly answer: (what: 'save' | 'drop' | 'stay') => void;
  readonly save: (isElsewhere: boolean) => void;
  readonly backToRules: () => void;
  readonly showRules: (isOpen: boolean) => void;
  readonly note: (text: string) => void;
  readonly tellEdit: (result: Result<void>) => void;
  readonly dismiss: () => void;
}

/** What a person does with files and rules, and what comes of it. */
export function useWorkbench(workbench: Workbench): {
  readonly session: Session;
  readonly rules: Rules;
  readonly told: Told;
  readonly actions: WorkbenchActions;
} {
  const { file, checker, opened, sample } = workbench;
  const [session, setSession] = React.useState(() =>
    startSession({ file, checker, opened, pack: workbench.pack, today: () => parseIso(sample.today) ?? machineDay() }),
  );
  const [rules, setRules] = React.useState<Rules>({ pack: workbench.pack, isTried: false });
  const [told, setTold] = React.useState<Told>(QUIET);
  const tell = (change: Partial<Told>): void => setTold((before) => ({ ...before, ...change }));

  /** What throws is a problem like any other: a worker that died, a disk that was taken out. */
  const attempt = (work: () => Promise<void>): void => {
    work().catch((error: unknown) => {
      const detail = error instanceof Error ? error.message : String(error);
      tell({ status: '', problems: [problem('worker-failed', { detail })] });
    });
  };

  const openNow = async (chosen: File): Promise<void> => {
    tell({ status: WORKBENCH_WORDS.opening(chosen.name), problems: [], asking: null });
    const bytes = await bytesOf(chosen);
    if (!bytes) return tell({ status: '', problems: [problem('file-not-readable-here', { file: chosen.name })] });
    await session.book.leave();
    const next = await file.open(chosen.name, bytes);
    if (!next.ok) {
      session.book.stay();
      return tell({ status: '', problems: next.problems });
    }
    const started = startSession({ file, checker, opened: next.value, pack: rules.pack, today: machineDay });
    started.orders.check();
    setSession(started);
    tell({ status: WORKBENCH_WORDS.opened(chosen.name) });
  };

  const saveNow = async (isElsewhere: boolean): Promise<boolean> => {
    const { book } = session;
    tell({ status: WORKBENCH_WORDS.saving, problems: [] });
    let change = book.changes;
    const saved = await saveFile(copyName(book.opened.name), isElsewhere ? null : session.place, async () => {
      // What was typed last may still be on its way to the file.
      await book.settled();
      change = book.changes;
      return file.bytes();
    });
    if (!saved.ok) tell({ status: '', problems: saved.problems });
    else if (!saved.value) tell({ status: '' });
    else {
      const { name, place } = saved.value;
      session.place = place;
      book.markSaved(change);
      tell({ status: place ? WORKBENCH_WORDS.saved(name) : WORKBENCH_WORDS.downloaded(name) });
      return true;
    }
    return false;
  };

  const tryRules = async (
    read: () => Promise<Result<ReadonlyMap<string, Uint8Array>>>,
    isTried: boolean,
  ): Promise<void> => {
    tell({ status: WORKBENCH_WORDS.rulesReading, refused: [], problems: [], isRulesOpen: true });
    const files = await read();
    const used = files.ok ? await checker.useRules(files.value) : files;
    if (!used.ok) return tell({ status: '', refused: used.problems });
    const { title, version, rules: count } = used.value;
    setRules({ pack: used.value, isTried });
    tell({ status: WORKBENCH_WORDS.rulesChanged(title, version, count) });
    session.orders.check();
  };

  const take = (dropped: Dropped): void => {
    if (dropped.kind === 'pack') attempt(() => tryRules(dropped.read, true));
    else if (dropped.kind === 'workbook' && !session.book.isSaved) tell({ asking: dropped.file, problems: [] });
    else if (dropped.kind === 'workbook') attempt(() => openNow(dropped.file));
  };
  const actions: WorkbenchActions = {
    take,
    open: (files) => take(takeFiles(files)),
    answer: (what) => {
      const { asking } = told;
      tell({ asking: null });
      if (!asking || what === 'stay') return;
      attempt(async () => {
        if (what === 'drop' || (await saveNow(false))) await openNow(asking);
      });
    },
    save: (isElsewhere) => attempt(async () => void (await saveNow(isElsewhere))),
    backToRules: () => attempt(() => tryRules(() => Promise.resolve({ ok: true, value: workbench.rules }), false)),
    showRules: (isRulesOpen) => tell({ isRulesOpen, refused: [] }),
    note: (status) => tell({ status, problems: [] }),
    tellEdit: (result) => tell(result.ok ? { problems: [] } : { status: '', problems: result.problems }),
    dismiss: () => tell({ problems: [] }),
  };
  return { session, rules, told, actions };
}
