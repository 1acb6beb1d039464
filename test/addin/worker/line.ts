import { portChannel } from '../../../addin/worker/rpc/channels';
import { createPeer, type Peer } from '../../../addin/worker/rpc/peer';
import type { Channel } from '../../../src/ports/channel';

/** Two peers over a real MessageChannel, as page and worker have them: everything is cloned or transferred. */
export interface Line {
  readonly page: Peer;
  readonly worker: Peer;
  /** What the page's runtime would tell when the worker died. */
  loseWorker(detail: string): void;
  /** Posts to the worker's end what no peer would. */
  postRaw(message: unknown): void;
  /** Messages that the page posted. */
  readonly posted: unknown[];
}

const open: MessagePort[] = [];

export function createLine(): Line {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const posted: unknown[] = [];
  let lose: (detail: string) => void = () => undefined;
  const end = portChannel(port1);
  const channel: Channel = {
    ...end,
    post(message, transfer) {
      end.post(message, transfer);
      posted.push(message);
    },
    onLost: (listener) => (lose = listener),
  };
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    page: createPeer(channel, turn),
    worker: createPeer(portChannel(port2), turn),
    loseWorker: (detail) => lose(detail),
    postRaw: (message) => port1.postMessage(message),
    posted,
  };
}

/** Open ports keep Node alive. */
export function closeLines(): void {
  for (const port of open.splice(0)) port.close();
}
