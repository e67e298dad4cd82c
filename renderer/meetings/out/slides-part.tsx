import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deck } from '../../../library/meetings/deck/deck.ts'
import type { MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import panel from '../../design/panels.module.css'
import { saveFile } from '../../feedback/save-file.ts'
import { materialAddress } from '../../materials/material-queries.ts'
import { fetchMade, filePath } from '../../materials/out/made-file.ts'
import type { ViewOf } from '../../materials/use-material-draft.ts'
import { openSpeakerWindow } from '../../presenting/show/open-windows.ts'
import { SlideView } from '../../presenting/slide/slide-view.tsx'
import { usePictureRoute } from '../../presenting/use-deck-pictures.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { PictureSource } from '../../stories/pictures/picture-source.ts'
import styles from './out.module.css'
import type { OutDesk } from './out-desk.ts'
import { PresentLink } from './present-link.tsx'
import { Making, useOut } from './use-out.tsx'

/** How many slides are drawn before somebody wants them all. */
const FIRST = 12

interface SlidesPartProps {
  readonly view: ViewOf<MeetingRecord>
  readonly record: MeetingRecord
  readonly desk: OutDesk
}

/** The slides: shown here, seen small beforehand, and as files. */
export function SlidesPart({ view, record, desk }: SlidesPartProps) {
  const { t } = useTranslation('meetingOut')
  const [all, setAll] = useState(false)
  const { id, recordSha256 } = view
  const deck = useQuery({
    queryKey: [...queryKeys.materials, 'slides', id, recordSha256, record.theme],
    queryFn: ({ signal }) =>
      request<Deck>('GET', `${materialAddress(id)}/deck`, { query: { theme: record.theme }, signal }),
    placeholderData: (before) => before,
  })
  const routeOf = usePictureRoute(id, 'small')
  const save = useOut(desk.flush, async (format: 'pptx' | 'pdf') => {
    const { content, name } = await fetchMade(id, filePath('slides', format))
    saveFile(content, name)
    desk.announce(t('papers.saved', { what: t('slides.title') }))
  })
  const slides = deck.data?.slides ?? []
  const shown = all ? slides : slides.slice(0, FIRST)
  return (
    <div className={panel.part}>
      <div className={panel.head}>
        <h3>{t('slides.title')}</h3>
        {deck.data && <span className={panel.muted}>{t('slides.count', { n: slides.length })}</span>}
      </div>
      <div className={panel.actions}>
        <PresentLink id={id} flush={desk.flush}>
          {t('slides.present')}
        </PresentLink>
        <Button onClick={() => void desk.flush().then(() => openSpeakerWindow(id))}>{t('slides.speaker')}</Button>
        {(['pptx', 'pdf'] as const).map((format) => (
          <Button
            key={format}
            loading={save.isPending && save.variables === format}
            disabled={save.isPending}
            onClick={() => save.mutate(format)}
          >
            {t(`slides.${format}`)}
          </Button>
        ))}
      </div>
      <p role="status" className={panel.muted}>
        {save.isPending && <Making says={t('papers.making', { what: t('slides.title') })} />}
      </p>
      {save.isError && <ErrorNotice error={save.error} />}
      {deck.isError && <ErrorNotice error={deck.error} onRetry={() => void deck.refetch()} />}
      {deck.data && deck.data.warnings.length > 0 && (
        <details>
          <summary>{t('slides.warnings', { n: deck.data.warnings.length })}</summary>
          <ul className={panel.why}>
            {deck.data.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </details>
      )}
      {deck.data && (
        <PictureSource.Provider value={routeOf}>
          <ol className={styles.slides} aria-label={t('slides.preview')}>
            {shown.map((slide, at) => (
              <li key={slide.id} className={styles.slide}>
                <div inert>
                  <SlideView slide={slide} deck={deck.data} number={at + 1} />
                </div>
                <Link
                  to="/present/$id"
                  params={{ id }}
                  search={{ slide: String(at + 1) }}
                  className={styles.slideLink}
                  aria-label={t('slides.presentFrom', { n: at + 1, title: slide.title })}
                >
                  {at + 1}
                </Link>
              </li>
            ))}
          </ol>
        </PictureSource.Provider>
      )}
      {!all && slides.length > FIRST && (
        <button type="button" className={panel.textButton} onClick={() => setAll(true)}>
          {t('slides.all', { n: slides.length })}
        </button>
      )}
    </div>
  )
}
