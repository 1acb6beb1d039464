import type { Channel } from '../../../src/ports/channel';

interface MessageTarget {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(kind: 'message', listener: (event: MessageEvent) => void): void;
}

const posting = (target: MessageTarget): Pick<Channel, 'post' | 'onMessage'> => ({
  post: (message, transfer) => target.postMessage(message, [...transfer]),
  onMessage: (listener) => target.addEventListener('message', (event) => listener(event.data)),
});

/** The page's end of a worker. An exception that nothing caught over there, or a script that did not load, loses it. */
export function workerChannel(worker: Worker): Channel {
  return {
    ...posting(worker),
    onLost(listener) {
      worker.addEventListener('error', (event) => listener(event.message || 'worker did not start'));
      worker.addEventListener('messageerror', () => listener('messageerror'));
    },
    close: () => worker.terminate(),
  };
}

/** The worker's own end. A page that is gone takes its workers with it, so nobody is left to be told. */
export function scopeChannel(scope: DedicatedWorkerScope): Channel {
  return { ...posting(scope), onLost: () => undefined, close: () => scope.close() };
}

/** What we use of a dedicated worker's global scope; the DOM types know it only in a library of their own. */
export interface DedicatedWorkerScope extends MessageTarget {
  close(): void;
}

/** One end of a MessageChannel. */
export function portChannel(port: MessagePort): Channel {
  port.start();
  return {
    ...posting(port),
    onLost: (listener) => port.addEventListener('messageerror', () => listener('messageerror')),
    close: () => port.close(),
  };
}
