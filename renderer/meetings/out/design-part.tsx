import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deck } from '../../../library/meetings/deck/deck.ts'
import type { MeetingRecord, SlideTheme } from '../../../library/meetings/outline/outline.schema.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import panel from '../../design/panels.module.css'
import { materialAddress } from '../../materials/material-queries.ts'
import type { ViewOf } from '../../materials/use-material-draft.ts'
import { FileDrop } from '../../office/sheets/file-drop.tsx'
import { SlideView } from '../../presenting/slide/slide-view.tsx'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { SendingLine } from '../../stories/sending-line.tsx'
import { useSending } from '../../stories/use-sending.ts'
import styles from './out.module.css'
import type { OutDesk } from './out-desk.ts'

const themes = ['quiet', 'festive', 'contrast', 'large'] as const satisfies readonly SlideTheme[]

interface DesignPartProps {
  readonly view: ViewOf<MeetingRecord>
  readonly record: MeetingRecord
  readonly desk: OutDesk
}

/** How the slides look: one of four, and the colours and fonts of the office's own. */
export function DesignPart({ view, record, desk }: DesignPartProps) {
  const { t } = useTranslation('meetingOut')
  const name = useId()
  // Of the saved record: the slides are made of that.
  const [first] = view.record.parts
  return (
    <div className={panel.part}>
      <h3 id={`${name}-title`}>{t('theme.title')}</h3>
      <div className={styles.themes} role="radiogroup" aria-labelledby={`${name}-title`}>
        {themes.map((theme) => (
          <label key={theme} className={styles.theme}>
            {first && <ThemePreview id={view.id} theme={theme} recordSha256={view.recordSha256} partId={first.id} />}
            <span>
              <input
                type="radio"
                name={name}
                checked={record.theme === theme}
                disabled={desk.readOnly}
                onChange={() => desk.change('theme', theme)}
              />{' '}
              {t(`theme.${theme}`)}
            </span>
          </label>
        ))}
      </div>
      {!desk.readOnly && <Design view={view} record={record} desk={desk} />}
    </div>
  )
}

interface ThemePreviewProps {
  readonly id: string
  readonly theme: SlideTheme
  readonly recordSha256: string
  /** Of this part the first slide is drawn. */
  readonly partId: string
}

/** A slide in one of the looks. */
function ThemePreview({ id, theme, recordSha256, partId }: ThemePreviewProps) {
  const { data } = useQuery({
    queryKey: [...queryKeys.materials, 'cover', id, recordSha256, theme],
    queryFn: async ({ signal }) => {
      const deck = await request<Deck>('GET', `${materialAddress(id)}/deck`, { query: { theme, part: partId }, signal })
      return { ...deck, slides: deck.slides.slice(0, 1) }
    },
    placeholderData: (before) => before,
  })
  const [slide] = data?.slides ?? []
  return (
    <span className={styles.cover} aria-hidden="true" inert>
      {data && slide && <SlideView slide={slide} deck={data} />}
    </span>
  )
}

function Design({ view, record, desk }: DesignPartProps) {
  const { t } = useTranslation('meetingOut')
  const { send, cancel, fraction, busy, error } = useSending<{ readonly name: string }>()
  const take = async ([file]: readonly File[]) => {
    if (!file || !(await desk.flush())) return
    const answer = await send(`${materialAddress(view.id)}/design`, [{ path: file.name, file }])
    if (!answer) return
    desk.takeView(await request<ViewOf<MeetingRecord>>('GET', materialAddress(view.id)))
    desk.announce(t('design.taken', { name: answer.name }))
  }
  return (
    <>
      {record.design && (
        <p className={panel.actions}>
          <span>{t('design.from', { name: record.design.name })}</span>
          <Button size="small" type="text" onClick={() => desk.change('design', undefined)}>
            {t('design.remove')}
          </Button>
        </p>
      )}
      <FileDrop
        title={t('design.drop')}
        hint={t('design.hint')}
        choose={t('design.choose')}
        icon="template"
        accept=".pptx,.potx"
        small
        busy={busy}
        onFiles={(files) => void take(files)}
      />
      {fraction !== undefined && <SendingLine fraction={fraction} onCancel={cancel} />}
      {error !== null && <ErrorNotice error={error} />}
    </>
  )
}
