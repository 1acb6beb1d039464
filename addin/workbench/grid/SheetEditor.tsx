import * as React from 'react';
import { DataEditor, type DataEditorRef, type GridSelection, type Item } from '@glideapps/glide-data-grid';
import containerStyles from 'grid-styles/internal/data-editor-container/data-grid-container.css';
import scrollerStyles from 'grid-styles/internal/scrolling-data-grid/infinite-scroller.css';
import { address, type CellArea } from '../../../src/core/ledger/grid';
import type { Result } from '../../../src/core/problem';
import { WORKBENCH_WORDS } from '../../../src/text/zh-CN/pane/workbench';
import type { OpenBook } from '../book/openBook';
import { useBook } from '../book/useBook';
import type { SheetView } from '../sheet/sheetView';
import { blockText, parseBlock } from '../typing/blockText';
import { blockOf, clearAreas, pasteInto, typeInto, type EditGroup } from '../typing/edits';
import { isFormula } from '../typing/typedValue';
import { CellTyping, type CellTypingHandle } from './CellTyping';
import { gridCell, HIDDEN } from './gridCell';
import { gridColumns } from './gridColumns';
import { gridTheme, isHighContrast } from './gridTheme';
import { oneCell, selectedAreas } from './selection';
import { useGridFocus } from './useGridFocus';

export interface SheetEditorProps {
  readonly book: OpenBook;
  /** The sheet that is shown. */
  readonly view: SheetView;
  /** Something to be said that is no failure. */
  readonly onNote: (text: string) => void;
  readonly onEdited: (result: Result<void>) => void;
}

const FLASH = 1200;
const KEYS = {
  activateCell: 'Enter|F2|shift+Enter',
  search: false,
  clear: false,
  copy: false,
  cut: false,
  paste: false,
  downFill: false,
  rightFill: false,
};

/** One sheet in a grid: rows and columns by their worksheet numbers and letters, typed into as in Excel. */
export default function SheetEditor({ book, view, onNote, onEdited }: SheetEditorProps): JSX.Element {
  const { turn, headings } = useBook(book);
  const grid = React.useRef<DataEditorRef>(null);
  const frame = React.useRef<HTMLDivElement>(null);
  const typing = React.useRef<CellTypingHandle>(null);
  const [selection, setSelection] = React.useState<GridSelection>(() => oneCell(1, 1));
  const [flash, setFlash] = React.useState<Item | null>(null);
  const [widths, setWidths] = React.useState<Readonly<Record<number, number>>>({});
  const { toGrid, enter, leave, isMeant } = useGridFocus(frame, typing);
  const { rowCount, columnCount, version } = view;
  const isTinted = !isHighContrast();

  const columns = React.useMemo(
    () => gridColumns({ view, columnCount, headings, widths, isTinted }),
    [view, columnCount, widths, isTinted, headings],
  );
  // A new function is what tells the grid to draw anew.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const getCellContent = React.useCallback((at: Item) => gridCell(view, at, isTinted), [view, version, turn, isTinted]);
  const rowTheme = React.useCallback(
    (row: number) => (isTinted && view.isHiddenRow(row + 1) ? HIDDEN : undefined),
    [view, isTinted],
  );

  const select = React.useCallback(
    (next: GridSelection) => {
      setSelection(next);
      if (next.current) book.moveTo(next.current.cell[1] + 1, next.current.cell[0] + 1);
    },
    [book],
  );

  // The pane sends the user to a cell: it may have done so before the grid was there.
  React.useEffect(() => {
    const go = ({ sheet, row, column }: { sheet: string; row: number; column: number }): (() => void) | undefined => {
      if (sheet !== view.name) return undefined;
      setSelection(oneCell(row, column));
      const soon = setTimeout(() => grid.current?.scrollTo(column - 1, row - 1, 'both', 80, 80), 0);
      setFlash([column - 1, row - 1]);
      typing.current?.focus();
      return () => clearTimeout(soon);
    };
    if (book.lastAsked && book.lastAsked.sheet === view.name && book.at?.row === book.lastAsked.row) go(book.lastAsked);
    else book.moveTo(1, 1);
    return book.asked.on((place) => void go(place));
    // Once for each sheet: a sheet that is read anew keeps its place.
  }, [book, view.name]);
  React.useEffect(() => {
    if (!flash) return undefined;
    const over = setTimeout(() => setFlash(null), FLASH);
    return () => clearTimeout(over);
  }, [flash]);

  const current = selection.current?.cell;
  const [row, column] = current ? [current[1] + 1, current[0] + 1] : [1, 1];
  const send = (group: EditGroup): void => void book.edit(group).then(onEdited);
  const areas = (): CellArea[] => selectedAreas(selection, rowCount, columnCount);

  const begin = (): ReturnType<React.ComponentProps<typeof CellTyping>['begin']> => {
    if (!current) return null;
    const { merge, covered } = view.shown(row, column);
    const cell = address(row, column);
    if (covered && merge && row !== merge.top) {
      onNote(WORKBENCH_WORDS.covered(cell, address(merge.top, merge.left)));
      return null;
    }
    const at = merge ? { row: merge.top, column: merge.left } : { row, column };
    if (view.isOurs(at.column)) {
      onNote(WORKBENCH_WORDS.ours(cell));
      return null;
    }
    grid.current?.scrollTo(at.column - 1, at.row - 1);
    const bounds = grid.current?.getBounds(at.column - 1, at.row - 1);
    const outer = frame.current?.getBoundingClientRect();
    if (!bounds || !outer) return null;
    const left = Math.max(0, Math.min(bounds.x - outer.left, outer.width - 140));
    const top = Math.max(0, Math.min(bounds.y - outer.top, outer.height - 40));
    const width = Math.min(
      Math.max(bounds.width, view.text(at.row, at.column).length > 30 ? 320 : 0),
      outer.width - left,
    );
    return { target: at, text: view.typed(at.row, at.column), box: { left, top, width, height: bounds.height } };
  };
  const commit = (at: { readonly row: number; readonly column: number }, text: string): void => {
    if (text === view.typed(at.row, at.column)) return;
    if (isFormula(text)) onNote(WORKBENCH_WORDS.formula(address(at.row, at.column)));
    send(typeInto(view, at.row, at.column, text));
  };
  const clear = (): void => {
    const ours = areas().find(({ left, right }) => view.isOurs(left) || view.isOurs(right));
    const group = clearAreas(view, areas());
    if (ours && group.edits.length > 0) onNote(WORKBENCH_WORDS.ours(address(ours.top, ours.left)));
    else send(group);
  };
  const paste = (event: React.ClipboardEvent): void => {
    const [area] = areas();
    const block = parseBlock(event.clipboardData.getData('text/plain'));
    if (!area || block.length === 0) return;
    const formulas = block.flat().filter(isFormula).length;
    if (formulas > 0) onNote(WORKBENCH_WORDS.formulas(formulas));
    const group = pasteInto(view, area, block);
    send(group);
    const [pasted] = group.areas;
    if (!pasted) return;
    const [x, y] = [pasted.left - 1, pasted.top - 1];
    view.reach(pasted.bottom, pasted.right);
    const range = { x, y, width: pasted.right - x, height: pasted.bottom - y };
    select({ ...selection, current: { cell: [x, y], range, rangeStack: [] } });
  };

  return (
    <div className="wb-grid" ref={frame}>
      <style>{containerStyles + scrollerStyles}</style>
      <DataEditor
        ref={grid}
        width="100%"
        height="100%"
        theme={gridTheme()}
        columns={columns}
        rows={rowCount}
        rowHeight={30}
        headerHeight={28}
        getCellContent={getCellContent}
        getRowThemeOverride={rowTheme}
        rowMarkers={{ kind: 'clickable-number', width: rowCount >= 100_000 ? 66 : rowCount >= 10_000 ? 58 : 46 }}
        gridSelection={selection}
        onGridSelectionChange={select}
        rangeSelect="rect"
        editOnType={false}
        cellActivationBehavior="double-click"
        keybindings={KEYS}
        onCellActivated={() => {
          if (isMeant()) typing.current?.open();
        }}
        onDelete={() => {
          clear();
          return false;
        }}
        onColumnResize={(_, width, index) => setWidths((before) => ({ ...before, [index + 1]: width }))}
        onVisibleRegionChanged={({ x, y, width, height }) =>
          book.look({
            top: Math.max(1, y + 1),
            left: Math.max(1, x + 1),
            bottom: Math.min(rowCount, y + height + 1),
            right: Math.min(columnCount, x + width + 1),
          })
        }
        smoothScrollX
        smoothScrollY
        maxColumnWidth={800}
        minColumnWidth={32}
        {...(flash
          ? {
              highlightRegions: [
                {
                  color: 'rgba(255, 185, 0, 0.45)',
                  range: { x: flash[0], y: flash[1], width: 1, height: 1 },
                  style: 'no-outline',
                },
              ],
            }
          : {})}
      />
      <CellTyping
        ref={typing}
        label={WORKBENCH_WORDS.cell(address(row, column), headings.get(column) ?? '', view.text(row, column))}
        description={WORKBENCH_WORDS.keys}
        begin={begin}
        commit={commit}
        forward={toGrid}
        onCopy={(event, isCut) => {
          const [area] = areas();
          if (!area) return;
          event.clipboardData.setData('text/plain', blockText(blockOf(view, area)));
          if (isCut) clear();
        }}
        onPaste={paste}
        onEnter={enter}
        onLeave={leave}
      />
    </div>
  );
}
