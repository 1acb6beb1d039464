import * as React from 'react';
import { parseIso } from '../../src/core/dates/civil';
import { machineDay } from '../start/clock';
import { FirstCheck } from '../start/FirstCheck';
import { openInto, rootElement } from '../start/open';
import { openWorkbench } from './openWorkbench';
import { SURROUNDINGS, startWorker } from './surroundings';

openInto(
  rootElement(),
  () => openWorkbench(startWorker(), SURROUNDINGS),
  ({ checker, sample }) => (
    <FirstCheck checker={checker} today={() => parseIso(sample.today) ?? machineDay()} orders={null} />
  ),
);
