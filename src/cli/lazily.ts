/* eslint-disable @typescript-eslint/no-require-imports --
   modules that are loaded only when they are needed, so that help comes at once; a dynamic import would need the
   compiled file's extension, which the sources don't have */
import type * as CheckCommand from './checkCommand';
import type * as ReportArguments from './reportArguments';
import type * as ReportCommand from './reportCommand';
import type * as RulesCommand from './rulesCommand';
import type * as ScoreCommand from './scoreCommand';
import type * as Help from '../text/zh-CN/help';
import type * as Problems from '../text/zh-CN/problems';

export const loadCheckCommand = (): typeof CheckCommand => require('./checkCommand') as typeof CheckCommand;
export const loadHelp = (): typeof Help => require('../text/zh-CN/help') as typeof Help;
export const loadProblems = (): typeof Problems => require('../text/zh-CN/problems') as typeof Problems;
/** What can be reported is told by the reports themselves. */
export const loadReportArguments = (): typeof ReportArguments => require('./reportArguments') as typeof ReportArguments;
export const loadReportCommand = (): typeof ReportCommand => require('./reportCommand') as typeof ReportCommand;
export const loadRulesCommand = (): typeof RulesCommand => require('./rulesCommand') as typeof RulesCommand;
export const loadScoreCommand = (): typeof ScoreCommand => require('./scoreCommand') as typeof ScoreCommand;
