/**
 * Lets whatever waits in this thread have its turn: events, messages, painting. By a message to oneself, since timers
 * are held back by milliseconds when they follow one another.
 */
export function createBreathe(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}
