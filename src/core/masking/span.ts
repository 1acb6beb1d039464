/** A stretch of a text that is hidden, and what stands there instead. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
}

/** Spans that don't overlap, in order: of those that do the one that begins first holds, then the longer one. */
export function settled(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans;
  const ordered = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of ordered) {
    const last = kept.at(-1);
    if (last === undefined || span.start >= last.end) kept.push(span);
    // What sticks out of the one before is hidden with it.
    else if (span.end > last.end) kept[kept.length - 1] = { ...last, end: span.end, shown: `${last.shown}**` };
  }
  return kept;
}

/** The text with its spans (settled) hidden. */
export function hide(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let shown = '';
  let at = 0;
  for (const { start, end, shown: instead } of spans) {
    shown += text.slice(at, start) + instead;
    at = end;
  }
  return shown + text.slice(at);
}
