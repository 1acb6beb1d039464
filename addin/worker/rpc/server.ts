import { Cancelled, type Pace } from '../../../src/core/cancel';
import { problem, type Problem } from '../../../src/core/problem';
import type { Channel } from '../../../src/ports/channel';
import type { Message, SentArgument } from './messages';
import { putTogether } from './pieces';
import type { MethodShape, Remote, ServiceShape } from './shape';
import { buffersIn } from './transfers';

type CallMessage = Extract<Message, { kind: 'call' }>;
type Served = (...args: unknown[]) => Promise<unknown>;

interface Service {
  readonly shape: ReadonlyMap<string, MethodShape>;
  readonly implementation: object;
}

export interface Server {
  serve<T extends object>(name: string, shape: ServiceShape<T>, implementation: Remote<T>): void;
  take(message: Extract<Message, { kind: 'call' | 'piece' | 'cancel' }>): void;
}

/** The answering half of a line. Only methods that a shape lists can be called. */
export function createServer(channel: Channel, breathe: () => Promise<void>): Server {
  const services = new Map<string, Service>();
  /** Lists that came before their call: call -> argument -> list -> items. */
  const pieces = new Map<number, Map<number, unknown[][]>>();
  const signals = new Map<number, { aborted: boolean }>();

  const receive = (call: number, argument: number, sent: SentArgument): unknown => {
    const tell = (...told: unknown[]): void => channel.post({ kind: 'progress', call, argument, told }, []);
    const signal = (aborted: boolean): { readonly aborted: boolean } => {
      const one = signals.get(call) ?? { aborted: false };
      one.aborted ||= aborted;
      signals.set(call, one);
      return one;
    };
    switch (sent.as) {
      case 'absent':
        return undefined;
      case 'data':
        return sent.value;
      case 'progress':
        return tell;
      case 'signal':
        return signal(sent.aborted);
      case 'pace': {
        const pace: Pace = {
          breathe,
          ...(sent.signal && { signal: signal(sent.signal.aborted) }),
          ...(sent.progress && { onProgress: tell }),
        };
        return pace;
      }
      case 'pieced': {
        const came = pieces.get(call)?.get(argument);
        return putTogether(
          sent.kind,
          sent.frame,
          Array.from({ length: sent.lists }, (_, list) => came?.[list] ?? []),
        );
      }
    }
  };

  const answer = async ({ call, service, method, args }: CallMessage): Promise<void> => {
    try {
      const served = services.get(service);
      const shape = served?.shape.get(method);
      if (!served || !shape) throw new Error(`${service}.${method} is not served`);
      const received = args.map((sent, at) => receive(call, at, sent));
      pieces.delete(call);
      const value = await (served.implementation as Record<string, Served>)[method]!(...received);
      channel.post({ kind: 'answer', call, value }, shape.transfers ? buffersIn(value) : []);
    } catch (error) {
      channel.post(
        error instanceof Cancelled ? { kind: 'cancelled', call } : { kind: 'failed', call, problem: asProblem(error) },
        [],
      );
    } finally {
      pieces.delete(call);
      signals.delete(call);
    }
  };

  return {
    serve(name, shape, implementation) {
      services.set(name, { shape: new Map(Object.entries<MethodShape>(shape)), implementation });
    },
    take(message) {
      if (message.kind === 'call') void answer(message);
      else if (message.kind === 'cancel') {
        const signal = signals.get(message.call);
        if (signal) signal.aborted = true;
      } else {
        const lists = pieces.get(message.call) ?? new Map<number, unknown[][]>();
        pieces.set(message.call, lists);
        const came = lists.get(message.argument) ?? [];
        lists.set(message.argument, came);
        const list = (came[message.list] ??= []);
        for (const item of message.items) list.push(item);
      }
    },
  };
}

/** What an exception says about itself is for whoever mends the program; the sentence around it is the user's. */
const asProblem = (error: unknown): Problem =>
  problem('worker-failed', { detail: error instanceof Error ? error.message : String(error) });
