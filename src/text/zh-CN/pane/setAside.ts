import { ASIDE_KINDS } from '../../../core/ledger/readSetAside';
import type { Aside, AsideKind } from '../../../core/setAside/entry';
import { longDate } from '../dates';
import { PLAN_WORDS } from '../planWords';

/** What is said when a finding is set aside, and of one that was. */
export const SET_ASIDE_WORDS = {
  kinds: ASIDE_KINDS,
  takeBack: '撤回',
  markAs: (kind: AsideKind): string => `标为${ASIDE_KINDS[kind]}`,
  does: {
    wrong: '这一条会移到“已搁置”，不再列入待整改。所依据的内容一有改动，它会自动回到待整改。',
    postponed: '这一条会移到“已搁置”，到期之前不再列入待整改。过了到期日，或所依据的内容有改动，它会自动回到待整改。',
  } satisfies Record<AsideKind, string>,
  kept: `记在本工作簿的“${PLAN_WORDS.sheetNames.setAside}”表里，台账的单元格不改动。`,
  reason: '理由',
  reasonMissing: '请写明理由。',
  by: '认定人姓名',
  byMissing: '请填写认定人的姓名。',
  until: { wrong: '到期日（可不填）', postponed: '到期日' } satisfies Record<AsideKind, string>,
  untilMissing: '暂缓要有到期日，请选一天。',
  untilPast: (today: number): string => `到期日不能早于检查日 ${longDate(today)}，请另选一天。`,
  done: (kind: AsideKind): string => `已标为${ASIDE_KINDS[kind]}，移到“已搁置”。`,
  takenBack: '已撤回，这一条回到待整改。',
  asideAs: (kind: AsideKind): string => `${ASIDE_KINDS[kind]}的理由`,
  decided: ({ by, on, until }: Aside): string =>
    `${by}，${longDate(on)}认定；${until === null ? '没有到期日，所依据的内容改动之前一直有效' : `${longDate(until)}到期`}。`,
} as const;
