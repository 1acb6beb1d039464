/** Values of a block: the case at place `p` has `values[start + p]`. */
export interface Lanes<V> {
  readonly values: V;
  readonly start: number;
}
