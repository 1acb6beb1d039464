import { contentTypes, MAIN, relationships, RELATIONSHIPS, STYLES, zipParts } from './files';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';

const LEDGER =
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}" ` +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" ' +
  'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">' +
  '<sheetPr codeName="Sheet1"><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="A1:D6"/>' +
  '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="14.25" x14ac:dyDescent="0.2"/>' +
  '<cols><col min="1" max="2" width="9.5" customWidth="1"/><col min="3" max="16384" width="9" style="2" hidden="1"/></cols>' +
  '<sheetData><row r="1" spans="1:4" ht="30" customHeight="1" x14ac:dyDescent="0.2"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/></row>' +
  '<!-- <row r="2"> a trap --><row r="2" spans="1:4"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" t="s"><v>3</v></c><c r="D2" t="inlineStr"><is><r><rPr><b/></rPr><t>办理</t></r><r><t>时限</t></r></is></c></row>\r\n' +
  '<row r="3" spans="1:4"><c r="A3"><v>1</v></c><c r="B3" s="1"><v>44477</v></c><c r="C3"><f>SUM(A3:A4)</f><v>3</v></c><c r="D3" t="s"><v>4</v></c></row>' +
  '<row r="4" spans="1:4" hidden="1"><c r="A4"><v>2</v></c><c r="B4" s="1"/><c r="C4"><f t="shared" ref="C4:C5" si="0">A4*2</f><v>4</v></c><c r="D4" t="e"><v>#REF!</v></c></row>' +
  '<row r="5" spans="1:4"><c r="A5"><v>3</v></c><c r="C5"><f t="shared" si="0"/><v>6</v></c><c r="D5" t="b"><v>1</v></c></row>' +
  '<row r="6"><c r="A6" t="s"><v>5</v></c><c r="C6"><f t="array" ref="C6">SUM(A3:A5*1)</f><v>6</v></c></row></sheetData>' +
  '<sheetProtection sheet="0" objects="1"/><autoFilter ref="A2:D5"><filterColumn colId="0"><filters><filter val="1"/></filters></filterColumn></autoFilter>' +
  '<mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells><phoneticPr fontId="1" type="noConversion"/>' +
  '<conditionalFormatting sqref="B3:B5"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>44000</formula></cfRule></conditionalFormatting>' +
  '<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="D3:D1048576"><formula1>"是,否"</formula1></dataValidation></dataValidations>' +
  '<hyperlinks><hyperlink ref="A3" r:id="rId1"/></hyperlinks><printOptions gridLines="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
  '<drawing r:id="rId2"/><legacyDrawing r:id="rId3"/></worksheet>';

const marker = (column: number, row: number): string =>
  `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;

/** Everything that an office's workbook has and that a library would lose: only its bytes matter here. */
export const NASTY_PARTS = {
  '[Content_Types].xml': contentTypes({
    '/xl/workbook.xml': 'spreadsheetml.sheet.main',
    '/xl/worksheets/sheet1.xml': 'spreadsheetml.worksheet',
    '/xl/worksheets/sheet2.xml': 'spreadsheetml.worksheet',
    '/xl/chartsheets/sheet1.xml': 'spreadsheetml.chartsheet',
    '/xl/styles.xml': 'spreadsheetml.styles',
    '/xl/sharedStrings.xml': 'spreadsheetml.sharedStrings',
    '/xl/calcChain.xml': 'spreadsheetml.calcChain',
    '/xl/comments1.xml': 'spreadsheetml.comments',
    '/xl/drawings/drawing1.xml': 'drawing',
    '/xl/charts/chart1.xml': 'drawingml.chart',
    '/xl/pivotCache/pivotCacheDefinition1.xml': 'spreadsheetml.pivotCacheDefinition',
    '/xl/pivotTables/pivotTable1.xml': 'spreadsheetml.pivotTable',
    '/docProps/app.xml': 'extended-properties',
  }),
  '_rels/.rels': relationships(
    ['rId1', 'officeDocument', 'xl/workbook.xml'],
    ['rId2', 'extended-properties', 'docProps/app.xml'],
  ),
  'docProps/app.xml':
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>',
  'xl/workbook.xml':
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><fileVersion appName="xl"/>` +
    '<workbookPr codeName="ThisWorkbook"/><bookViews><workbookView activeTab="1"/></bookViews><sheets><sheet name="统计" sheetId="2" r:id="rId2"/>' +
    '<sheet name="台账" sheetId="7" r:id="rId1"/><sheet name="图表" sheetId="9" r:id="rId8"/></sheets>' +
    '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">台账!$A$2:$D$5</definedName>' +
    '<definedName name="_xlnm.Print_Area" localSheetId="1">台账!$A$1:$D$6</definedName><definedName name="股室">统计!$A$1:$A$9</definedName></definedNames>' +
    '<calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="1" r:id="rId6"/></pivotCaches></workbook>',
  'xl/_rels/workbook.xml.rels': relationships(
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId2', 'worksheet', '/xl/worksheets/sheet2.xml'],
    ['rId3', 'styles', 'styles.xml'],
    ['rId4', 'sharedStrings', 'sharedStrings.xml'],
    ['rId5', 'calcChain', 'calcChain.xml'],
    ['rId6', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'],
    ['rId7', 'vbaProject', 'vbaProject.bin'],
    ['rId8', 'chartsheet', 'chartsheets/sheet1.xml'],
  ),
  'xl/worksheets/sheet1.xml': LEDGER,
  'xl/worksheets/_rels/sheet1.xml.rels': relationships(
    ['rId2', 'drawing', '../drawings/drawing1.xml'],
    ['rId3', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
    ['rId4', 'comments', '../comments1.xml'],
  ).replace(
    '</Relationships>',
    `<Relationship Id="rId1" Type="${RELATIONSHIPS}/hyperlink" Target="http://example.invalid/" TargetMode="External"/></Relationships>`,
  ),
  'xl/worksheets/sheet2.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><f>COUNTA(台账!A3:A5)</f><v>3</v></c></row></sheetData></worksheet>`,
  'xl/worksheets/_rels/sheet2.xml.rels': relationships(['rId1', 'pivotTable', '../pivotTables/pivotTable1.xml']),
  'xl/chartsheets/sheet1.xml': `<chartsheet xmlns="${MAIN}"/>`,
  'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>甲某</author></authors><commentList><comment ref="B3" authorId="0"><text><t>核实</t></text></comment></commentList></comments>`,
  'xl/drawings/vmlDrawing1.vml': '<xml xmlns:v="urn:schemas-microsoft-com:vml"></xml>',
  'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="${DRAWING}"><xdr:twoCellAnchor><xdr:from>${marker(1, 9)}</xdr:from><xdr:to>${marker(8, 20)}</xdr:to></xdr:twoCellAnchor></xdr:wsDr>`,
  'xl/charts/chart1.xml': '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>',
  'xl/media/image1.png': Uint8Array.from({ length: 3000 }, (_, i) => (i * i * 31) & 0xff),
  'xl/vbaProject.bin': Uint8Array.from({ length: 2000 }, (_, i) => (i * 7) & 0xff),
  'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition xmlns="${MAIN}" recordCount="0"/>`,
  'xl/pivotTables/pivotTable1.xml': `<pivotTableDefinition xmlns="${MAIN}" name="透视"/>`,
  'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="C3" i="7"/><c r="C4"/><c r="C5"/><c r="C6" a="1"/><c r="A1" i="2"/></calcChain>`,
  'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" count="6" uniqueCount="6">${['诉求台账', '序号', '登记日期', '合计', '尽快', '注：甲某填报'].map((t) => `<si><t>${t}</t></si>`).join('')}</sst>`,
  'xl/styles.xml': STYLES,
} as const;

export const nastyWorkbook = (): Uint8Array => zipParts(NASTY_PARTS);
