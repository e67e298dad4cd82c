import { type ReactNode, type RefObject, useEffect } from 'react'
import { createPortal } from 'react-dom'

interface OverWindowProps {
  readonly frame: RefObject<HTMLDivElement | null>
  readonly label: string
  readonly className: string | undefined
  readonly children: ReactNode
}

/** Lies over the whole window, which cannot be reached meanwhile. Not a modal dialog: those cannot fill the screen. */
export function OverWindow({ frame, label, className, children }: OverWindowProps) {
  useEffect(() => {
    const window = document.getElementById('root')
    const before = document.activeElement
    window?.setAttribute('inert', '')
    frame.current?.focus({ preventScroll: true })
    return () => {
      window?.removeAttribute('inert')
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [frame])
  return createPortal(
    <div ref={frame} className={className} role="dialog" aria-modal="true" aria-label={label} tabIndex={-1}>
      {children}
    </div>,
    document.body,
  )
}
