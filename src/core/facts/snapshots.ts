import { identityKey, numbered } from '../setAside/caseIdentity';
import { lastBefore, stateAt, type CaseHistory } from '../snapshots/history';
import { textsHash } from '../words/textKey';
import { alikeFact } from './alike';
import type { Fact } from './column';
import { isUnknown } from './column';
import { orNone } from './dayChain';
import type { CaseReader, FactContext, FactDefinition } from './definition';
import { withoutDates } from './text/similarProgress';

const WEEK = 7;
/** So many values a fingerprint has: it tells apart what one case says at different times, no more. */
const FINGERPRINTS = 2 ** 32;

const short = (texts: readonly string[]): string =>
  (textsHash(texts.length, (at) => texts[at] ?? '') % FINGERPRINTS).toString(36);

const snapshotsBefore = ({ history, today }: FactContext): number => (history ? lastBefore(history, today) + 1 : 0);

/** What the snapshots before today hold of a case; undefined where there are none, or they never saw it. */
function historyOf(read: CaseReader): CaseHistory | undefined {
  const { history } = read.context;
  if (!history || snapshotsBefore(read.context) === 0) return undefined;
  const identity = read.text('caseIdentity');
  return typeof identity === 'string' ? history.cases.get(identity) : undefined;
}

/** The same limit in another writing is the same; '' where it gives no day or period. */
function limitFingerprint(read: CaseReader): Fact<string> {
  const [limit, extended] = (['timeLimit', 'extendedTo'] as const).map((field) => {
    const value = read.limit(field);
    if (value === null || isUnknown(value) || value.kind === 'vague') return '';
    return value.kind === 'date' ? String(value.on) : `${value.amount}${value.unit}`;
  });
  return limit === '' && extended === '' ? null : short([limit ?? '', extended ?? '']);
}

const PROGRESS_TEXTS = ['progress', 'plan', 'result'] as const;
const PROGRESS_STEPS = ['status', 'resolution', 'unit'] as const;

/** A date put forward is no progress: texts count without their dates. */
function progressFingerprint(read: CaseReader): Fact<string> {
  const texts = PROGRESS_TEXTS.map((field) => {
    const text = orNone(read.text(field));
    return isUnknown(text) ? read.context.table.seen(field, read.index) : withoutDates(text ?? '');
  });
  return short([...texts, ...PROGRESS_STEPS.map((field) => read.context.table.seen(field, read.index).trim())]);
}

/** Whole weeks since the first of the unbroken row of snapshots in which the case was open and said what it says now. */
function unchangedWeeks(read: CaseReader): Fact<number> {
  const before = snapshotsBefore(read.context);
  if (before === 0) return null;
  const open = read.flag('isOpen');
  if (open === null || isUnknown(open)) return open;
  if (!open) return null;
  const progress = read.text('progress');
  if (isUnknown(progress)) return progress;
  const history = historyOf(read);
  if (history === undefined) return 0;
  const now = read.text('progressFingerprint');
  let first = before;
  while (first > 0) {
    const state = stateAt(history, first - 1);
    if (!state || state.isClosed || state.progress !== now) break;
    first--;
  }
  const since = first === before ? undefined : read.context.history?.days[first];
  return since === undefined ? 0 : Math.floor((read.context.today - since) / WEEK);
}

/** How often a limit that was there became another one, from snapshot to snapshot and since the last of them. */
function limitMoves(read: CaseReader): Fact<number> {
  const before = snapshotsBefore(read.context);
  if (before === 0) return null;
  const limit = read.limit('timeLimit');
  if (isUnknown(limit)) return limit;
  const history = historyOf(read);
  if (history === undefined) return 0;
  const kept = history.runs.flatMap(({ at, state }) => (at < before && state ? [state.limit] : []));
  const now = read.text('limitFingerprint');
  const said = [...kept, typeof now === 'string' ? now : ''].filter((one) => one !== '');
  return said.filter((one, at) => at > 0 && one !== said[at - 1]).length;
}

/** What the snapshots say of a case; nothing at all where none was taken before today. */
export const SNAPSHOT_FACTS: readonly FactDefinition[] = [
  {
    id: 'earlierSnapshots',
    label: '此前的快照次数',
    type: 'number',
    scope: 'ledger',
    inputs: [],
    meaning: '检查基准日之前保存过几次督查快照；没有保存过的为 0。',
    computeAll: (_read, count, context) => new Array<number>(count).fill(snapshotsBefore(context)),
  },
  alikeFact<string>(
    {
      id: 'caseIdentity',
      label: '诉求标识',
      type: 'text',
      scope: 'ledger',
      inputs: ['caseNo', 'petitioner', 'title', 'content', 'registeredOn', 'receivedOn', 'idNumber', 'phone'],
      meaning:
        '编号（没有的或与他件相同的，连同诉求人、标题、内容等）的校验值，用来在快照中认出同一件；没有快照时为空。',
    },
    {
      hash(read) {
        const number = read.text('caseNo');
        if ((read.context.history?.days.length ?? 0) === 0) return 0;
        return typeof number === 'string' ? textsHash(1, () => number) | 0 || 1 : 1;
      },
      key: (read) => read.context.table.seen('caseNo', read.index).trim(),
      alone: (read, isCompared) =>
        isCompared
          ? identityKey(read.context.table, read.index, read.context.table.seen('caseNo', read.index).trim() !== '')
          : null,
      together(cases, _read, { table }) {
        const alike = new Map<string, number>();
        return cases.map((index) => {
          const key = identityKey(table, index, false);
          const before = alike.get(key) ?? 0;
          alike.set(key, before + 1);
          return numbered(key, before);
        });
      },
    },
  ),
  {
    id: 'limitFingerprint',
    label: '时限的校验值',
    type: 'text',
    scope: 'row',
    inputs: ['timeLimit', 'extendedTo'],
    meaning: '办理时限和延期至所定日期或期间的校验值，写法不同而日期相同的不变；未定出日期的为空。',
    compute: limitFingerprint,
  },
  {
    id: 'progressFingerprint',
    label: '进展的校验值',
    type: 'text',
    scope: 'row',
    inputs: [...PROGRESS_TEXTS, ...PROGRESS_STEPS],
    meaning: '办理情况、化解方案、办理结果（去掉日期）和办理状态、化解情况、责任股室的校验值。',
    compute: progressFingerprint,
  },
  {
    id: 'unchangedWeeks',
    label: '没有进展的周数',
    type: 'number',
    scope: 'row',
    inputs: ['earlierSnapshots', 'isOpen', 'progress', 'progressFingerprint', 'caseIdentity', 'today'],
    meaning:
      '从最早一次与现在相同的快照（中间没有变化）到检查基准日的整周数，只改日期不算变化；已办结的、此前没有快照的为空。',
    compute: unchangedWeeks,
  },
  {
    id: 'limitMoves',
    label: '时限变动次数',
    type: 'number',
    scope: 'row',
    inputs: ['earlierSnapshots', 'timeLimit', 'limitFingerprint', 'caseIdentity'],
    meaning: '各次快照之间、最近一次快照至今，已定出日期的时限改成别的日期的次数；此前没有快照的为空。',
    compute: limitMoves,
  },
];
