import { invalidArgument } from '../engine/errors';
import { HostObject, type Arguments, type HostClass } from '../engine/hostClass';
import { RANGE_BORDER, RANGE_BORDERS, RANGE_FILL, RANGE_FONT, RANGE_FORMAT, type BorderState } from './rangeFormat';
import type { AreasState, RangeState } from './rangeState';

/** A class of ranges over several areas: what is set is set on each, what is read is null where they differ. */
function overAreas(one: HostClass<RangeState>): HostClass<AreasState> {
  const each = <T>(table: Readonly<Record<string, T>> | undefined): [string, T][] => Object.entries(table ?? {});
  return {
    name: one.name,
    scalars: Object.fromEntries(
      each(one.scalars).map(([name, { get, set }]) => [
        name,
        {
          get: ({ areas }: AreasState) => agreed(areas.map(get)),
          ...(set ? { set: ({ areas }: AreasState, value: unknown) => areas.forEach((area) => set(area, value)) } : {}),
        },
      ]),
    ),
    methods: Object.fromEntries(
      each(one.methods).map(([name, method]) => [
        name,
        ({ areas }: AreasState, args: Arguments) => {
          for (const area of areas) method(area, args);
        },
      ]),
    ),
  };
}

const agreed = ([first, ...others]: readonly unknown[]): unknown =>
  others.every((other) => other === first) ? first : null;

const AREAS_FILL = overAreas(RANGE_FILL);
const AREAS_FONT = overAreas(RANGE_FONT);
export const AREAS_FORMAT: HostClass<AreasState> = {
  ...overAreas(RANGE_FORMAT),
  objects: {
    Fill: (state) => HostObject.of(AREAS_FILL, state),
    Font: (state) => HostObject.of(AREAS_FONT, state),
    Borders: (state) => HostObject.of(AREAS_BORDERS, state),
  },
};

interface AreasBorder {
  readonly state: AreasState;
  readonly side: unknown;
}
const borderOf = (area: RangeState, side: unknown): BorderState => {
  const border = RANGE_BORDERS.item?.(area, side)?.as(RANGE_BORDER);
  if (!border) throw invalidArgument();
  return border;
};
const AREAS_BORDERS: HostClass<AreasState> = {
  name: 'RangeBorderCollection',
  item: (state, side) => HostObject.of(AREAS_BORDER, { state, side }),
};
const AREAS_BORDER: HostClass<AreasBorder> = {
  name: 'RangeBorder',
  scalars: Object.fromEntries(
    Object.entries(RANGE_BORDER.scalars ?? {}).map(([name, { get, set }]) => [
      name,
      {
        get: ({ state, side }: AreasBorder) => agreed(state.areas.map((area) => get(borderOf(area, side)))),
        ...(set
          ? {
              set: ({ state, side }: AreasBorder, value: unknown) =>
                state.areas.forEach((area) => set(borderOf(area, side), value)),
            }
          : {}),
      },
    ]),
  ),
};
