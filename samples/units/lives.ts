/** Cases from their first day to their last, so that a ledger can be shown as it stood on any day between. */
import { civilDay, ymd, type CivilDay } from '../../src/core/dates/civil';
import { inventedName } from '../cases';
import type { Chance } from './chance';
import { IDLE, MATTERS, VILLAGES, type Matter } from './matters';

/** All that ever becomes of a case; days may lie ahead of the day the ledger is looked at. */
export interface Life {
  readonly number: string;
  readonly petitioner: string;
  readonly headcount: number;
  readonly town: string;
  readonly village: string;
  readonly phone: string;
  readonly matter: Matter;
  readonly told: string;
  readonly channel: string;
  readonly form: string;
  readonly level: string;
  readonly purpose: string;
  readonly accused: string | null;
  readonly registered: CivilDay;
  readonly received: CivilDay;
  readonly notified: CivilDay | null;
  readonly assigned: CivilDay | null;
  readonly unit: string;
  readonly coUnit: string | null;
  readonly leader: string | null;
  readonly sponsor: string | null;
  readonly handler: string;
  readonly limit: { readonly on: CivilDay | null; readonly said: string | null; readonly own: boolean };
  readonly consent: string | null;
  readonly filed: CivilDay | null;
  /** Moved to another day, once or again, from a day on. */
  readonly moves: readonly { readonly from: CivilDay; readonly to: CivilDay; readonly isApproved: boolean }[];
  readonly steps: readonly { readonly on: CivilDay; readonly said: string }[];
  readonly isIdle: boolean;
  readonly isReviewed: boolean;
  readonly ending: '已办结' | '不予受理' | '转出';
  readonly closed: CivilDay | null;
  readonly result: string;
  readonly isResolved: boolean;
  readonly reported: CivilDay | null;
  readonly signedOff: CivilDay | null;
  readonly decided: { readonly on: CivilDay; readonly merit: string; readonly by: string } | null;
  readonly hardship: boolean;
  readonly aid: string | null;
  readonly inspection: number | null;
  /** From this day on it is in the ledger no longer, without having been signed off. */
  readonly vanishes: CivilDay | null;
}

export interface UnitOfLedger {
  readonly name: string;
  /** Before the year in its numbers: 城关诉. */
  readonly mark: string;
  readonly sponsor: string;
  readonly leaders: readonly [string, ...string[]];
  /** Another unit that it shares cases with. */
  readonly partner: string;
}

/** What makes one case unlike the next. */
const detail = (chance: Chance): string =>
  chance.one([
    `自${chance.between(1, 9)}月${chance.between(1, 28)}日起先后${chance.between(2, 9)}次反映。`,
    `涉及金额${chance.between(3, 99)}00元。`,
    `共涉及${chance.between(2, 40)}户，曾由${chance.one(VILLAGES)}调处未果。`,
    `希望${chance.between(3, 30)}日内给予书面答复。`,
  ]);

const TOWNS: readonly [string, ...string[]] = ['城关镇', '南港镇', '河棚镇', '晓天镇', '五显镇', '千人桥镇'];
const LEGACY = civilDay(2019, 5, 6);
const FIRST = civilDay(2021, 3, 1);
const HANDED_OUT = civilDay(2021, 8, 31);
const monthEnd = (day: CivilDay): string => `${ymd(day).month}月底前`;

/** A case's life. @param last the day on which it may have come in at the latest */
export function lifeOf(chance: Chance, unit: UnitOfLedger, at: number, last: CivilDay): Life {
  const isLegacy = chance.happens(0.06);
  // More come in as the campaign goes on.
  const registered = isLegacy
    ? LEGACY + chance.between(0, 400)
    : last - Math.floor((last - FIRST) * chance.next() ** 1.3);
  const received = registered + chance.between(0, 6);
  const isAssigned = !chance.happens(0.05);
  const assigned = isAssigned ? (isLegacy ? HANDED_OUT : received + chance.between(0, 14)) : null;
  const start = isLegacy ? HANDED_OUT : received;
  const matter = chance.one(MATTERS);
  const village = chance.one(VILLAGES);
  const fill = (text: string): string => text.replaceAll('{村}', village).replaceAll('{人}', inventedName(at + 900));
  const length = chance.between(6, 95);
  // What is old and was no hard case is done.
  const closes = chance.happens(last - received > 80 ? 0.93 : 0.6) && !isLegacy ? received + length : null;
  const leader = chance.happens(0.05) ? null : chance.one(unit.leaders);
  const own = chance.happens(0.35);
  const due = start + (own ? chance.between(20, 70) : chance.between(30, 60));
  const said = chance.happens(0.06)
    ? null
    : chance.happens(0.07)
      ? chance.one(['尽快', '长期坚持', '立行立改'])
      : undefined;
  const vague = said === undefined && chance.happens(0.2) ? chance.one([monthEnd(due), '60日内', '30个工作日']) : said;
  const purpose = chance.happens(0.03) ? '检举控告' : chance.happens(0.06) ? '意见建议' : '申诉求决';
  const isIdle = chance.happens(0.12);
  const stepDays = matter.steps.map((_, step) => (assigned ?? received) + 3 + step * chance.between(6, 15));
  const merit = chance.one(['政策内合理', '政策内合理', '政策内合理', '部分合理', '政策外或不合理']);
  const moved = chance.happens(0.08) && vague === undefined;
  const reported = closes !== null && chance.happens(0.85) ? closes + chance.between(1, 12) : null;
  return {
    number: `${unit.mark}〔${ymd(registered).year}〕${String(at).padStart(3, '0')}号`,
    petitioner: inventedName(chance.happens(0.1) ? chance.between(1, 12) : chance.between(13, 3000)),
    headcount: chance.happens(0.06) ? chance.between(5, 18) : chance.between(1, 2),
    town: unit.name.endsWith('司法所') && chance.happens(0.8) ? `${unit.name.slice(0, 2)}镇` : chance.one(TOWNS),
    village,
    phone: `1390000${String(1000 + at).slice(-4)}`,
    matter,
    told: `${fill(chance.one(matter.told))}${detail(chance)}`,
    channel: chance.one(['县诉求办转交', '县诉求办转交', '县信访部门交办', '自行梳理', '自行梳理', '12345热线']),
    form: chance.one(['来访', '来访', '来信', '来电', '网上']),
    level: chance.happens(0.05) ? chance.one(['市', '省', '中央']) : chance.one(['县', '县', '乡镇']),
    purpose,
    accused: purpose === '检举控告' && chance.happens(0.7) ? unit.name : null,
    registered,
    received,
    notified: chance.happens(0.9) ? received + chance.between(1, 18) : null,
    assigned,
    unit: chance.happens(0.03) ? '相关股室' : unit.name,
    coUnit: chance.happens(0.15) ? unit.partner : null,
    leader,
    sponsor: chance.happens(0.04) ? null : unit.sponsor,
    handler: inventedName(700 + (at % 4) + unit.name.length * 7),
    limit: { on: vague === undefined ? due : null, said: vague ?? null, own },
    consent: own && chance.happens(0.8) ? chance.one(['同意', '同意，请抓紧办理', `同意。${unit.sponsor}`]) : null,
    filed: own && chance.happens(0.7) ? (assigned ?? received) + chance.between(2, 9) : null,
    moves: moved
      ? [
          { from: due - chance.between(1, 5), to: due + 20, isApproved: chance.happens(0.7) },
          ...(chance.happens(0.5) ? [{ from: due + 15, to: due + 35, isApproved: false }] : []),
        ]
      : [],
    steps: isIdle
      ? [{ on: (assigned ?? received) + 4, said: chance.one(IDLE) }]
      : matter.steps.map((step, n) => ({ on: stepDays[n] ?? received, said: fill(step) })),
    isIdle,
    isReviewed: chance.happens(0.85),
    ending: chance.happens(0.04) ? '不予受理' : chance.happens(0.04) ? '转出' : '已办结',
    closed: closes,
    result: chance.happens(0.05) ? '' : fill(chance.one(matter.result)),
    isResolved: chance.happens(0.8),
    reported,
    signedOff: reported !== null && chance.happens(0.85) ? reported + chance.between(1, 10) : null,
    decided: chance.happens(0.85) ? { on: received + chance.between(5, 30), merit, by: unit.sponsor } : null,
    hardship: chance.happens(0.08),
    aid: chance.happens(0.6) ? '已发放临时救助金八百元' : null,
    inspection: chance.happens(0.2) ? chance.between(55, 100) : null,
    vanishes: chance.happens(0.015) ? last - chance.between(1, 12) : null,
  };
}
