import type { FindingList, FindingQuery } from '../../../src/ports/checker';
import { useAnswer } from '../session/useAnswer';
import { useSession } from '../session/usePane';
import { keyOf } from './findingLines';

/** The three lists, in their order. */
export const SHOWS = ['open', 'unjudged', 'aside'] as const;

type CountOf = Readonly<Record<FindingQuery['show'], FindingList>>;

/** How much there is to each of the three lists, with the filters and without. */
export interface Counts {
  readonly all: CountOf;
  readonly filtered: CountOf;
  readonly isFiltered: boolean;
}

/** Null until they are known. */
export function useCounts(query: FindingQuery, revision: number): Counts | null {
  const { checker } = useSession().parts;
  return useAnswer(async () => {
    const countOf = async (asked: FindingQuery): Promise<CountOf> => {
      const [open, unjudged, aside] = await Promise.all([
        checker.findings({ ...asked, show: 'open' }),
        checker.findings({ ...asked, show: 'unjudged' }),
        checker.findings({ ...asked, show: 'aside' }),
      ]);
      return { open, unjudged, aside };
    };
    const filtered = await countOf(query);
    const all = isFiltered(query) ? await countOf({ ...query, ...NO_FILTERS }) : filtered;
    return { all, filtered, isFiltered: isFiltered(query) };
  }, [keyOf({ ...query, show: 'open' }), revision]);
}

export const NO_FILTERS = { severities: [], states: [], search: '' } as const;

export const isFiltered = ({ severities, states, search }: FindingQuery): boolean =>
  severities.length > 0 || states.length > 0 || search.trim() !== '';
