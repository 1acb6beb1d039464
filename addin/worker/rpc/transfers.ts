/** Every buffer that plain data stands on, each once; what is a view of shared or of foreign memory is copied. */
export function buffersIn(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const look = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return;
    if (ArrayBuffer.isView(one)) {
      if (one.buffer instanceof ArrayBuffer && one.byteLength === one.buffer.byteLength) buffers.add(one.buffer);
    } else if (Array.isArray(one)) {
      // Lists are of one kind throughout: a hundred thousand texts need no look.
      if (typeof one[0] === 'object') one.forEach(look);
    } else Object.values(one).forEach(look);
  };
  look(value);
  return [...buffers];
}
