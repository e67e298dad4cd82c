import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../library/items/item-view.ts'
import { KindLabel } from '../design/kind-label.tsx'
import { ValidityBadge } from '../design/validity-badge.tsx'
import { AsMaterialLink } from '../guides/reading/as-material-link.tsx'
import { PolicyStories } from '../stories-shown/policy-stories.tsx'
import { StoryBeside } from '../stories-shown/story-beside.tsx'
import { AttachmentList } from './attachment-list.tsx'
import { useShownDate } from './shown-date.ts'
import styles from './text-header.module.css'

/** The title as it would stand on the first page, with what one must know before citing. */
export function TextHeader({ item }: { readonly item: ItemView }) {
  const { t } = useTranslation('reading')
  const shown = useShownDate()
  const { issuedOn, effectiveFrom, repealedOn, expiresOn } = item
  const facts = [
    item.issuer,
    item.documentNumber,
    issuedOn && t('dates.issued', { date: shown(issuedOn) }),
    effectiveFrom && t('dates.effective', { date: shown(effectiveFrom) }),
    repealedOn && t('dates.repealed', { date: shown(repealedOn) }),
    expiresOn && t('dates.expires', { date: shown(expiresOn) }),
  ].filter((fact) => fact !== undefined && fact !== '')
  // What only a form or a story's desk reads stands with the rest of the item's facts; a story's pictures stand in its text.
  const papers = item.attachments.filter(
    ({ mediaType }) =>
      !/^application\/(schema|vnd\.xinhuo\.(sample|story|material))\+json$/.test(mediaType) &&
      !(item.kind === 'story' && mediaType.startsWith('image/')),
  )
  return (
    <header className={styles.header}>
      <p className={styles.kind}>
        <KindLabel kind={item.kind} label={item.label} />
        {item.kind === 'policy' && <ValidityBadge validity={item.validity} />}
      </p>
      <h1 className={styles.title}>{item.title}</h1>
      {facts.length > 0 && (
        <ul className={styles.facts}>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {item.kind === 'template' && (
        <p className={styles.fill}>
          <Link to="/templates/$itemId" params={{ itemId: item.itemId }} search={{}}>
            {t('fill')}
          </Link>
        </p>
      )}
      {item.kind === 'guide' && <AsMaterialLink item={item} className={styles.fill} />}
      {item.kind === 'policy' && <PolicyStories itemId={item.itemId} />}
      {item.kind === 'story' && <StoryBeside itemId={item.itemId} />}
      {papers.length > 0 && (
        <div className={styles.attachments}>
          <AttachmentList attachments={papers} />
        </div>
      )}
    </header>
  )
}
