import base from './base.css';
import caseStyles from './case.css';
import findings from './findings.css';
import reports from './reports.css';
import scores from './scores.css';
import settings from './settings.css';
import today from './today.css';
import write from './write.css';

/** All the pane's own styles; everything else is Fabric's. */
export const STYLES = [base, today, findings, caseStyles, scores, reports, write, settings].join('\n');
