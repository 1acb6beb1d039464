/* eslint-disable @typescript-eslint/no-require-imports --
   modules that are loaded only when they are needed, so that help comes at once; a dynamic import would need the
   compiled file's extension, which the sources don't have */
import type * as ReportArguments from './reportArguments';
import type * as Docx from '../hosts/docx/renderDocuments';
import type * as Help from '../text/zh-CN/help';
import type * as Problems from '../text/zh-CN/problems';

/** Only documents need it, and it is large. */
export const loadDocx = (): typeof Docx => require('../hosts/docx/renderDocuments') as typeof Docx;
export const loadHelp = (): typeof Help => require('../text/zh-CN/help') as typeof Help;
export const loadProblems = (): typeof Problems => require('../text/zh-CN/problems') as typeof Problems;
/** What can be reported is told by the reports themselves. */
export const loadReportArguments = (): typeof ReportArguments => require('./reportArguments') as typeof ReportArguments;
