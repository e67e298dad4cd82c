import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { StepGuideRecord } from '../../../library/meetings/guides/step-guide.schema.ts'
import { CitedList } from '../../drills/reading/script-words.tsx'
import type { GuidePageView } from './guide-pages.ts'
import styles from './guide-reader.module.css'
import { StepPicture } from './step-picture.tsx'

interface GuideScreenProps {
  readonly id: string
  readonly record: StepGuideRecord
  readonly page: GuidePageView
}

/** One screen of a guide. Whoever hears it is led to its heading when it changes. */
export function GuideScreen({ id, record, page }: GuideScreenProps) {
  const { t } = useTranslation('guides')
  const heading = useRef<HTMLHeadingElement>(null)
  const place = page.kind === 'step' ? page.n : page.kind
  const before = useRef(place)
  useEffect(() => {
    if (before.current === place) return
    before.current = place
    heading.current?.focus({ preventScroll: true })
    heading.current?.closest('article')?.scrollTo({ top: 0 })
  }, [place])
  const of = record.steps.length
  return (
    <article className={styles.screen}>
      {page.kind === 'start' && (
        <>
          <p className={styles.place}>{t('read.ofStart', { of })}</p>
          <h2 ref={heading} tabIndex={-1} className={styles.action}>
            {t('read.ready')}
          </h2>
          {record.summary && <p className={styles.words}>{record.summary}</p>}
          {of === 0 ? (
            <p className={styles.words}>{t('read.none')}</p>
          ) : record.needs.length > 0 ? (
            <section className={styles.words} aria-labelledby="guide-needs">
              <h3 id="guide-needs">{t('read.needs')}</h3>
              <ul className={styles.needs}>
                {record.needs.map((need) => (
                  <li key={need}>{need}</li>
                ))}
              </ul>
            </section>
          ) : (
            <p className={styles.words}>{t('read.noNeeds')}</p>
          )}
          <p className={styles.keys}>{t('read.keys')}</p>
        </>
      )}
      {page.kind === 'step' && (
        <>
          <p className={styles.place}>{t('read.of', { n: page.n, of })}</p>
          <h2 ref={heading} tabIndex={-1} className={styles.action}>
            {page.step.action || t('read.step', { n: page.n })}
          </h2>
          {page.step.picture && (
            <StepPicture id={id} picture={page.step.picture} marks={page.step.marks} otherwise={page.step.action} />
          )}
          {page.step.detail && <p className={styles.words}>{page.step.detail}</p>}
          {page.step.caution && (
            <p className={styles.caution}>
              <strong>{t('read.caution')}</strong>
              {page.step.caution}
            </p>
          )}
        </>
      )}
      {page.kind === 'done' && (
        <>
          <p className={styles.place}>{t('read.ofDone')}</p>
          <h2 ref={heading} tabIndex={-1} className={styles.action}>
            {t('read.done')}
          </h2>
          <p className={styles.words}>{record.done || t('read.doneWhat')}</p>
          {record.cites.length > 0 && (
            <section className={styles.basis} aria-labelledby="guide-basis">
              <h3 id="guide-basis">{t('read.basis')}</h3>
              <CitedList cites={record.cites} />
            </section>
          )}
        </>
      )}
    </article>
  )
}
