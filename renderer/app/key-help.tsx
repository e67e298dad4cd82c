import { useTranslation } from 'react-i18next'
import { Dialog } from '../design/dialog.tsx'
import styles from './key-help.module.css'

const rows = [
  { keys: ['Ctrl+K', '/'], does: 'search' },
  { keys: ['↓', '↑'], does: 'hits' },
  { keys: ['Enter'], does: 'open' },
  { keys: ['Esc'], does: 'box' },
  { keys: ['Alt+←'], does: 'back' },
  { keys: ['Alt+→'], does: 'forward' },
  { keys: ['Ctrl+I'], does: 'import' },
  { keys: ['?'], does: 'help' },
] as const

/** On a result of a search, besides the window's own. */
const resultRows = [
  { keys: ['↓', 'j'], does: 'next' },
  { keys: ['↑', 'k'], does: 'previous' },
  { keys: ['Space'], does: 'preview' },
  { keys: ['y', 'Ctrl+Shift+C'], does: 'copy' },
  { keys: ['x', 'v'], does: 'pair' },
  { keys: ['a'], does: 'meeting' },
  { keys: ['f'], does: 'filters' },
  { keys: ['Enter'], does: 'jump' },
] as const

/** On the templates desk and beside it. */
const officeRows = [
  { keys: ['Ctrl+F'], does: 'find' },
  { keys: ['↓', '↑'], does: 'move' },
  { keys: ['Enter'], does: 'open' },
  { keys: ['Delete'], does: 'remove' },
  { keys: ['Esc'], does: 'close' },
] as const

/** While a form is being filled. */
const formRows = [
  { keys: ['Ctrl+Enter'], does: 'finish' },
  { keys: ['Ctrl+S'], does: 'save' },
  { keys: ['Ctrl+Z', 'Ctrl+Y'], does: 'undo' },
  { keys: ['Alt+↓', 'Alt+↑'], does: 'section' },
  { keys: ['Enter'], does: 'row' },
  { keys: ['Alt+Shift+↑', 'Alt+Shift+↓'], does: 'move' },
] as const

/** On the stories desk. */
const storyRows = [
  { keys: ['n'], does: 'new' },
  { keys: ['/'], does: 'find' },
  { keys: ['Ctrl+Enter'], does: 'next' },
  { keys: ['Alt+↓', 'Alt+↑'], does: 'section' },
  { keys: ['Alt+Shift+↑', 'Alt+Shift+↓'], does: 'move' },
] as const

/** In the outline of a meeting. */
const outlineRows = [
  { keys: ['↓', '↑'], does: 'move' },
  { keys: ['Shift+↓', 'Shift+↑'], does: 'range' },
  { keys: ['Alt+Shift+↑', 'Alt+Shift+↓'], does: 'shift' },
  { keys: ['Enter'], does: 'edit' },
  { keys: ['→'], does: 'minutes' },
  { keys: ['Ctrl+D'], does: 'copy' },
  { keys: ['Delete'], does: 'remove' },
] as const

export function KeyHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation(['app', 'search', 'office', 'templates', 'stories', 'meetings'])
  return (
    <Dialog open={open} onClose={onClose} title={t('keys.title')}>
      <dl className={styles.keys}>
        {rows.map((row) => (
          <KeyRow key={row.does} keys={row.keys} does={t(`keys.${row.does}`)} />
        ))}
      </dl>
      <h3>{t('search:deskKeys.title')}</h3>
      <dl className={styles.keys}>
        {resultRows.map((row) => (
          <KeyRow key={row.does} keys={row.keys} does={t(`search:deskKeys.${row.does}`)} />
        ))}
      </dl>
      <h3>{t('office:keys.title')}</h3>
      <dl className={styles.keys}>
        {officeRows.map((row) => (
          <KeyRow key={row.does} keys={row.keys} does={t(`office:keys.${row.does}`)} />
        ))}
      </dl>
      <h3>{t('templates:keys.title')}</h3>
      <dl className={styles.keys}>
        {formRows.map((row) => (
          <KeyRow key={row.does} keys={row.keys} does={t(`templates:keys.${row.does}`)} />
        ))}
      </dl>
      <h3>{t('stories:keys.title')}</h3>
      <dl className={styles.keys}>
        {storyRows.map((row) => (
          <KeyRow key={row.does} keys={row.keys} does={t(`stories:keys.${row.does}`)} />
        ))}
      </dl>
      <h3>{t('meetings:keys.title')}</h3>
      <dl className={styles.keys}>
        {outlineRows.map((row) => (
          <KeyRow key={row.does} keys={row.keys} does={t(`meetings:keys.${row.does}`)} />
        ))}
      </dl>
    </Dialog>
  )
}

export function KeyRow({ keys, does }: { readonly keys: readonly string[]; readonly does: string }) {
  return (
    <>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </>
  )
}
