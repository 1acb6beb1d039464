import * as React from 'react';
import type { PaneParts } from '../../pane/paneParts';
import { FirstCheck } from '../../start/FirstCheck';

/** The pane beside the grid. */
export const PanePlace = ({ parts }: { readonly parts: PaneParts }): JSX.Element => <FirstCheck {...parts} />;
