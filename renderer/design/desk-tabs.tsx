import { Link, type LinkProps } from '@tanstack/react-router'
import styles from './desk-tabs.module.css'

interface DeskTabsProps {
  readonly label: string
  /** The first is the desk itself; the others lie below it or beside it. */
  readonly tabs: readonly { readonly to: NonNullable<LinkProps['to']>; readonly text: string }[]
  /** Something of the desk's own is open that no tab leads to. */
  readonly within?: boolean | undefined
}

/** The parts of a desk, above each of its pages. */
export function DeskTabs({ label, tabs, within = false }: DeskTabsProps) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map(({ to, text }, index) => (
        <Link
          key={to}
          to={to}
          className={styles.tab}
          activeOptions={{ exact: index === 0, includeSearch: false, includeHash: false }}
          {...(within && index === 0 && { 'aria-current': 'page' })}
        >
          {text}
        </Link>
      ))}
    </nav>
  )
}
