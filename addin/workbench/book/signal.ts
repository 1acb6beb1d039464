/** Those who want to be told something. */
export class Signal<T> {
  private readonly listeners = new Set<(told: T) => void>();

  /** Listens until the answer is called. */
  on(listener: (told: T) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  tell(told: T): void {
    for (const listener of [...this.listeners]) listener(told);
  }
}
