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

export function KeyHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog open={open} onClose={onClose} title={t('keys.title')}>
      <dl className={styles.keys}>
        {rows.map((row) => (
          <KeyRow key={row.does} keys={row.keys} does={t(`keys.${row.does}`)} />
        ))}
      </dl>
    </Dialog>
  )
}

function KeyRow({ keys, does }: { readonly keys: readonly string[]; readonly does: string }) {
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
