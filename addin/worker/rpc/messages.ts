import type { Problem } from '../../../src/core/problem';

/** Everything that crosses the line. `call` is counted by the side that calls. */
export type Message =
  | {
      readonly kind: 'call';
      readonly call: number;
      readonly service: string;
      readonly method: string;
      readonly args: readonly SentArgument[];
    }
  /** Comes before the call it belongs to. */
  | {
      readonly kind: 'piece';
      readonly call: number;
      readonly argument: number;
      readonly list: number;
      readonly items: readonly unknown[];
    }
  | { readonly kind: 'cancel'; readonly call: number }
  | { readonly kind: 'progress'; readonly call: number; readonly argument: number; readonly told: readonly unknown[] }
  | { readonly kind: 'answer'; readonly call: number; readonly value: unknown }
  | { readonly kind: 'cancelled'; readonly call: number }
  | { readonly kind: 'failed'; readonly call: number; readonly problem: Problem };

export type SentArgument =
  | { readonly as: 'data'; readonly value: unknown }
  | { readonly as: 'absent' }
  | { readonly as: 'progress' }
  | { readonly as: 'signal'; readonly aborted: boolean }
  | { readonly as: 'pace'; readonly signal: { readonly aborted: boolean } | null; readonly progress: boolean }
  | { readonly as: 'pieced'; readonly kind: 'plan' | 'sheets'; readonly frame: unknown; readonly lists: number };

const KINDS: ReadonlySet<unknown> = new Set<Message['kind']>([
  'call',
  'piece',
  'cancel',
  'progress',
  'answer',
  'cancelled',
  'failed',
]);

/** Whether something that arrived is ours; a page's extensions post messages of their own. */
export const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'call' in value && 'kind' in value && KINDS.has(value.kind);
