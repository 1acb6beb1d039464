/// <reference types="office-js" />

/** What the scenario needs of a page or of Node: the two namespaces of the client. */
export interface Client {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
}

export interface SeenError {
  readonly isOfficeError: boolean;
  readonly code: string;
  readonly location: string | undefined;
}

export interface ScenarioResult {
  readonly address: string;
  readonly values: unknown[][];
  readonly absentIsNull: boolean;
  readonly written: unknown[][];
  readonly fill: string;
  readonly sheets: readonly string[];
  readonly errors: Readonly<Record<'item' | 'notLoaded' | 'shape' | 'protected', SeenError>>;
  readonly tracked: { readonly address: string; readonly values: unknown[][] };
  readonly big: unknown[][];
  readonly events: readonly { readonly type: string; readonly address: string; readonly detail: unknown }[];
}

/**
 * An add-in's ordinary life, the same source in Node and in Chromium: read, write, fail, hold a range over syncs, write
 * more cells than the client sends in one piece, listen.
 */
export async function scenario({ Excel, OfficeExtension }: Client): Promise<ScenarioResult> {
  const attempt = async (run: (context: Excel.RequestContext) => Promise<unknown>): Promise<SeenError> => {
    try {
      await Excel.run(run);
    } catch (error) {
      const isOfficeError = error instanceof OfficeExtension.Error;
      const seen = error as OfficeExtension.Error;
      return { isOfficeError, code: seen.code, location: seen.debugInfo?.errorLocation };
    }
    return { isOfficeError: false, code: '', location: undefined };
  };
  const first = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('台账');
    const used = sheet.getUsedRange(true);
    used.load(['values', 'address']);
    const absent = context.workbook.worksheets.getItemOrNullObject('没有');
    await context.sync();
    sheet.getRange('B2').values = [[5]];
    sheet.getRange('A1').format.fill.color = '#ff0000';
    await context.sync();
    return { address: used.address, values: used.values, absentIsNull: absent.isNullObject };
  });
  const second = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('台账');
    const all = sheet.getRange('A1:B2').load('values');
    const head = sheet.getRange('A1').load('format/fill/color');
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    return { written: all.values, fill: head.format.fill.color, sheets: sheets.items.map((each) => each.name) };
  });
  const errors = {
    item: await attempt(async (context) => {
      context.workbook.worksheets.getItem('没有').load('name');
      await context.sync();
    }),
    notLoaded: await attempt(async (context) => {
      const range = context.workbook.worksheets.getItem('台账').getRange('A1');
      await context.sync();
      return range.values;
    }),
    shape: await attempt(async (context) => {
      context.workbook.worksheets.getItem('台账').getRange('A1:B2').values = [[1]];
      await context.sync();
    }),
    protected: await attempt(async (context) => {
      const sheet = context.workbook.worksheets.getItem('台账');
      sheet.protection.protect();
      await context.sync();
      sheet.getRange('A1').values = [['x']];
      await context.sync();
    }),
  };
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('台账').protection.unprotect();
    await context.sync();
  });
  const tracked = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('台账').getRange('D1').getResizedRange(1, 1);
    await context.sync();
    range.values = [
      [1, 2],
      [3, 4],
    ];
    await context.sync();
    range.load(['values', 'address']);
    await context.sync();
    return { address: range.address, values: range.values };
  });
  const big = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('大表');
    sheet.getRangeByIndexes(0, 0, 1000, 3).values = Array.from({ length: 1000 }, (_, i) => [
      i,
      `第${i}行`,
      '2021-10-08',
    ]);
    await context.sync();
    const last = sheet.getRange('A1000:C1000').load('values');
    await context.sync();
    return last.values;
  });
  const events: { type: string; address: string; detail: unknown }[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('台账');
    sheet.onChanged.add((event) => {
      events.push({ type: event.type, address: event.address, detail: event.details?.valueAfter ?? event.changeType });
      return Promise.resolve();
    });
    sheet.onSelectionChanged.add((event) => {
      events.push({ type: event.type, address: event.address, detail: null });
      return Promise.resolve();
    });
    await context.sync();
    sheet.getRange('C3').values = [[42]];
    sheet.getRange('C4:D5').select();
    await context.sync();
  });
  // Events come after the answer to what caused them.
  for (let look = 0; events.length < 2 && look < 1_000; look++) await new Promise((resolve) => setTimeout(resolve, 10));
  return { ...first, ...second, errors, tracked, big, events };
}
