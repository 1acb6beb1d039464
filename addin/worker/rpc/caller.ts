import { Cancelled, type CancelSignal, type Pace } from '../../../src/core/cancel';
import { fail, problem, type Problem } from '../../../src/core/problem';
import type { Channel } from '../../../src/ports/channel';
import type { Message, SentArgument } from './messages';
import { inPieces, isPieced, takeApart } from './pieces';
import { RemoteFailure } from './remoteFailure';
import type { ArgumentKind, MethodShape, Remote, ServiceShape } from './shape';
import { whenAborted } from './signals';

type Told = (...told: unknown[]) => void;

interface Pending {
  readonly answer: (value: unknown) => void;
  readonly cancel: (why: Cancelled) => void;
  readonly fail: (problem: Problem) => void;
  readonly listeners: ReadonlyMap<number, Told>;
}

export interface Caller {
  remote<T extends object>(name: string, shape: ServiceShape<T>): Remote<T>;
  take(message: Exclude<Message, { kind: 'call' | 'piece' | 'cancel' }>): void;
  /** Fails every call under way, and every later one at once. */
  lose(problem: Problem): void;
}

/** The calling half of a line. */
export function createCaller(channel: Channel): Caller {
  const pending = new Map<number, Pending>();
  let lost: Problem | null = null;
  let calls = 0;

  const call = (service: string, method: string, shape: MethodShape, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++calls;
      const listeners = new Map<number, Told>();
      const stops: (() => void)[] = [];
      const settle = <V>(how: (value: V) => void): ((value: V) => void) => {
        return (value) => {
          pending.delete(id);
          for (const stop of stops) stop();
          how(value);
        };
      };
      const failing = settle((one: Problem) =>
        shape.gives === 'result' ? resolve(fail(one)) : reject(new RemoteFailure(one)),
      );
      if (lost) {
        failing(lost);
        return;
      }
      pending.set(id, {
        answer: settle(resolve),
        cancel: settle(reject),
        fail: failing,
        listeners,
      });
      const watch = (signal: CancelSignal): void => {
        stops.push(whenAborted(signal, () => channel.post({ kind: 'cancel', call: id }, [])));
      };
      try {
        const sent = args.map((value, at) => send(channel, id, at, shape.takes[at] ?? 'data', value, listeners));
        channel.post({ kind: 'call', call: id, service, method, args: sent }, []);
        args.forEach((value, at) => {
          const signal = signalOf(shape.takes[at] ?? 'data', value);
          if (signal && !signal.aborted) watch(signal);
        });
      } catch (error) {
        failing(problem('worker-failed', { detail: String(error) }));
      }
    });

  return {
    remote<T extends object>(name: string, shape: ServiceShape<T>) {
      const methods = Object.entries<MethodShape>(shape).map(([method, one]) => [
        method,
        (...args: unknown[]) => call(name, method, one, args),
      ]);
      return Object.fromEntries(methods) as Remote<T>;
    },
    take(message) {
      const one = pending.get(message.call);
      // A late word of a call that was lost meanwhile.
      if (!one) return;
      if (message.kind === 'answer') one.answer(message.value);
      else if (message.kind === 'cancelled') one.cancel(new Cancelled());
      else if (message.kind === 'failed') one.fail(message.problem);
      else one.listeners.get(message.argument)?.(...message.told);
    },
    lose(why) {
      lost ??= why;
      for (const one of [...pending.values()]) one.fail(why);
    },
  };
}

function send(
  channel: Channel,
  call: number,
  argument: number,
  kind: ArgumentKind,
  value: unknown,
  listeners: Map<number, Told>,
): SentArgument {
  if (value === undefined) return { as: 'absent' };
  if (isPieced(kind)) {
    const { frame, lists } = takeApart(kind, value);
    lists.forEach((items, list) => {
      for (const piece of inPieces(items)) channel.post({ kind: 'piece', call, argument, list, items: piece }, []);
    });
    return { as: 'pieced', kind, frame, lists: lists.length };
  }
  switch (kind) {
    case 'data':
      return { as: 'data', value };
    case 'progress':
      listeners.set(argument, value as Told);
      return { as: 'progress' };
    case 'signal':
      return { as: 'signal', aborted: (value as CancelSignal).aborted };
    case 'pace': {
      const pace = value as Pace;
      if (pace.onProgress) listeners.set(argument, pace.onProgress as Told);
      return {
        as: 'pace',
        signal: pace.signal ? { aborted: pace.signal.aborted } : null,
        progress: pace.onProgress !== undefined,
      };
    }
  }
}

function signalOf(kind: ArgumentKind, value: unknown): CancelSignal | null {
  if (value === undefined) return null;
  if (kind === 'signal') return value as CancelSignal;
  return kind === 'pace' ? ((value as Pace).signal ?? null) : null;
}
