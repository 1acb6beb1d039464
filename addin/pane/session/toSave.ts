import { PANE_WORDS } from '../../../src/text/zh-CN/pane/shell';
import type { PaneParts } from '../paneParts';

/** What to add where something was written: beside a grid of our own it is not in the file before it is saved. */
export const toSave = ({ host }: PaneParts): string => (host === 'workbench' ? PANE_WORDS.toSave : '');
