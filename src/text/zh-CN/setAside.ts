import { ASIDE_KINDS } from '../../core/ledger/readSetAside';
import type { Aside } from '../../core/setAside/entry';
import { longDate } from './dates';

/** 误报, or 暂缓（至 2021年10月20日）. */
export const sayStanding = ({ kind, until }: Aside): string =>
  ASIDE_KINDS[kind] + (until === null ? '' : `（至 ${longDate(until)}）`);

/** A finding with what a person said of it: 没有填责任股室（误报，某某认定：……）. */
export const sayAside = (finding: string, aside: Aside): string =>
  `${finding.replace(/。$/, '')}（${sayStanding(aside)}，${aside.by}认定：${aside.reason.replace(/。$/, '')}）`;
