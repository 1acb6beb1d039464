/* eslint-disable @typescript-eslint/no-require-imports --
   modules that are loaded only when they are needed, so that help comes at once; a dynamic import would need the
   compiled file's extension, which the sources don't have */
import type * as CheckCommand from './checkCommand';
import type * as MaskCommand from './maskCommand';
import type * as ReconcileCommand from './reconcileCommand';
import type * as ReportCommand from './reportCommand';
import type * as RulesCommand from './rulesCommand';
import type * as ScoreCommand from './scoreCommand';

export const loadCheckCommand = (): typeof CheckCommand => require('./checkCommand') as typeof CheckCommand;
export const loadMaskCommand = (): typeof MaskCommand => require('./maskCommand') as typeof MaskCommand;
export const loadReconcileCommand = (): typeof ReconcileCommand =>
  require('./reconcileCommand') as typeof ReconcileCommand;
export const loadReportCommand = (): typeof ReportCommand => require('./reportCommand') as typeof ReportCommand;
export const loadRulesCommand = (): typeof RulesCommand => require('./rulesCommand') as typeof RulesCommand;
export const loadScoreCommand = (): typeof ScoreCommand => require('./scoreCommand') as typeof ScoreCommand;
