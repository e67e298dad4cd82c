import type { ReactNode } from 'react'
import styles from './tool-button.module.css'

interface ToolButtonProps {
  readonly label: string
  readonly icon: ReactNode
  readonly onClick: () => void
  /** The key that does the same, shown in the tooltip. */
  readonly shortcut?: string | undefined
  /** For buttons that switch something on and off. */
  readonly pressed?: boolean | undefined
  readonly expanded?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Shows the words beside the drawing. */
  readonly words?: boolean | undefined
}

/** A quiet button with a drawing. */
export function ToolButton({ label, icon, onClick, shortcut, pressed, expanded, disabled, words }: ToolButtonProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      title={shortcut ? `${label} (${shortcut})` : label}
      aria-label={words ? undefined : label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      disabled={disabled}
      onClick={onClick}
    >
      {icon}
      {words && <span>{label}</span>}
    </button>
  )
}
