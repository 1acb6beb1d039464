import { HostObject, type HostClass } from '../engine/hostClass';
import { formatAddress, type Rect } from '../model/a1';
import type { Sheet } from '../model/sheet';
import { clearRange } from '../model/write';
import { AREAS_FORMAT } from './areasFormat';
import { CONDITIONAL_FORMATS } from './conditionalFormats';
import { DATA_VALIDATION } from './dataValidation';
import { RANGE } from './range';
import { AreasState, RangeState } from './rangeState';
import { WORKSHEET } from './worksheet';

/** A RangeAreas object over rectangles of one sheet. */
export const areasObject = (sheet: Sheet, areas: readonly Rect[]): HostObject =>
  HostObject.of(
    RANGE_AREAS,
    new AreasState(
      sheet,
      areas.map((area) => new RangeState(sheet, area)),
    ),
  );

const addressOf = ({ areas, sheet }: AreasState): string =>
  areas.map(({ rect }) => formatAddress(rect, sheet.name)).join(',');

export const RANGE_AREAS: HostClass<AreasState> = {
  name: 'RangeAreas',
  tracked: true,
  scalars: {
    Address: { get: addressOf },
    AddressLocal: { get: addressOf },
    AreaCount: { get: ({ areas }) => areas.length },
    CellCount: { get: ({ areas }) => areas.reduce((sum, { rect }) => sum + rect.rows * rect.columns, 0) },
  },
  objects: {
    Areas: (state) => HostObject.of(RANGE_COLLECTION, state),
    Worksheet: ({ sheet }) => HostObject.of(WORKSHEET, sheet),
    Format: (state) => HostObject.of(AREAS_FORMAT, state),
    ConditionalFormats: (state) => HostObject.of(CONDITIONAL_FORMATS, state),
    DataValidation: (state) => HostObject.of(DATA_VALIDATION, state),
  },
  methods: {
    Clear: ({ sheet, areas }, args) => {
      for (const { rect } of areas) clearRange(sheet, rect, args.optionalText(0) ?? 'All');
    },
  },
};

const RANGE_COLLECTION: HostClass<AreasState> = {
  name: 'RangeCollection',
  items: ({ areas }) => areas.map((area) => HostObject.of(RANGE, area)),
  methods: {
    GetCount: ({ areas }) => areas.length,
    GetItemAt: ({ areas }, args) => {
      const area = areas[args.integer(0)];
      return area ? HostObject.of(RANGE, area) : null;
    },
  },
};
