import type { FilledChart } from '../../../core/writeplan/chartCells';
import { chartMarker } from '../../../core/writeplan/markers';
import { relationshipsPart } from '../relationships';
import { chartXml, type DrawingNamespaces } from './chartXml';
import type { PackageEdit } from './packageEdit';
import { escapeAttribute } from './xmlText';

/** How one of our sheets names its drawing: we write the sheet's relationships whole. */
export const DRAWING_ID = 'rId1';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

const isStrict = (namespace: string): boolean => namespace.startsWith('http://purl.oclc.org/');

/** The namespace by which parts of the workbook name relationships, by that of the workbook's own elements. */
export const relationshipsNamespace = (namespace: string): string =>
  isStrict(namespace)
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const namespacesOf = (namespace: string): DrawingNamespaces => {
  const base = isStrict(namespace)
    ? 'http://purl.oclc.org/ooxml/drawingml'
    : 'http://schemas.openxmlformats.org/drawingml/2006';
  return {
    main: `${base}/main`,
    chart: `${base}/chart`,
    sheet: `${base}/spreadsheetDrawing`,
    relationships: relationshipsNamespace(namespace),
  };
};

/** A sheet of ours that was just written. */
export interface DrawnSheet {
  readonly part: string;
  readonly name: string;
  /** Of the workbook's own elements. */
  readonly namespace: string;
}

/**
 * Writes the drawing and the charts of a sheet and relates them, and answers the parts. A sheet that is replaced keeps
 * the parts it had, as far as they go: writing twice equals writing once.
 */
export async function writeCharts(
  edit: PackageEdit,
  { part, name, namespace }: DrawnSheet,
  charts: readonly FilledChart[],
  replaced = false,
): Promise<readonly string[]> {
  if (charts.length === 0) return [];
  const namespaces = namespacesOf(namespace);
  const folder = edit.pkg.workbookPart.slice(0, edit.pkg.workbookPart.lastIndexOf('/') + 1);
  const had = replaced ? await drawnBefore(edit, part) : { drawings: [], charts: [] };
  const drawing = await takePart(edit, had.drawings[0], (n) => `${folder}drawings/drawing${n}.xml`, DRAWING_TYPE);
  const parts: string[] = [];
  for (const [at, chart] of charts.entries()) {
    const own = await takePart(edit, had.charts[at], (n) => `${folder}charts/chart${n}.xml`, CHART_TYPE);
    await edit.setText(own, chartXml(chart, name, namespaces));
    // Looks that Excel keeps beside a chart when it saves the file.
    if (edit.has(relationshipsPart(own))) edit.remove(relationshipsPart(own));
    parts.push(own);
  }
  await edit.setText(drawing, drawingXml(charts, namespaces));
  const { relationships } = namespaces;
  await edit.setText(relationshipsPart(drawing), relationshipsXml(relationships, 'chart', parts));
  await edit.setText(relationshipsPart(part), relationshipsXml(relationships, 'drawing', [drawing]));
  return [drawing, ...parts];
}

/** The drawing and charts that a sheet of the package leads to and no other does. */
async function drawnBefore(
  { pkg }: PackageEdit,
  sheet: string,
): Promise<{ readonly drawings: readonly string[]; readonly charts: readonly string[] }> {
  const targets = async (source: string, type: string): Promise<string[]> =>
    pkg.has(source)
      ? (await pkg.relationships(source))
          .filter((r) => r.type === type && pkg.has(r.target))
          .map(({ target }) => target)
      : [];
  const drawings = await targets(sheet, 'drawing');
  for (const other of pkg.sheets) {
    if (other.part === sheet) continue;
    const shared = await targets(other.part, 'drawing');
    if (shared.some((one) => drawings.includes(one))) return { drawings: [], charts: [] };
  }
  const charts: string[] = [];
  for (const drawing of drawings) charts.push(...(await targets(drawing, 'chart')));
  return { drawings, charts };
}

async function takePart(
  edit: PackageEdit,
  had: string | undefined,
  nameOf: (n: number) => string,
  contentType: string,
): Promise<string> {
  if (had !== undefined) return had;
  let n = 1;
  while (edit.has(nameOf(n))) n++;
  await edit.declare(nameOf(n), contentType);
  return nameOf(n);
}

const relationshipsXml = (base: string, type: string, targets: readonly string[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}">` +
  targets
    .map((target, i) => `<Relationship Id="rId${i + 1}" Type="${base}/${type}" Target="/${escapeAttribute(target)}"/>`)
    .join('') +
  '</Relationships>';

function drawingXml(charts: readonly FilledChart[], { main, chart, sheet, relationships }: DrawingNamespaces): string {
  const corner = (tag: string, { row, column }: { readonly row: number; readonly column: number }): string =>
    `<xdr:${tag}><xdr:col>${column - 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  const anchors = charts.map(
    ({ chart: { from, to, title } }, i) =>
      `<xdr:twoCellAnchor editAs="oneCell">${corner('from', from)}${corner('to', to)}` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${i + 2}" name="${chartMarker(i)}" descr="${escapeAttribute(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${chart}"><c:chart xmlns:c="${chart}" r:id="rId${i + 1}"/></a:graphicData></a:graphic>` +
      '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>',
  );
  return `${XML}<xdr:wsDr xmlns:xdr="${sheet}" xmlns:a="${main}" xmlns:r="${relationships}">${anchors.join('')}</xdr:wsDr>`;
}
