/** Stands where json-rules-engine imports jsonpath-plus, which evaluates expressions: a pack with a `path` is refused. */
export function JSONPath(): never {
  throw new Error('paths are not evaluated');
}
