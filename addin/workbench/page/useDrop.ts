import * as React from 'react';
import { takeDrop, type Dropped } from '../rules/dropped';

/** Takes files dropped anywhere on the page; answers whether some are held over it. */
export function useDrop(onDrop: (dropped: Dropped) => void): boolean {
  const [isOver, setIsOver] = React.useState(false);
  const taking = React.useRef(onDrop);
  taking.current = onDrop;
  React.useEffect(() => {
    // Every element that is entered or left tells: the page is left when as many were left as entered.
    let inside = 0;
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const told = (change: (event: DragEvent) => void) => (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      change(event);
    };
    const over = (event: DragEvent): void => {
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };
    const handlers: Record<string, (event: DragEvent) => void> = {
      dragenter: told(() => setIsOver(++inside > 0)),
      dragleave: told(() => setIsOver((inside = Math.max(0, inside - 1)) > 0)),
      dragover: told(over),
      drop: told((event) => {
        inside = 0;
        setIsOver(false);
        if (event.dataTransfer) taking.current(takeDrop(event.dataTransfer));
      }),
    };
    for (const [name, handler] of Object.entries(handlers)) addEventListener(name, handler as EventListener);
    return () => {
      for (const [name, handler] of Object.entries(handlers)) removeEventListener(name, handler as EventListener);
    };
  }, []);
  return isOver;
}
