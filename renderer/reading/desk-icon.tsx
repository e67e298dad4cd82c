import type { ReactNode } from 'react'
import { Drawing } from '../design/drawing.tsx'

const drawings = {
  outline: <path d="M4.5 6h.01M4.5 12h.01M4.5 18h.01M8.500 6H20M8.500 12H17M8.500 18H19" />,
  metadata: <path d="M4 5h16v14H4zM14.500 5v14M17 9h.5M17 12.500h.5" />,
  print: <path d="M7 9V4h10v5M7 16H4V9h16v7h-3M7 13.500h10V20H7z" />,
  copy: <path d="M9 9h10.500v11H9zM15 9V4H4.500v11H9" />,
  link: (
    <path d="M10.500 13.500a3.500 3.500 0 0 0 5 0l3-3a3.500 3.500 0 0 0-5-5l-1 1M13.500 10.500a3.500 3.500 0 0 0-5 0l-3 3a3.500 3.500 0 0 0 5 5l1-1" />
  ),
  quote: <path d="M5 17.500c3-1 4.500-3 4.500-6V6.500H4.500v5h3M14.500 17.500c3-1 4.500-3 4.500-6V6.500h-5v5h3" />,
  compare: <path d="M4.500 5h6v14h-6zM13.500 5h6v14h-6zM15.500 9h2M15.500 12h2M6.500 9h2M6.500 15h2" />,
  report: <path d="M4 5.500h16v11h-8.500L7 20v-3.500H4zM12 8.500v3.500m0 2v.2" />,
  up: <path d="m6 14.500 6-6 6 6" />,
  down: <path d="m6 9.500 6 6 6-6" />,
  swap: <path d="M4 8.500h15m0 0-3.500-3.500M19 8.500 15.500 12M20 15.500H5m0 0L8.500 12M5 15.500 8.500 19" />,
  kept: <path d="M6.500 4h11v16L12 15.800 6.500 20z" fill="currentColor" />,
} as const satisfies Record<string, ReactNode>

export type DeskIconName = keyof typeof drawings

/** The reading desk's own drawings, in the hand of the window's icons. */
export function DeskIcon({ name, size }: { readonly name: DeskIconName; readonly size?: string }) {
  return <Drawing size={size}>{drawings[name]}</Drawing>
}
