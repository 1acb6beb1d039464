import * as React from 'react';
import { openInto, rootElement } from '../start/open';
import { openWorkbench } from './openWorkbench';
import { WorkbenchPage } from './page/WorkbenchPage';
import { SURROUNDINGS, startWorker } from './surroundings';

openInto(
  rootElement(),
  () => openWorkbench(startWorker(), SURROUNDINGS),
  (workbench) => <WorkbenchPage workbench={workbench} />,
);
