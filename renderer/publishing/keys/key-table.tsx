import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PublisherKey } from '../../../library/updates/publishing/publishing-view.ts'
import styles from '../publishing.module.css'

interface KeyTableProps {
  readonly keys: readonly PublisherKey[]
  readonly onChange?: ((key: PublisherKey, how: 'rotate' | 'revoke') => void) | undefined
}

/** Whose key is where; a root key that is not here is kept apart, as it should be. */
export function KeyTable({ keys, onChange }: KeyTableProps) {
  const { t } = useTranslation('publishing')
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('key.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('key.name')}</th>
            <th scope="col">{t('key.holder')}</th>
            <th scope="col">{t('key.file')}</th>
            {onChange && <th scope="col">{t('key.actions')}</th>}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.name}>
              <th scope="row">
                {key.name} · {t(`role.${key.role}`)}
              </th>
              <td>{key.holder}</td>
              <td>
                {key.file ? (
                  <span className={styles.path}>{key.file}</span>
                ) : (
                  <span className={styles.muted}>{key.role === 'root' ? t('key.awayRoot') : t('key.away')}</span>
                )}
              </td>
              {onChange && (
                <td>
                  <Button
                    type="link"
                    size="small"
                    aria-label={t('key.rotateOf', { name: key.name })}
                    onClick={() => onChange(key, 'rotate')}
                  >
                    {t('key.rotate')}
                  </Button>
                  <Button
                    type="link"
                    size="small"
                    aria-label={t('key.revokeOf', { name: key.name })}
                    onClick={() => onChange(key, 'revoke')}
                  >
                    {t('key.revoke')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
