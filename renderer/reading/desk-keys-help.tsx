import { Switch } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../design/dialog.tsx'
import styles from './desk-keys-help.module.css'

interface DeskKeysHelpProps {
  readonly open: boolean
  readonly singleKeys: boolean
  readonly onSingleKeys: (on: boolean) => void
  readonly onClose: () => void
}

const KEYS = [
  ['passages', ['J', 'K']],
  ['find', ['Ctrl+F']],
  ['hits', [']', '[', 'F3']],
  ['cite', ['C']],
  ['link', ['L']],
  ['favourite', ['F']],
  ['meeting', ['A']],
  ['note', ['N']],
  ['report', ['R']],
  ['outline', ['O']],
  ['metadata', ['M']],
  ['print', ['P', 'Ctrl+P']],
  ['large', ['V']],
  ['close', ['Esc']],
  ['help', ['?']],
] as const

/** The keys of the reading desk, and the switch for single letters. */
export function DeskKeysHelp({ open, singleKeys, onSingleKeys, onClose }: DeskKeysHelpProps) {
  const { t } = useTranslation('reading')
  const hint = useId()
  return (
    <Dialog open={open} title={t('keys.title')} onClose={onClose}>
      <dl className={styles.keys}>
        {KEYS.map(([name, keys]) => (
          <div key={name} className={styles.line}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.single}>
        <Switch
          size="small"
          checked={singleKeys}
          onChange={onSingleKeys}
          aria-label={t('keys.single')}
          aria-describedby={hint}
        />
        <span>{t('keys.single')}</span>
      </p>
      <p id={hint} className={styles.hint}>
        {t('keys.singleHint')}
      </p>
    </Dialog>
  )
}
