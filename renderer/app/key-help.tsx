import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
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
    <Modal
      open={open}
      onCancel={onClose}
      title={t('keys.title')}
      footer={null}
      closable={{ 'aria-label': t('keys.close') }}
    >
      <dl className={styles.keys}>
        {rows.map((row) => (
          <KeyRow key={row.does} keys={row.keys} does={t(`keys.${row.does}`)} />
        ))}
      </dl>
    </Modal>
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
