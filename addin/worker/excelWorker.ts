import { SPEECH } from '../../src/text/zh-CN/speech';
import { createBreathe } from './rpc/breathe';
import { scopeChannel, type DedicatedWorkerScope } from './rpc/channels';
import { createPeer } from './rpc/peer';
import { serveExcelDesk } from './excelDesk';
import { REPORT_FILES } from './reportFiles';

const breathe = createBreathe();
serveExcelDesk(
  createPeer(scopeChannel(self as unknown as DedicatedWorkerScope), breathe),
  SPEECH,
  REPORT_FILES,
  breathe,
);
