import { fail, ok, problem } from '../../src/core/problem';
import { createRuleSite } from '../../src/hosts/ruleSite/ruleSite';
import type { Surroundings } from '../../src/ports/workbench';

/** Always asks the site whether a file has changed: rules are changed there without a build. */
const fetchFresh = (address: string): Promise<Response> => fetch(address, { cache: 'no-cache' });

/** What the workbench on a site has beside it. */
export const SURROUNDINGS: Surroundings = {
  rules: createRuleSite(fetchFresh, 'rules/'),
  async sample() {
    try {
      const list = (await (await fetchFresh('samples/samples.json')).json()) as {
        readonly start: { readonly file: string; readonly today: string };
      };
      const { file, today } = list.start;
      const answer = await fetchFresh(`samples/${encodeURIComponent(file)}`);
      if (!answer.ok) return fail(problem('sample-unreachable', { detail: String(answer.status) }));
      return ok({ name: file, bytes: new Uint8Array(await answer.arrayBuffer()), today });
    } catch (error) {
      return fail(problem('sample-unreachable', { detail: error instanceof Error ? error.message : '' }));
    }
  },
};

/** The worker that holds the workbook and the check. */
export const startWorker = (): Worker => new Worker(new URL('../worker/workbenchWorker.ts', import.meta.url));
