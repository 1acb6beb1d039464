import assert from 'node:assert/strict';
import { createMasker } from '../../../../src/core/masking/masker';
import { maskSheet, type SheetMaskState } from '../../../../src/hosts/xlsx/mask/maskSheet';
import { hideIn, maskXml, type XmlMasks } from '../../../../src/hosts/xlsx/mask/xmlMasks';
import type { MaskOrder } from '../../../../src/ports/masking';

const masker = createMasker({ names: ['测试甲'] });
const masks: XmlMasks = { spans: (text) => masker.spans(text) };

describe('masking XML', () => {
  it('hides a name that is split over runs of different looks, and keeps the runs', () => {
    const xml = '<si><r><rPr><b/></rPr><t>经测</t></r><r><t>试</t></r><r><t>甲确认</t></r></si>';
    assert.equal(maskXml(xml, masks), '<si><r><rPr><b/></rPr><t>经测**</t></r><r><t></t></r><r><t>确认</t></r></si>');
  });

  it('puts what is shown where a span begins, whatever the texts are cut into', () => {
    assert.deepEqual(hideIn(['ab', '', 'cd', 'ef'], [{ start: 1, end: 5, shown: '*' }]), ['a*', '', '', 'f']);
    assert.deepEqual(
      hideIn(
        ['abcdef'],
        [
          { start: 0, end: 2, shown: '1' },
          { start: 4, end: 6, shown: '2' },
        ],
      ),
      ['1cd2'],
    );
    assert.deepEqual(hideIn(['abc'], []), ['abc']);
  });

  it('takes out phonetic guides, comments, and resolves entities and CDATA', () => {
    assert.equal(
      maskXml('<si><t>&#27979;试甲&amp;乙</t><rPh sb="0" eb="1"><t>ceshi</t></rPh><!-- 测试甲 --></si>', masks),
      '<si><t>测**&amp;乙</t><rPh sb="0" eb="1"><t></t></rPh></si>',
    );
    assert.equal(maskXml('<a><v><![CDATA[测试甲<]]></v></a>', masks), '<a><v>测**&lt;</v></a>');
  });

  it('hides attributes that people wrote, and leaves codes', () => {
    assert.equal(
      maskXml('<a><filter val="13800001234"/><x w="13800001234" r:id="rId1" title="测试甲"/></a>', masks),
      '<a><filter val="138****1234"/><x w="13800001234" r:id="rId1" title="测**"/></a>',
    );
    assert.equal(maskXml('<sheet name="测试甲案"/>', masks), '<sheet name="测××案"/>');
  });

  it('leaves a part without anything personal as it is', () => {
    const xml = '<?xml version="1.0"?>\n<a b="1" xmlns:c="d"><e>办公室</e> <f/></a>';
    assert.equal(maskXml(xml, masks), xml);
  });
});

describe('masking a sheet', () => {
  /** Column 2 is personal, column 3 holds numbers of cases. */
  const order: MaskOrder = {
    masker,
    cell: (_sheet, row, column, seen) => (row > 1 && column === 2 ? `${seen[0] ?? ''}*` : column === 3 ? seen : null),
  };
  const stateWith = (strings: readonly string[]): SheetMaskState => ({
    order,
    masks,
    strings,
    personal: new Map(),
    shared: new Set(),
    cells: 0,
    formulas: 0,
  });
  const sheet = (rows: string, after = '', p = ''): string =>
    `<${p}worksheet><${p}sheetData>${rows}</${p}sheetData>${after}</${p}worksheet>`;

  it('hides personal cells of every kind, by their place though none is written', () => {
    const state = stateWith(['诉求人', '一二', '测试甲反映']);
    const xml = sheet(
      '<row><c t="s"><v>2</v></c><c t="s"><v>0</v></c></row>' +
        '<row><c/><c s="4" t="s"><v>1</v></c><c><v>110105194912310020</v></c></row>' +
        '<row r="7"><c r="B7"><v>13900001111</v></c><c r="D7" t="inlineStr"><is><r><t>测试</t></r><r><t>甲</t></r></is></c></row>',
    );
    const masked = maskSheet(xml, '台账', state);
    assert.match(masked, /<c s="4" t="inlineStr"><is><t xml:space="preserve">一\*<\/t><\/is><\/c>/u);
    assert.match(masked, /<c r="B7" t="inlineStr"><is><t xml:space="preserve">1\*<\/t>/u);
    assert.match(masked, /<c><v>110105194912310020<\/v><\/c>/u, 'a number of a case stays');
    assert.match(masked, /<r><t>测\*\*<\/t><\/r><r><t><\/t><\/r>/u);
    assert.deepEqual([...state.personal], [[1, '一*']]);
    assert.deepEqual([...state.shared], [2, 0]);
    assert.equal(state.cells, 2);
  });

  it('turns formulas into what they showed, hidden', () => {
    const state = stateWith([]);
    const xml = sheet(
      '<row r="2"><c r="A2" t="str"><f>B2&amp;"测试甲"</f><v>经测试甲</v></c><c r="D2"><f>1+1</f><v>2</v></c>' +
        '<c r="E2"><f t="shared" si="0"/><v>13800001234</v></c></row>',
    );
    const masked = maskSheet(xml, '台账', state);
    assert.ok(!masked.includes('<f'), masked);
    assert.match(masked, /<c r="A2" t="inlineStr"><is><t xml:space="preserve">经测\*\*<\/t>/u);
    assert.match(masked, /<c r="D2"><v>2<\/v><\/c>/u);
    assert.match(masked, /138\*{4}1234/u);
    assert.equal(state.formulas, 3);
  });

  it('reads headers and footers past their codes, and takes the printer out', () => {
    const after =
      '<pageSetup paperSize="9" r:id="rId3"/><headerFooter><oddHeader>&amp;L&amp;10138 0000 1234&amp;"宋体,常规"测试甲</oddHeader></headerFooter>';
    const masked = maskSheet(sheet('', after), '台账', stateWith([]));
    assert.match(masked, /<pageSetup paperSize="9"\/>/u);
    assert.ok(!masked.includes('测试甲'));
  });

  it('works on parts with prefixes', () => {
    const xml = sheet('<x:row r="2"><x:c r="B2" t="s"><x:v>0</x:v></x:c></x:row>', '', 'x:');
    const masked = maskSheet(xml, '台账', stateWith(['一二']));
    assert.match(masked, /<x:c r="B2" t="inlineStr"><x:is><x:t xml:space="preserve">一\*<\/x:t><\/x:is><\/x:c>/u);
  });
});
