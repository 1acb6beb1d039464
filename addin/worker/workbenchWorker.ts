import { ok } from '../../src/core/problem';
import { openXlsx } from '../../src/hosts/xlsx/xlsxWorkbook';
import { SPEECH } from '../../src/text/zh-CN/speech';
import { checkOnly } from './checkOnly';
import { createBreathe } from './rpc/breathe';
import { scopeChannel, type DedicatedWorkerScope } from './rpc/channels';
import { createPeer } from './rpc/peer';
import { serveWorkbenchDesk, type OpenLiveFile } from './workbenchDesk';

const openFile: OpenLiveFile = async (name, bytes) => {
  const opened = await openXlsx(name, bytes);
  return opened.ok ? ok(checkOnly(opened.value)) : opened;
};

const breathe = createBreathe();
const peer = createPeer(scopeChannel(self as unknown as DedicatedWorkerScope), breathe);
serveWorkbenchDesk(peer, openFile, SPEECH, breathe);
