import { clearing } from './live/clearing';
import { decorating } from './live/decorating';
import { drawing } from './live/drawing';
import { hiding } from './live/hiding';
import { keeping } from './live/keeping';
import type { LiveHarness } from './live/support';
import { readingAndTyping } from './live/typing';

export type { LiveHarness } from './live/support';

/** What every host must do with a workbook that people work in meanwhile. */
export function liveWorkbookContract(host: string, harness: LiveHarness): void {
  describe(`${host} as a workbook someone works in`, () => {
    readingAndTyping(harness);
    keeping(harness);
    hiding(harness);
    drawing(harness);
    decorating(harness);
    clearing(harness);
  });
}
