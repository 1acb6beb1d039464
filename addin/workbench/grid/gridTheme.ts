import type { Theme } from '@glideapps/glide-data-grid';

const PLAIN: Partial<Theme> = {
  accentColor: '#0078d4',
  accentLight: 'rgba(0, 120, 212, 0.1)',
  textDark: '#323130',
  textMedium: '#605e5c',
  textLight: '#605e5c',
  textHeader: '#605e5c',
  textHeaderSelected: '#ffffff',
  bgCell: '#ffffff',
  bgHeader: '#f3f2f1',
  bgHeaderHasFocus: '#dbe8f4',
  bgHeaderHovered: '#e8e6e4',
  borderColor: '#e1dfdd',
  horizontalBorderColor: '#e1dfdd',
  cellHorizontalPadding: 7,
  cellVerticalPadding: 3,
  headerFontStyle: '400 12px',
  baseFontStyle: '13px',
  markerFontStyle: '12px',
  editorFontSize: '13px',
  fontFamily: "'Microsoft YaHei', 'Segoe UI', 'Noto Sans CJK SC', sans-serif",
};

/** With the colours of the system where a person has chosen high contrast. */
const CONTRAST: Partial<Theme> = {
  ...PLAIN,
  accentColor: 'Highlight',
  accentLight: 'transparent',
  textDark: 'CanvasText',
  textMedium: 'CanvasText',
  textLight: 'CanvasText',
  textHeader: 'CanvasText',
  textHeaderSelected: 'HighlightText',
  bgCell: 'Canvas',
  bgHeader: 'Canvas',
  bgHeaderHasFocus: 'Canvas',
  bgHeaderHovered: 'Canvas',
  borderColor: 'CanvasText',
  horizontalBorderColor: 'CanvasText',
};

export const isHighContrast = (): boolean => matchMedia('(forced-colors: active)').matches;
export const gridTheme = (): Partial<Theme> => (isHighContrast() ? CONTRAST : PLAIN);
