import * as React from 'react';
import { lineForKey } from './lineKeys';
import { heightOf, heightOfAll, lineAt, offsetOf, type LineGeometry } from './lineGeometry';

/** Lines drawn above and below those that can be seen. */
const OVERSCAN = 6;

/** What the focusable head of a line takes. */
export interface LineHead {
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
  readonly 'data-line-head': number;
}

/** The line that stood at `from` stands at `to` now; null for another list, of which `to` is shown at the top. */
export interface LineShift {
  readonly from: number | null;
  readonly to: number;
}

export interface VirtualListProps {
  readonly label: string;
  /** Other lines are on their way: whoever has the list read aloud is told to wait. */
  readonly isBehind?: boolean;
  readonly className?: string;
  readonly count: number;
  /** Of a closed line, in pixels. */
  readonly lineHeight: number;
  /** The line that the keyboard is on. */
  readonly active: number;
  readonly onActive: (at: number) => void;
  /** The line that is opened and as high as what it holds; -1 for none. */
  readonly opened: number;
  /** Another one whenever the lines are others than before: by it the list keeps its place. */
  readonly shift: LineShift;
  readonly keyOf: (at: number) => string;
  readonly renderLine: (at: number, head: LineHead) => React.ReactNode;
  /** The first and the last line that can be seen. */
  readonly onSeen: (first: number, last: number) => void;
}

interface VirtualListState {
  readonly from: number;
  readonly to: number;
  /** By how much the opened line is higher than others. */
  readonly extra: number;
}

/** How the list stood before it was drawn again. */
interface Snapshot {
  readonly top: number;
  readonly hadFocus: boolean;
  readonly geometry: LineGeometry;
}

/**
 * A list of any length that draws only the lines to be seen. The arrow keys, Home, End, PageUp and PageDown move between
 * lines; the focus stays on a line that is scrolled away, and goes to its neighbour when it is gone.
 */
export class VirtualList extends React.Component<VirtualListProps, VirtualListState, Snapshot> {
  override state: VirtualListState = { from: 0, to: 20, extra: 0 };
  private readonly scroller = React.createRef<HTMLDivElement>();
  private readonly openedLine = React.createRef<HTMLLIElement>();
  private readonly sizes = new ResizeObserver(() => this.resized());
  private observed: Element | null = null;
  /** How far it is scrolled, also while it is hidden and a browser forgets it. */
  private top = 0;
  private wasHidden = false;
  private seen = '';
  /** The keyboard moved: the line it is on gets the focus once it is drawn. */
  private moved = false;
  /** A line was opened: all of it is brought into sight once its height is known. */
  private opens = false;

  override componentDidMount(): void {
    if (this.scroller.current) this.sizes.observe(this.scroller.current);
    this.measure();
    this.look();
  }

  override componentWillUnmount(): void {
    this.sizes.disconnect();
  }

  override getSnapshotBeforeUpdate(props: VirtualListProps, state: VirtualListState): Snapshot {
    const scroller = this.scroller.current;
    const hadFocus = scroller?.contains(document.activeElement) ?? false;
    if (scroller && scroller.clientHeight > 0) this.top = scroller.scrollTop;
    return { top: this.top, hadFocus, geometry: geometryOf(props, state) };
  }

  override componentDidUpdate(before: VirtualListProps, _state: VirtualListState, snapshot: Snapshot): void {
    const isMeasured = !this.measure();
    this.keepPlace(before, snapshot);
    const { opened, shift } = this.props;
    if (opened >= 0 && opened !== before.opened && shift === before.shift) this.opens = true;
    if (this.opens && isMeasured) {
      this.opens = false;
      this.reveal(opened);
    }
    if (this.moved) {
      this.moved = false;
      this.reveal(this.props.active);
      this.focus();
    } else if (snapshot.hadFocus && !this.scroller.current?.contains(document.activeElement)) this.focus();
    this.look();
  }

  /** Puts the focus on the line that the keyboard is on. */
  focus(): void {
    const head = this.scroller.current?.querySelector<HTMLElement>(`[data-line-head="${this.props.active}"]`);
    head?.focus({ preventScroll: true });
  }

  override render(): JSX.Element {
    const {
      label,
      isBehind = false,
      className = '',
      count,
      lineHeight,
      active,
      opened,
      keyOf,
      renderLine,
    } = this.props;
    const geometry = geometryOf(this.props, this.state);
    return (
      <div
        ref={this.scroller}
        className={`virtual-list ${className}`}
        onScroll={() => this.scrolled()}
        onKeyDown={(event) => this.keyPressed(event)}
      >
        {/* By its role too: without bullets it is no list to some readers. */}
        <ul role="list" aria-label={label} aria-busy={isBehind} style={{ height: heightOfAll(geometry) }}>
          {this.drawn().map((at) => (
            <li
              key={keyOf(at)}
              ref={at === opened ? this.openedLine : undefined}
              aria-setsize={count}
              aria-posinset={at + 1}
              style={{
                top: offsetOf(geometry, at),
                ...(at === opened ? { minHeight: lineHeight } : { height: lineHeight }),
              }}
            >
              {renderLine(at, {
                tabIndex: at === active ? 0 : -1,
                onFocus: () => {
                  if (at !== this.props.active) this.props.onActive(at);
                },
                'data-line-head': at,
              })}
            </li>
          ))}
        </ul>
      </div>
    );
  }

  /** The lines around those that can be seen, and the one that the keyboard is on wherever it is. */
  private drawn(): readonly number[] {
    const { count, active } = this.props;
    const lines: number[] = [];
    const to = Math.min(count, this.state.to);
    if (active >= 0 && active < Math.min(this.state.from, count)) lines.push(active);
    for (let at = Math.min(this.state.from, to); at < to; at++) lines.push(at);
    if (active >= to && active < count) lines.push(active);
    return lines;
  }

  /** The line that the user looks at stays where it is, whatever opens, closes, comes or goes above it. */
  private keepPlace(before: VirtualListProps, { top, geometry }: Snapshot): void {
    const scroller = this.scroller.current;
    if (!scroller) return;
    const now = geometryOf(this.props, this.state);
    let wanted = top;
    if (this.props.shift !== before.shift) {
      const { shift } = this.props;
      wanted = offsetOf(now, shift.to) + (shift.from === null ? 0 : top - offsetOf(geometry, shift.from));
    } else if (now.opened !== geometry.opened || now.extra !== geometry.extra) {
      const held = this.isInSight(geometry, top, this.props.active) ? this.props.active : lineAt(geometry, top);
      wanted = top + offsetOf(now, held) - offsetOf(geometry, held);
    } else return;
    this.scrollTo(scroller, Math.max(0, wanted));
  }

  private isInSight(geometry: LineGeometry, top: number, at: number): boolean {
    const height = this.scroller.current?.clientHeight ?? 0;
    const offset = offsetOf(geometry, at);
    return offset + geometry.lineHeight > top && offset < top + height;
  }

  private reveal(at: number): void {
    const scroller = this.scroller.current;
    if (!scroller) return;
    const geometry = geometryOf(this.props, this.state);
    const offset = offsetOf(geometry, at);
    const bottom = offset + Math.min(heightOf(geometry, at), scroller.clientHeight);
    if (offset < this.top) this.scrollTo(scroller, offset);
    else if (bottom > this.top + scroller.clientHeight) this.scrollTo(scroller, bottom - scroller.clientHeight);
  }

  private scrollTo(scroller: HTMLElement, top: number): void {
    this.top = top;
    if (scroller.clientHeight === 0 || scroller.scrollTop === top) return;
    scroller.scrollTop = top;
    this.top = scroller.scrollTop;
  }

  /** Takes the opened line's height for the geometry, and watches it from then on; true where it is another one now. */
  private measure(): boolean {
    const line = this.openedLine.current;
    if (line !== this.observed) {
      if (this.observed) this.sizes.unobserve(this.observed);
      if (line) this.sizes.observe(line);
      this.observed = line;
    }
    const { opened, lineHeight } = this.props;
    // An opened line that is scrolled away keeps the height it had.
    const extra = opened < 0 ? 0 : line && line.offsetHeight > 0 ? line.offsetHeight - lineHeight : this.state.extra;
    if (extra === this.state.extra) return false;
    this.setState({ extra });
    return true;
  }

  private resized(): void {
    const scroller = this.scroller.current;
    if (!scroller) return;
    const isHidden = scroller.clientHeight === 0;
    if (!isHidden && this.wasHidden) scroller.scrollTop = this.top;
    this.wasHidden = isHidden;
    this.measure();
    this.look();
  }

  private scrolled(): void {
    const scroller = this.scroller.current;
    // A list that is hidden is told to be at its top.
    if (!scroller || scroller.clientHeight === 0) return;
    this.top = scroller.scrollTop;
    this.look();
  }

  /** Draws what has come into sight, and tells of it. */
  private look(): void {
    const height = this.scroller.current?.clientHeight ?? 0;
    const { count } = this.props;
    if (height === 0 || count === 0) return;
    const geometry = geometryOf(this.props, this.state);
    const first = lineAt(geometry, this.top);
    const last = lineAt(geometry, this.top + height);
    const { from, to } = this.state;
    const isDrawn =
      from <= Math.max(0, first - 2) && to >= Math.min(count, last + 3) && to - from <= last - first + 4 * OVERSCAN;
    if (!isDrawn) this.setState({ from: Math.max(0, first - OVERSCAN), to: last + 1 + OVERSCAN });
    const seen = `${first}-${last}-${count}`;
    if (seen === this.seen) return;
    this.seen = seen;
    this.props.onSeen(first, last);
  }

  private keyPressed(event: React.KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { count, active, lineHeight } = this.props;
    const isHead = event.target instanceof Element && event.target.closest('[data-line-head]') !== null;
    const page = Math.max(1, Math.floor((this.scroller.current?.clientHeight ?? 0) / lineHeight) - 1);
    const to = lineForKey(event.key, { active, count, page });
    if (!isHead || to === null) return;
    event.preventDefault();
    if (to === active) this.reveal(to);
    else {
      this.moved = true;
      this.props.onActive(to);
    }
  }
}

const geometryOf = ({ count, lineHeight, opened }: VirtualListProps, { extra }: VirtualListState): LineGeometry => ({
  count,
  lineHeight,
  opened,
  extra: opened < 0 ? 0 : extra,
});
