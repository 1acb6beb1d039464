import { columnLetters } from '../../../core/ledger/grid';
import { hasLabels, valueScale, type FilledChart } from '../../../core/writeplan/chartCells';
import type { CellRun } from '../../../core/writeplan/plan';
import { quoteSheet } from '../marker';
import { escapeText } from './xmlText';

/** The namespaces of drawings, which a strict workbook spells differently. */
export interface DrawingNamespaces {
  readonly main: string;
  readonly chart: string;
  readonly sheet: string;
  readonly relationships: string;
}

/** Patterns of bars and marks of lines, in an order in which neighbours are told apart without colour. */
const PATTERNS = ['dkUpDiag', 'ltHorz', 'pct50', 'wdDnDiag', 'smGrid', 'ltVert'] as const;
const MARKS = ['circle', 'square', 'triangle', 'diamond', 'x', 'plus'] as const;
const DASHES = ['solid', 'dash', 'sysDot', 'dashDot', 'lgDash', 'sysDash'] as const;
const BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>';
const LINE_OUT = `<a:ln w="9525">${BLACK}</a:ln>`;
const GRID = '<a:ln w="6350"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln>';

/** The part of one chart: its cells by reference, and what they hold for whoever does not look them up. */
export function chartXml(filled: FilledChart, sheet: string, namespaces: DrawingNamespaces): string {
  const { chart } = filled;
  const isBar = chart.kind === 'bar';
  const series = chart.series.map((_, at) => seriesXml(filled, at, sheet)).join('');
  const plot = isBar
    ? `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}` +
      '<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
    : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}` +
      '<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>';
  const legend =
    chart.series.length > 1 ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textLook(900)}</c:legend>` : '';
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<c:chartSpace xmlns:c="${namespaces.chart}" xmlns:a="${namespaces.main}" xmlns:r="${namespaces.relationships}">` +
    '<c:roundedCorners val="0"/><c:chart>' +
    `${titleXml(chart.title, 1100, true)}<c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/>${plot}${axesXml(filled, isBar)}</c:plotArea>${legend}` +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    // No frame: it would lie on the edge of what is printed, and be cut there.
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>' +
    '</c:chartSpace>'
  );
}

function titleXml(text: string, size: number, bold: boolean): string {
  const look = `sz="${size}" b="${bold ? 1 : 0}"`;
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr ${look}/></a:pPr>` +
    `<a:r><a:rPr lang="zh-CN" ${look}/><a:t>${escapeText(text)}</a:t></a:r></a:p></c:rich></c:tx>` +
    '<c:overlay val="0"/></c:title>'
  );
}

function seriesXml(filled: FilledChart, at: number, sheet: string): string {
  const { chart, categories, values } = filled;
  const { name, values: run } = chart.series[at] ?? { name: '', values: chart.categories };
  const numbers = values[at] ?? [];
  const points = categories.map((text, i) => `<c:pt idx="${i}"><c:v>${escapeText(text)}</c:v></c:pt>`).join('');
  const figures = numbers.map((n, i) => (n === null ? '' : `<c:pt idx="${i}"><c:v>${n}</c:v></c:pt>`)).join('');
  return (
    `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:v>${escapeText(name)}</c:v></c:tx>` +
    (chart.kind === 'bar' ? barLook(at) : lineLook(at)) +
    (hasLabels(filled) ? LABELS[chart.kind] : '') +
    `<c:cat><c:strRef><c:f>${reference(sheet, chart.categories)}</c:f><c:strCache><c:ptCount val="${categories.length}"/>${points}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${reference(sheet, run)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${numbers.length}"/>${figures}</c:numCache></c:numRef></c:val>` +
    (chart.kind === 'line' ? '<c:smooth val="0"/>' : '') +
    '</c:ser>'
  );
}

const labels = (position: string): string =>
  `<c:dLbls>${textLook(800)}<c:dLblPos val="${position}"/><c:showLegendKey val="0"/><c:showVal val="1"/>` +
  '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>';

function barLook(at: number): string {
  const pattern = PATTERNS[at % PATTERNS.length] ?? PATTERNS[0];
  return (
    `<c:spPr><a:pattFill prst="${pattern}"><a:fgClr><a:srgbClr val="000000"/></a:fgClr>` +
    `<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>${LINE_OUT}</c:spPr><c:invertIfNegative val="0"/>`
  );
}

function lineLook(at: number): string {
  const fill = at % 2 === 0 ? '000000' : 'FFFFFF';
  return (
    `<c:spPr><a:ln w="19050">${BLACK}<a:prstDash val="${DASHES[at % DASHES.length] ?? DASHES[0]}"/></a:ln></c:spPr>` +
    `<c:marker><c:symbol val="${MARKS[at % MARKS.length] ?? MARKS[0]}"/><c:size val="7"/>` +
    `<c:spPr><a:solidFill><a:srgbClr val="${fill}"/></a:solidFill>${LINE_OUT}</c:spPr></c:marker>`
  );
}

function axesXml(filled: FilledChart, isBar: boolean): string {
  const { format, unit } = valueScale(filled);
  const scaling = (order: string, least = ''): string =>
    `<c:scaling><c:orientation val="${order}"/>${least}</c:scaling><c:delete val="0"/>`;
  const look = `<c:spPr>${LINE_OUT}</c:spPr>${textLook(900)}`;
  return (
    `<c:catAx><c:axId val="1"/>${scaling(isBar ? 'maxMin' : 'minMax')}<c:axPos val="${isBar ? 'l' : 'b'}"/>` +
    `<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="low"/>${look}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/>` +
    '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>' +
    `<c:valAx><c:axId val="2"/>${scaling('minMax', '<c:min val="0"/>')}<c:axPos val="${isBar ? 'b' : 'l'}"/>` +
    `<c:majorGridlines><c:spPr>${GRID}</c:spPr></c:majorGridlines>${titleXml(filled.chart.valueTitle, 900, false)}` +
    `<c:numFmt formatCode="${format}" sourceLinked="0"/>` +
    `<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${look}` +
    `<c:crossAx val="1"/><c:crosses val="${isBar ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/>${unit === null ? '' : `<c:majorUnit val="${unit}"/>`}</c:valAx>`
  );
}

const textLook = (size: number): string =>
  `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}">${BLACK}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;

const LABELS = { bar: labels('outEnd'), line: labels('t') } as const;

const reference = (sheet: string, { column, first, last }: CellRun): string =>
  escapeText(`${quoteSheet(sheet)}!$${columnLetters(column)}$${first}:$${columnLetters(column)}$${last}`);
