import { openXlsx } from '../../src/hosts/xlsx/xlsxWorkbook';
import { SPEECH } from '../../src/text/zh-CN/speech';
import { copiesOf } from './copies';
import { createBreathe } from './rpc/breathe';
import { scopeChannel, type DedicatedWorkerScope } from './rpc/channels';
import { createPeer } from './rpc/peer';
import { REPORTING } from './reporting';
import { serveWorkbenchDesk } from './workbenchDesk';

const breathe = createBreathe();
const peer = createPeer(scopeChannel(self as unknown as DedicatedWorkerScope), breathe);
serveWorkbenchDesk(peer, openXlsx, SPEECH, { ...REPORTING, copiesOf }, breathe);
