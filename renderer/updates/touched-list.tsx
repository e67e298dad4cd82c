import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { TouchedWork } from '../../library/updates/update-view.ts'
import desk from '../publishing/publishing.module.css'
import styles from './updates.module.css'

/** A path of the window may name a passage: `/item/ID#第六条`. */
function placeOf(open: string): { readonly to: string; readonly hash?: string } {
  const [to = '', hash] = open.split('#')
  return hash === undefined ? { to } : { to, hash: decodeURIComponent(hash) }
}

/** The person's own work that cites what changes, each with both texts and one click to it. */
export function TouchedList({ touched }: { readonly touched: readonly TouchedWork[] }) {
  const { t } = useTranslation(['updates', 'publishing'])
  return (
    <ul className={desk.rows}>
      {touched.map((work) => (
        <li key={`${work.work} ${work.id} ${work.itemId} ${work.anchor}`} className={styles.touched}>
          <p className={desk.rowText}>
            <span className={desk.tag} data-type={work.change}>
              {t(`publishing:release.type.${work.change}`)}
            </span>
            <span className={desk.muted}>{work.workName}</span>
            <Link {...placeOf(work.open)}>{work.title}</Link>
            <span className={desk.muted}>
              《{work.itemTitle}》{work.anchor}
            </span>
          </p>
          {work.anchor !== undefined && (
            <dl className={styles.texts}>
              <div>
                <dt>{t('offer.before')}</dt>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard */}
                <dd tabIndex={0}>{work.before ?? t('offer.none')}</dd>
              </div>
              <div>
                <dt>{t('offer.after')}</dt>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard */}
                <dd tabIndex={0}>{work.after ?? t('offer.none')}</dd>
              </div>
            </dl>
          )}
        </li>
      ))}
    </ul>
  )
}
