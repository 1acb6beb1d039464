import * as React from 'react';

const icon = (path: string): JSX.Element => (
  <svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.2"
    aria-hidden="true"
  >
    <path d={path} strokeLinejoin="round" strokeLinecap="round" />
  </svg>
);

/** Drawn by us: no icon font is loaded. */
export const OPEN_ICON = icon('M1.5 13V3h4.5l1.5 2h6v2M1.5 13l2-6h11.5l-2 6z');
export const SAVE_ICON = icon('M2 2h9.5L14 4.500V14H2zM5 2v4h5.500V2M4.500 14V9h7v5');
export const RULES_ICON = icon('M3 1.500h7l3 3v10H3zM10 1.500v3h3M5.500 7.500h5M5.500 10h5M5.500 12.300h3');
export const CLOSE_ICON = icon('M4 4l8 8M12 4l-8 8');
