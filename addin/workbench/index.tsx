import * as React from 'react';
import { parseIso, type CivilDay } from '../../src/core/dates/civil';
import { ok } from '../../src/core/problem';
import type { WorkbookEvents } from '../../src/ports/liveWorkbook';
import type { PaneParts } from '../pane/paneParts';
import { machineDay } from '../start/clock';
import { Pane } from '../pane/Pane';
import { openInto, rootElement } from '../start/open';
import { openWorkbench } from './openWorkbench';
import { SURROUNDINGS, startWorker } from './surroundings';

const silent = (): Promise<void> => Promise.resolve();
const DEAF: WorkbookEvents = {
  select: () => Promise.resolve(ok(undefined)),
  onSelection: () => Promise.resolve(ok(silent)),
  onChange: () => Promise.resolve(ok(silent)),
};

openInto(
  rootElement(),
  async () => {
    const opened = await openWorkbench(startWorker(), SURROUNDINGS);
    if (!opened.ok) return opened;
    const { checker, opened: file, sample, pack } = opened.value;
    const today = (): CivilDay => parseIso(sample.today) ?? machineDay();
    return ok<PaneParts>({
      checker,
      events: DEAF,
      orders: null,
      file: file.name,
      capabilities: file.capabilities,
      pack,
      today,
      host: 'workbench',
    });
  },
  (parts) => <Pane parts={parts} />,
);
