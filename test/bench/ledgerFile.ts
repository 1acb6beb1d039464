import { closeSync, openSync, writeSync } from 'node:fs';
import { Zip, ZipDeflate } from 'fflate';

/** A small generator of reproducible numbers (mulberry32): the same ledger on every machine. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const HEADINGS =
  '序号,编号,诉求人,联系电话,住址,诉求内容,诉求类别,来源渠道,信访形式,登记日期,交办日期,责任股室,包案负责人,办理时限,时限来源,办理情况,办理状态,办结日期,办理结果,备注'.split(
    ',',
  );
const UNITS = '办公室,政工股,法制监督股,社区矫正大队,公证处,法律援助中心,行政复议与应诉股,普法与依法治理股'.split(',');
const CHANNELS = '县信访部门交办,县诉求办转交,自行梳理'.split(',');
const FORMS = '信,访,网,电,信箱,热线,留言'.split(',');
const STATES = '受理,办理中,已办结'.split(',');
const PHRASES = (
  '反映村道路硬化工程款拖欠多年未付,要求落实土地征收补偿安置政策,邻里因宅基地边界发生纠纷,申请法律援助追索劳动报酬,' +
  '反映公证事项办理时间过长,请求调解离婚后子女抚养问题,对行政复议决定不服要求复核,希望尽快修复破损的排水设施,' +
  '反映安置小区物业收费不透明,要求核实低保资格取消的原因,承办人已与当事人见面沟通,双方就赔偿数额仍有分歧,' +
  '已约谈相关责任人并制定化解方案,拟于下周组织现场调解,经调查核实情况基本属实'
).split(',');

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/**
 * Writes a ledger of `rows` cases and 20 columns as Excel would: shared strings, styles, dates as serials.
 * @param offices how many units there are, at least those of the bureau itself
 * @param nth which of several ledgers it is: each has cases and numbers of its own
 */
export function writeLedgerFile(
  path: string,
  rows: number,
  offices = 0,
  nth = 0,
): { sheetBytes: number; cells: number } {
  const random = randomNumbers(20211008 + nth);
  const units = [
    ...UNITS,
    ...Array.from({ length: Math.max(0, offices - UNITS.length) }, (_, n) => `第${n + 1}司法所`),
  ];
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const prose = (least: number): string => {
    let text = '';
    while (text.length < least)
      text += `${pick(PHRASES)}（${Math.floor(random() * 900) + 100}）${random() < 0.5 ? '，' : '；'}`;
    return `${text.slice(0, -1)}。`;
  };
  const file = openSync(path, 'w');
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    writeSync(file, piece);
  });
  let sheetBytes = 0;
  const encoder = new TextEncoder();
  const part = (name: string): { add(text: string): number; end(): void } => {
    const entry = new ZipDeflate(name, { level: 3 });
    zip.add(entry);
    let pending = '';
    const flush = (final: boolean): number => {
      const bytes = encoder.encode(pending);
      pending = '';
      entry.push(bytes, final);
      return bytes.length;
    };
    let size = 0;
    return {
      add(text) {
        pending += text;
        if (pending.length > 100_000) size += flush(false);
        return size;
      },
      end() {
        sheetBytes = size + flush(true);
      },
    };
  };
  for (const [name, text] of Object.entries(SMALL_PARTS)) {
    const small = part(name);
    small.add(text);
    small.end();
  }

  const strings = new Map<string, number>();
  const shared = (text: string): string => {
    let index = strings.get(text);
    if (index === undefined) strings.set(text, (index = strings.size));
    return String(index);
  };
  const sheet = part('xl/worksheets/sheet1.xml');
  sheet.add(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${REL}"><dimension ref="A1:T${rows + 1}"/><sheetData>`,
  );
  const cell = (row: number, column: number, kind: 's' | 'n' | 'd' | '', value: string): string => {
    const at = `r="${String.fromCharCode(65 + column)}${row}"`;
    if (kind === '') return `<c ${at} s="1"/>`;
    return kind === 's'
      ? `<c ${at} s="1" t="s"><v>${value}</v></c>`
      : `<c ${at} s="${kind === 'd' ? 2 : 1}"><v>${value}</v></c>`;
  };
  sheet.add(`<row r="1" spans="1:20">${HEADINGS.map((h, c) => cell(1, c, 's', shared(h))).join('')}</row>`);
  for (let i = 0; i < rows; i++) {
    const row = i + 2;
    const day = 44200 + Math.floor(random() * 250);
    const closed = random() < 0.6;
    const texts = (c: number, text: string): string => cell(row, c, 's', shared(text));
    sheet.add(
      `<row r="${row}" spans="1:20" ht="42" customHeight="1">` +
        cell(row, 0, 'n', String(i + 1)) +
        texts(1, `XF2021${String(nth * rows + i + 1).padStart(6, '0')}`) +
        texts(2, `测试${pick('甲乙丙丁戊己庚辛壬癸'.split(''))}${i % 2003}`) +
        texts(3, `1390000${String(i % 10000).padStart(4, '0')}`) +
        texts(4, `某镇某村${i % 977}号`) +
        texts(5, prose(60)) +
        texts(6, pick(PHRASES).slice(0, 4)) +
        texts(7, pick(CHANNELS)) +
        texts(8, pick(FORMS)) +
        cell(row, 9, 'd', String(day)) +
        cell(row, 10, 'd', String(day + 3)) +
        texts(11, pick(units)) +
        texts(12, `测试${i % 37}`) +
        cell(row, 13, 'd', String(day + 60)) +
        texts(14, pick(['上级明确', '股室提出'])) +
        texts(15, prose(40)) +
        texts(16, closed ? '已办结' : pick(STATES)) +
        (closed ? cell(row, 17, 'd', String(day + 40)) : cell(row, 17, '', '')) +
        (closed ? texts(18, prose(30)) : cell(row, 18, '', '')) +
        cell(row, 19, '', '') +
        '</row>',
    );
  }
  sheet.add(
    '</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>',
  );
  sheet.end();
  const size = sheetBytes;
  const sst = part('xl/sharedStrings.xml');
  sst.add(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${MAIN}" uniqueCount="${strings.size}">`,
  );
  for (const text of strings.keys()) sst.add(`<si><t>${escapeXml(text)}</t></si>`);
  sst.add('</sst>');
  sst.end();
  zip.end();
  closeSync(file);
  return { sheetBytes: size, cells: rows * HEADINGS.length };
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const SMALL_PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${REL}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/styles.xml':
    `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>` +
    `<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};
