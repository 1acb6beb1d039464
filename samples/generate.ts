/**
 * Makes the three sample ledgers and `samples.json` (which one `npm start` checks, and the day to look from).
 * Run by `npm run samples`; `test/samples.test.ts` proves that the committed files are what this makes.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fullLedger } from './full';
import { messyLedger } from './messy';
import { tidyLedger } from './tidy';

export interface Sample {
  readonly file: string;
  readonly title: string;
  readonly today: string;
}

export const SAMPLES: readonly (Sample & { readonly make: () => Promise<Uint8Array> })[] = [
  { file: 'tidy.xlsx', title: '规整台账：办公室按方案新建的一份', today: '2021-10-20', make: tidyLedger },
  { file: 'messy.xlsx', title: '凌乱台账：多年手工累积的一份', today: '2021-10-20', make: messyLedger },
  {
    file: 'full-600.xlsx',
    title: '六百件：每条规则都有问题、合格、无法判定的例子',
    today: '2021-10-20',
    make: fullLedger,
  },
];

export const samplesJson = (): string =>
  `${JSON.stringify(
    {
      start: { file: 'messy.xlsx', today: '2021-10-20' },
      samples: SAMPLES.map(({ file, title, today }) => ({ file, title, today })),
    },
    null,
    2,
  )}\n`;

async function main(): Promise<void> {
  for (const sample of SAMPLES) writeFileSync(path.join(__dirname, sample.file), await sample.make());
  writeFileSync(path.join(__dirname, 'samples.json'), samplesJson());
}

if (require.main === module) void main();
