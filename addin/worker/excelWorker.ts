import { SPEECH } from '../../src/text/zh-CN/speech';
import { createBreathe } from './rpc/breathe';
import { scopeChannel, type DedicatedWorkerScope } from './rpc/channels';
import { createPeer } from './rpc/peer';
import { serveExcelDesk } from './excelDesk';
import { REPORTING } from './reporting';

const breathe = createBreathe();
serveExcelDesk(createPeer(scopeChannel(self as unknown as DedicatedWorkerScope), breathe), SPEECH, REPORTING, breathe);
