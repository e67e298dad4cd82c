import type { ReactNode } from 'react'

/** The frame that all our drawings share: one grid, one line, the colour of the words beside them. */
export function Drawing({
  size = '1.125em',
  children,
}: {
  readonly size?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}
