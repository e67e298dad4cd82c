import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../library/items/item-view.ts'
import { Icon } from '../design/icon.tsx'
import styles from './revision-notice.module.css'
import { useShownDate } from './shown-date.ts'

/** A quiet line when what is shown is not the current text, or is not in force. */
export function RevisionNotice({ item }: { readonly item: ItemView }) {
  const { t } = useTranslation('reading')
  const shown = useShownDate()
  const { itemId, validity } = item
  const current = item.history.find((entry) => entry.current)
  const words = item.current ? validityWords() : olderWords()
  if (!words) return null
  return (
    <p className={styles.notice} data-grave={validity === 'repealed' || validity === 'expired' ? '' : undefined}>
      <Icon name="warning" />
      <span>{words}</span>
      {!item.current && current && (
        <>
          <Link to="/item/$itemId" params={{ itemId }} search={{}}>
            {t(current.validity === 'in-force' ? 'notice.toCurrent' : 'notice.toNewest')}
          </Link>
          <Link to="/item/$itemId/compare" params={{ itemId }} search={{ from: item.revision, to: current.revision }}>
            {t('notice.compare')}
          </Link>
        </>
      )}
    </p>
  )

  function olderWords(): string | undefined {
    const date = item.issuedOn ?? item.effectiveFrom
    const which = date ? t('notice.older', { date: shown(date) }) : t('notice.olderUndated')
    const own = validity === 'amended' ? undefined : validityWords()
    return own ? `${which}${own}` : which
  }

  function validityWords(): string | undefined {
    if (validity === 'in-force') return undefined
    if (validity === 'amended') return t('notice.amended')
    const dates = { 'not-yet': item.effectiveFrom, repealed: item.repealedOn, expired: item.expiresOn }
    const date = dates[validity]
    return date ? t(`notice.${validity}`, { date: shown(date) }) : t(`notice.${validity}-undated`)
  }
}
