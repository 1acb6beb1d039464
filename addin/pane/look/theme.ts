import { loadTheme, type ITheme } from 'office-ui-fabric-react/lib/Styling';

/** Fonts of the office's machines first; nothing is fetched. */
export const FONTS =
  "'Microsoft YaHei UI', 'Microsoft YaHei', 'Segoe UI', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

/** Fabric's own theme with our fonts. */
export const loadOwnTheme = (): ITheme => loadTheme({ defaultFontStyle: { fontFamily: FONTS } });
