import { registerIcons } from 'office-ui-fabric-react/lib/Styling';
import * as React from 'react';
import calendar from '@fluentui/svg-icons/icons/calendar_16_regular.svg';
import checkmark from '@fluentui/svg-icons/icons/checkmark_16_regular.svg';
import checkmarkCircle from '@fluentui/svg-icons/icons/checkmark_circle_16_regular.svg';
import chevronDown from '@fluentui/svg-icons/icons/chevron_down_16_regular.svg';
import chevronRight from '@fluentui/svg-icons/icons/chevron_right_16_regular.svg';
import clipboard from '@fluentui/svg-icons/icons/clipboard_16_regular.svg';
import dismiss from '@fluentui/svg-icons/icons/dismiss_16_regular.svg';
import errorCircle from '@fluentui/svg-icons/icons/error_circle_16_regular.svg';
import info from '@fluentui/svg-icons/icons/info_16_regular.svg';
import search from '@fluentui/svg-icons/icons/search_16_regular.svg';
import warning from '@fluentui/svg-icons/icons/warning_16_regular.svg';

/** One of Fluent's icons as markup of ours: no icon font, nothing fetched. Decoration: words say the same. */
function drawn(svg: string): JSX.Element {
  const painted = svg.replace('<svg ', '<svg fill="currentColor" focusable="false" aria-hidden="true" ');
  return <span className="drawn" dangerouslySetInnerHTML={{ __html: painted }} />;
}

/** By the names under which Fabric's own controls ask for them. */
const ICONS = {
  calendar: drawn(calendar),
  cancel: drawn(dismiss),
  checkmark: drawn(checkmark),
  chevrondown: drawn(chevronDown),
  chevronright: drawn(chevronRight),
  clear: drawn(dismiss),
  completed: drawn(checkmarkCircle),
  copy: drawn(clipboard),
  errorbadge: drawn(errorCircle),
  blocked2: drawn(errorCircle),
  info: drawn(info),
  search: drawn(search),
  warning: drawn(warning),
};

/** Gives Fabric's controls the icons they ask for. */
export const registerOwnIcons = (): void => registerIcons({ icons: ICONS });
