import { useTranslation } from 'react-i18next'
import type { ReleasePreview } from '../../../library/updates/publishing/publishing-view.ts'
import { KindLabel } from '../../design/kind-label.tsx'
import { itemKinds } from '../../search/search-filters.ts'
import styles from '../publishing.module.css'
import { changeTypes } from './count-changes.ts'

/** How much of what changes, at a glance. */
export function KindCounts({ byKind }: { readonly byKind: ReleasePreview['byKind'] }) {
  const { t } = useTranslation('publishing')
  const count = (kind: string, type: string) =>
    byKind.find((cell) => cell.kind === kind && cell.type === type)?.count ?? 0
  const kinds = itemKinds.filter((kind) => byKind.some((cell) => cell.kind === kind && cell.count > 0))
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption>{t('release.byKind')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('release.kind')}</th>
            {changeTypes.map((type) => (
              <th key={type} scope="col">
                {t(`release.type.${type}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                <KindLabel kind={kind} />
              </th>
              {changeTypes.map((type) => (
                <td key={type} className={count(kind, type) === 0 ? styles.muted : undefined}>
                  {count(kind, type)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
