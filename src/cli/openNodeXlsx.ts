import type { Result } from '../core/problem';
import { nodeCodec } from '../hosts/xlsx/inflateNode';
import { deflateByNode } from '../hosts/xlsx/write/deflateNode';
import { openXlsx, type XlsxWorkbook } from '../hosts/xlsx/xlsxWorkbook';

/** Opens a workbook with what Node has natively. */
export const openNodeXlsx = (name: string, bytes: Uint8Array): Promise<Result<XlsxWorkbook>> =>
  openXlsx(name, bytes, { codec: nodeCodec, deflate: deflateByNode });
