import { invalidArgument } from './errors';

/** One class of Excel's objects as a table: extend the emulator by adding members here, never code in the engine. */
export interface HostClass<State> {
  readonly name: string;
  readonly scalars?: Readonly<Record<string, Scalar<State>>>;
  readonly objects?: Readonly<Record<string, (state: State) => HostObject | null>>;
  readonly methods?: Readonly<Record<string, (state: State, args: Arguments) => unknown>>;
  /** Collections: their items, and one by its key. */
  readonly items?: (state: State) => readonly HostObject[];
  readonly item?: (state: State, key: unknown) => HostObject | null;
  /** What an object answers when it is first named: its id, with which the client rewrites its path. */
  readonly identity?: (state: State) => Readonly<Record<string, unknown>>;
  /** Objects without an id (ranges) are kept between requests by reference, and follow when cells move. */
  readonly tracked?: true;
}

export interface Scalar<State> {
  readonly get: (state: State) => unknown;
  readonly set?: (state: State, value: unknown) => void;
}

/** An object of a class, its state's type forgotten: the engine handles all classes alike. */
export class HostObject {
  referenceId: string | null = null;
  private constructor(
    readonly type: HostClass<unknown>,
    readonly state: unknown,
  ) {}

  static of<State>(type: HostClass<State>, state: State): HostObject {
    return new HostObject(type as unknown as HostClass<unknown>, state);
  }

  /** Its state, where it is an object of that class. */
  as<State>(type: HostClass<State>): State | null {
    return this.type === (type as unknown as HostClass<unknown>) ? (this.state as State) : null;
  }
}

/** A method's arguments: each reading refuses what is of the wrong type, as Excel does. */
export class Arguments {
  constructor(private readonly values: readonly unknown[]) {}

  raw(index: number): unknown {
    return this.values[index];
  }
  has(index: number): boolean {
    return this.values[index] !== undefined && this.values[index] !== null;
  }
  text(index: number): string {
    const value = this.values[index];
    if (typeof value !== 'string') throw invalidArgument();
    return value;
  }
  optionalText(index: number): string | null {
    return this.has(index) ? this.text(index) : null;
  }
  integer(index: number): number {
    const value = this.values[index];
    if (typeof value !== 'number' || !Number.isInteger(value)) throw invalidArgument();
    return value;
  }
  optionalInteger(index: number, otherwise: number): number {
    return this.has(index) ? this.integer(index) : otherwise;
  }
  flag(index: number): boolean {
    return this.values[index] === true;
  }
  record(index: number): Readonly<Record<string, unknown>> {
    const value = this.values[index];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidArgument();
    return value as Readonly<Record<string, unknown>>;
  }
  list(index: number): readonly unknown[] {
    const value = this.values[index];
    if (!Array.isArray(value)) throw invalidArgument();
    return value;
  }
  object<State>(index: number, type: HostClass<State>): State | null {
    const value = this.values[index];
    return value instanceof HostObject ? value.as(type) : null;
  }
}
