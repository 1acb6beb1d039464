/** What a bench has to say: one line of JSON for run.ts to gather. */
export interface Measured {
  readonly part: string;
  readonly what: string;
  readonly rows: number;
  readonly ms: number;
  /** Times as fast as what the part is measured against. */
  readonly ratio?: number;
  readonly peakMiB?: number;
  readonly note?: string;
}

export const say = (measured: Measured): void => console.log(JSON.stringify(measured));

/** The most memory that the process ever held. */
export const memory = (): { readonly peakMiB: number } => ({ peakMiB: process.resourceUsage().maxRSS / 1024 });

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >>> 1] ?? NaN;
}
