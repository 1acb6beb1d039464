/**
 * The inner loops: one comparison over the values of a block, 32 cases to a word. Values that are not known are
 * compared too, which costs less than asking; the machine takes them out.
 */
export type Kernel = (out: Int32Array) => void;

/** `value < bound`, or `value <= bound`, for each case. */
export function numbersAgainst(
  values: Float64Array,
  start: number,
  count: number,
  bound: number,
  orEqual: boolean,
  out: Int32Array,
): void {
  for (let i = 0, w = 0; i < count; w++) {
    const end = Math.min(i + 32, count);
    let holds = 0;
    if (orEqual) for (let j = 0; i < end; i++, j++) holds |= ((values[start + i] as number) <= bound ? 1 : 0) << j;
    else for (let j = 0; i < end; i++, j++) holds |= ((values[start + i] as number) < bound ? 1 : 0) << j;
    out[w] = holds;
  }
}

/** `left < right`, or `left <= right`, for each case. */
export function numbersAgainstEachOther(
  left: Float64Array,
  leftStart: number,
  right: Float64Array,
  rightStart: number,
  count: number,
  orEqual: boolean,
  out: Int32Array,
): void {
  for (let i = 0, w = 0; i < count; w++) {
    const end = Math.min(i + 32, count);
    let holds = 0;
    for (let j = 0; i < end; i++, j++) {
      const a = left[leftStart + i] as number;
      const b = right[rightStart + i] as number;
      holds |= ((orEqual ? a <= b : a < b) ? 1 : 0) << j;
    }
    out[w] = holds;
  }
}

export function numbersEqual(
  values: Float64Array,
  start: number,
  count: number,
  wanted: number,
  out: Int32Array,
): void {
  for (let i = 0, w = 0; i < count; w++) {
    const end = Math.min(i + 32, count);
    let holds = 0;
    for (let j = 0; i < end; i++, j++) holds |= (values[start + i] === wanted ? 1 : 0) << j;
    out[w] = holds;
  }
}

/** For columns of flags: where the flag is 1. */
export function flagsSet(values: Uint8Array, start: number, count: number, out: Int32Array): void {
  for (let i = 0, w = 0; i < count; w++) {
    const end = Math.min(i + 32, count);
    let holds = 0;
    for (let j = 0; i < end; i++, j++) holds |= ((values[start + i] as number) & 1) << j;
    out[w] = holds;
  }
}

/** For dictionaries: `answers` says by code whether the text holds (1) or not (0). */
export function codesAnswered(codes: Uint16Array, count: number, answers: Uint8Array, out: Int32Array): void {
  for (let i = 0, w = 0; i < count; w++) {
    const end = Math.min(i + 32, count);
    let holds = 0;
    for (let j = 0; i < end; i++, j++) holds |= (answers[codes[i] as number] as number) << j;
    out[w] = holds;
  }
}
