/// <reference types="office-js" />
import type { LoadedOffice } from './node';

/** Runs a batch and says how it ended: Excel's error code, or `none`. */
export async function outcomeOf(
  { Excel }: Pick<LoadedOffice, 'Excel'>,
  run: (context: Excel.RequestContext) => Promise<unknown> | void,
): Promise<string> {
  try {
    await Excel.run(async (context) => {
      await run(context);
      await context.sync();
    });
    return 'none';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}
