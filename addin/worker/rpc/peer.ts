import type { Problem } from '../../../src/core/problem';
import { problem } from '../../../src/core/problem';
import type { Channel } from '../../../src/ports/channel';
import { createCaller } from './caller';
import { isMessage } from './messages';
import { createServer } from './server';
import type { Remote, ServiceShape } from './shape';

/** One of two threads that call each other. Either side serves what it holds and calls what the other holds. */
export interface Peer {
  /** Answers the other side's calls; a name that is served again is served by the newer one. */
  serve<T extends object>(name: string, shape: ServiceShape<T>, implementation: Remote<T>): void;
  /**
   * What the other side serves under a name. A failure of the line, or an exception over there, is the problem
   * `worker-failed`: as a value where the method gives a `Result`, else thrown as `RemoteFailure`. `Cancelled` stays
   * `Cancelled`.
   */
  remote<T extends object>(name: string, shape: ServiceShape<T>): Remote<T>;
  close(): void;
}

/** @param breathe lets other work of this thread have its turn; handed to what is served as part of its pace */
export function createPeer(channel: Channel, breathe: () => Promise<void>): Peer {
  const caller = createCaller(channel);
  const server = createServer(channel, breathe);
  channel.onMessage((message) => {
    if (!isMessage(message)) return;
    if (message.kind === 'call' || message.kind === 'piece' || message.kind === 'cancel') server.take(message);
    else caller.take(message);
  });
  channel.onLost((detail) => caller.lose(workerFailed(detail)));
  return {
    serve: (name, shape, implementation) => server.serve(name, shape, implementation),
    remote: (name, shape) => caller.remote(name, shape),
    close() {
      channel.close();
      caller.lose(workerFailed('closed'));
    },
  };
}

/** What is said where the other thread died, threw, or could not be reached; `detail` is the runtime's own words. */
export const workerFailed = (detail: string): Problem => problem('worker-failed', { detail });
