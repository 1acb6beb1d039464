import type { Category, Conduct, Hardship, Merit, Treatment } from '../../core/classify/classification';
import type { Severity } from '../../core/rules/pack';

/** `due.state` in one word, as lists, cells and totals show it. */
export const STATE_WORDS = {
  overdue: '超期',
  dueSoon: '临期',
  onTrack: '正常',
  closedOnTime: '按期办结',
  closedLate: '逾期办结',
  cannotJudge: '无法判定',
} as const;

/** A sign beside the word, so that colour is never the only difference. */
export const STATE_SIGNS = {
  overdue: '●',
  dueSoon: '◐',
  onTrack: '○',
  closedOnTime: '–',
  closedLate: '–',
  cannotJudge: '?',
} as const;

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: '严重', warning: '一般', notice: '提示' };

export const CATEGORY_WORDS: Readonly<Record<Category, string>> = {
  withinPolicy: '政策范围内合理诉求',
  beyondPolicy: '政策范围外或不合理诉求',
  unlawful: '诉求活动中有违法行为（已认定）',
  undetermined: '尚未甄别',
};

export const MERIT_WORDS: Readonly<Record<Merit, string>> = {
  withinPolicy: '政策内合理',
  partly: '部分合理',
  beyondPolicy: '政策外或不合理',
  undetermined: '未甄别',
};

export const CONDUCT_WORDS: Readonly<Record<Conduct, string>> = {
  unlawful: '有违法行为',
  lawful: '未见违法行为',
  unknown: '不明',
};

export const HARDSHIP_WORDS: Readonly<Record<Hardship, string>> = {
  yes: '生活困难',
  no: '无生活困难',
  unknown: '不明',
};

export const TREATMENT_WORDS: Readonly<Record<Treatment, string>> = {
  settle: '立即落实',
  educate: '教育引导',
  lawfulHandling: '依法处置',
  aid: '帮扶救助',
};

export const LIMIT_KIND_WORDS: Readonly<Record<string, string>> = {
  superior: '上级明确',
  unit: '股室提出',
  stated: '台账所填',
  vague: '笼统表述',
  none: '未填',
  unreadable: '无法读取',
  extended: '延期',
  statutory: '法定期限',
};

export const YES = '是';
export const NO = '否';
