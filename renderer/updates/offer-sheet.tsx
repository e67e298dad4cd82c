import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfferedChange, UpdateOffer } from '../../library/updates/update-view.ts'
import { sizeText } from '../design/size-text.ts'
import desk from '../publishing/publishing.module.css'
import { changeTypes, countChanges } from '../publishing/release/count-changes.ts'
import { KindCounts } from '../publishing/release/kind-counts.tsx'
import { useShownDate } from '../reading/shown-date.ts'
import { OfferedChanges } from './offered-changes.tsx'
import { OfferedComparisonDialog } from './offered-comparison-dialog.tsx'
import { ReleaseNotes } from './release-notes.tsx'
import { TouchedList } from './touched-list.tsx'
import styles from './updates.module.css'

interface OfferSheetProps {
  readonly offer: UpdateOffer
  /** The answer to what the person has just asked: it is told that it has arrived. */
  readonly onArrived: (() => void) | undefined
  /** Something else is being asked for. */
  readonly busy: boolean
  readonly onApply: () => void
  readonly onLater: () => void
}

/** What an update would do, all of it verified and none of it done. */
export function OfferSheet({ offer, onArrived, busy, onApply, onLater }: OfferSheetProps) {
  const { t } = useTranslation(['updates', 'publishing'])
  const shown = useShownDate()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!onArrived) return
    heading.current?.focus()
    onArrived()
  }, [onArrived])
  const [compared, setCompared] = useState<OfferedChange>()
  if (offer.state === 'current') {
    return (
      <section className={desk.sheet}>
        <h2 ref={heading} tabIndex={-1} className={desk.heading}>
          {t('offer.current', { title: offer.title, version: offer.version })}
        </h2>
        <Button onClick={onLater}>{t('done.ok')}</Button>
      </section>
    )
  }
  const { installedVersion, changes, notes, touched, byTopic } = offer
  const counts = countChanges(changes)
  const summary = changeTypes
    .filter((type) => counts[type] > 0)
    .map((type) => `${t(`publishing:release.type.${type}`)} ${counts[type]}`)
  return (
    <section className={`${desk.sheet} ${styles.offer}`} aria-labelledby="offer-title">
      <h2 id="offer-title" ref={heading} tabIndex={-1} className={desk.heading}>
        {t('offer.title', { title: offer.title, version: offer.version })}
      </h2>
      <p className={desk.muted}>
        {installedVersion === undefined
          ? t('offer.first', { n: changes.length })
          : t('offer.from', { installed: installedVersion, date: shown(offer.publishedAt), from: offer.from })}
      </p>
      <p className={styles.summary}>{summary.length > 0 ? summary.join(' · ') : t('offer.onlyBehind')}</p>
      {touched.length > 0 && <p>{t('offer.touches', { n: touched.length })}</p>}
      {notes
        .filter((note) => note.notes !== '')
        .map((note) => (
          <div key={note.version} className={styles.note}>
            <h3 className={desk.subheading}>{t('offer.notes', note)}</h3>
            <ReleaseNotes notes={note.notes} />
          </div>
        ))}
      {changes.length > 0 && (
        <>
          <KindCounts byKind={offer.byKind} />
          {byTopic.length > 0 && (
            <p className={desk.muted}>
              {t('offer.topics')} {byTopic.map(({ topic, count }) => `${topic} ${count}`).join(' · ')}
            </p>
          )}
          <OfferedChanges changes={changes} onCompare={setCompared} />
        </>
      )}
      {touched.length > 0 && (
        <div className={desk.rows}>
          <h3 className={desk.subheading}>{t('offer.touched')}</h3>
          <p className={desk.muted}>{t('offer.touchedHint')}</p>
          <TouchedList touched={touched} />
        </div>
      )}
      <div className={`${desk.actions} ${styles.apply}`}>
        <Button type="primary" disabled={busy} onClick={onApply}>
          {t('offer.apply', { version: offer.version })}
        </Button>
        <Button onClick={onLater}>{t('offer.later')}</Button>
        <span className={desk.muted}>{t('offer.size', { size: sizeText(offer.bytes) })}</span>
      </div>
      <OfferedComparisonDialog channel={offer.channel} change={compared} onClose={() => setCompared(undefined)} />
    </section>
  )
}
