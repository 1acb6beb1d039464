import * as React from 'react';
import { ok } from '../../src/core/problem';
import { createRibbon } from '../commands/ribbon';
import { Pane } from '../pane/Pane';
import { openInto, rootElement } from '../start/open';
import { openPane } from './openPane';

void Office.onReady(({ host }) => {
  // Somebody opened the pane's address in a browser: the workbench is what works there.
  if (host !== Office.HostType.Excel) {
    location.replace('index.html');
    return;
  }
  const { requirements } = Office.context;
  const shared = requirements.isSetSupported('SharedRuntime', '1.1');
  const orders = createRibbon({
    actions: Office.actions,
    showPane: shared ? () => Office.addin.showAsTaskpane() : null,
  });
  openInto(
    rootElement(),
    async () => {
      const opened = await openPane(Office, Excel);
      return opened.ok ? ok({ ...opened.value, orders }) : opened;
    },
    (parts) => <Pane parts={parts} />,
  );
});
