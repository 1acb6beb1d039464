/** The form of official documents by GB/T 9704-2012, in twips (twentieths of a point) unless said otherwise. */

const MM = 1440 / 25.4;
const mm = (millimetres: number): number => Math.round(millimetres * MM);
const pt = (points: number): number => Math.round(points * 20);

export const PAGE = {
  width: mm(210),
  height: mm(297),
  top: mm(37),
  bottom: mm(35),
  left: mm(28),
  right: mm(26),
  /** The page number stands 7 mm below the text. */
  footer: mm(23),
} as const;

/** 156 mm of text. */
export const TEXT_WIDTH = mm(156);

/** 三号: a letter of the body is as wide. Twenty-eight of them, a hair closer, fill a line. */
export const LETTER = pt(16);
export const LETTER_SPACING = -5;
/** Twenty-two lines a page. */
export const LINE = pt(28);
export const LINE_PITCH = Math.floor(mm(225) / 22);
/** Lines of tables, which are set smaller. */
export const TABLE_LINE = pt(17);

/** Sizes in half-points. */
export const SIZE = {
  title: 44,
  slipTitle: 36,
  body: 32,
  pageNumber: 28,
  imprint: 28,
  form: 24,
  table: 21,
  caption: 28,
} as const;

/** The faces that the standard asks for. */
export const FACES = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading: '黑体',
  subheading: '楷体_GB2312',
  pageNumber: '宋体',
} as const;
export type Face = (typeof FACES)[keyof typeof FACES];

/** What stands in for a face that a machine does not have, best first. */
const STAND_INS: Readonly<Record<Face, readonly string[]>> = {
  方正小标宋简体: ['方正小标宋_GBK', '华文中宋', '宋体', 'SimSun', 'Noto Serif CJK SC'],
  仿宋_GB2312: ['仿宋', 'FangSong', '华文仿宋', 'Noto Serif CJK SC'],
  黑体: ['SimHei', '微软雅黑', 'Noto Sans CJK SC'],
  楷体_GB2312: ['楷体', 'KaiTi', '华文楷体', 'Noto Serif CJK SC'],
  宋体: ['SimSun', 'Noto Serif CJK SC'],
};

/** `word/fontTable.xml`: each face with its stand-ins, so that a machine without it takes the nearest it has. */
export function fontTable(): string {
  const fonts = Object.entries(STAND_INS).map(
    ([face, others]) =>
      `<w:font w:name="${face}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/>` +
      `<w:family w:val="${face === FACES.heading ? 'modern' : 'roman'}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `${fonts.join('')}</w:fonts>`
  );
}

/** How many letters wide a text is: what is not Chinese is half as wide. */
export const lettersWide = (text: string): number =>
  [...text].reduce(
    (sum, letter) => sum + (letter.charCodeAt(0) < 0x2e80 && !/[“”‘’…—〔〕]/u.test(letter) ? 0.5 : 1),
    0,
  );
