import type { ReactNode } from 'react'
import { Drawing } from './drawing.tsx'

const drawings = {
  home: <path d="M4 11.2 12 4l8 7.2V20h-5.5v-5.5h-5V20H4z" />,
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6" />
      <path d="m15 15 5 5" />
    </>
  ),
  library: <path d="M5 4.5h3.5v15H5zM8.5 4.5H12v15H8.5zM13.4 5.4l3.4-.9 3.8 14.3-3.4.9z" />,
  favourite: <path d="M6.5 4h11v16L12 15.8 6.5 20z" />,
  import: <path d="M12 4v10.5m0 0-4-4m4 4 4-4M4.5 15.5V20h15v-4.5" />,
  updates: (
    <path d="M19.500 8.500A8 8 0 0 0 5 9.500M4.500 15.500A8 8 0 0 0 19 14.500M19.800 4v4.800H15M4.200 20v-4.800H9" />
  ),
  settings: (
    <>
      <path d="M4 7h9m4.5 0H20M4 17h2.5m4.5 0h9" />
      <circle cx="15.2" cy="7" r="2.2" />
      <circle cx="8.8" cy="17" r="2.2" />
    </>
  ),
  back: <path d="M10.5 5.5 4 12l6.5 6.5M4.5 12H20" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  check: <path d="m5 12.5 4.5 4.5L19 7" />,
  later: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 7.5V12l3 2" />
    </>
  ),
  amended: <path d="M5 19h14M6.5 15.5l9.8-9.8 2.5 2.5L9 18H6.5z" />,
  repealed: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="m6.5 6.5 11 11" />
    </>
  ),
  expired: <path d="M7 4h10M7 20h10M8 4c0 5 3 5.5 4 8-1 2.5-4 3-4 8M16 4c0 5-3 5.5-4 8 1 2.5 4 3 4 8" />,
  policy: <path d="M6 3.500h8.500L18.5 7.500v13H6zM14 3.500V8h4.500M9 12h6.500M9 16h6.5" />,
  template: <path d="M5 4h14v16H5zM5 9h14M11 9v11M8 6.500h.01" />,
  story: (
    <path d="M12 6.500C10 5 7 4.5 3.5 4.700v13.500c3.5-.2 6.5.3 8.5 1.8 2-1.5 5-2 8.5-1.800V4.700C17 4.5 14 5 12 6.500zm0 0V20" />
  ),
  feed: <path d="M4 5h16v14H4zM4 9h16M8 12.5h4M8 15.5h4M15 12.5h1.500v3H15z" />,
  guide: <path d="M12 3.500v17M5 6h11.500l3 2.5-3 2.500H5zM19 12.500H8l-3 2.300L8 17h11z" />,
  note: <path d="M5 4.500h14v10.500h-7L8 19v-4H5zM8.5 8.500h7M8.5 11.500h4.5" />,
  warning: <path d="M12 4.5 3.5 19.500h17zM12 10v4.500m0 2.300v.2" />,
  folder: <path d="M3.5 6h6l2 2.500h9V19h-17z" />,
  file: <path d="M6.5 3.500h7.500l4 4v13H6.500zM13.5 3.500V8h4.5" />,
  keyboard: <path d="M3.5 6.500h17v11h-17zM7 10h.01M10.3 10h.01M13.7 10h.01M17 10h.01M8 14h8" />,
  more: <path d="M6 12h.01M12 12h.01M18 12h.01" strokeWidth="2.4" />,
  putAway: <path d="M4 5h16v4H4zM5.5 9v10h13V9M10 13h4" />,
  up: <path d="M12 19V5.500m0 0-5.500 5.500M12 5.500l5.500 5.500" />,
  down: <path d="M12 5v13.500m0 0 5.500-5.500M12 18.500l-5.500-5.500" />,
  next: <path d="m9 5.5 6.5 6.500L9 18.5" />,
  meeting: <path d="M4 5h16v10H4zM12 15v5M8 20h8M8 8.500h8M8 11.500h5" />,
  grip: <path d="M9.500 6h.01M14.500 6h.01M9.500 12h.01M14.500 12h.01M9.500 18h.01M14.500 18h.01" strokeWidth="2.4" />,
  copy: <path d="M8.500 8.500H19.500V20H8.500zM5 15.500V4h10.500" />,
} as const satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

/** A drawing beside words; it says nothing by itself, so readers aloud pass over it. */
export function Icon({ name, size }: { readonly name: IconName; readonly size?: string }) {
  return <Drawing size={size}>{drawings[name]}</Drawing>
}
