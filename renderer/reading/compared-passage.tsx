import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PassageChange } from '../../library/items/item-view.ts'
import styles from './compared-passage.module.css'

interface ComparedPassageProps {
  readonly change: PassageChange
  readonly itemId: string
  /** Where the passage can be read: the newer revision, or the older one when it was removed; undefined for nowhere yet. */
  readonly revision: string | undefined
  readonly current: boolean
}

/** One passage of a comparison, with the words that came and went. */
export function ComparedPassage({ change, itemId, revision, current }: ComparedPassageProps) {
  const { t } = useTranslation('reading')
  const { type, heading, oldHeading, words } = change
  const renamed = oldHeading !== undefined && oldHeading !== heading
  return (
    <div className={styles.passage} data-change={type} data-current={current ? '' : undefined}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{heading || t('compare.untitled')}</h2>
        {renamed && <span className={styles.muted}>{t('compare.wasHeading', { heading: oldHeading })}</span>}
        {type !== 'same' && <span className={styles.tag}>{t(`compare.type.${type}`)}</span>}
        {revision !== undefined && (
          <Link
            className={styles.open}
            to="/item/$itemId"
            params={{ itemId }}
            search={{ revision }}
            hash={heading.replace(/\s+/g, '')}
          >
            {t('compare.open')}
          </Link>
        )}
      </div>
      <p className={styles.text}>
        {words.map((word, i) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: the words of a comparison never move
          if (word.type === 'same') return <span key={i}>{closed(word.text)}</span>
          const Tag = word.type === 'added' ? 'ins' : 'del'
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the words of a comparison never move
            <Tag key={i}>
              <span className="visually-hidden">{t(`compare.${Tag}`)}</span>
              {closed(word.text)}
            </Tag>
          )
        })}
      </p>
    </div>
  )
}

/** Paragraphs stand on lines of their own without an empty line between them. */
const closed = (text: string) => text.replace(/\n\s*\n/g, '\n')
