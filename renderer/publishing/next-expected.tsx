import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublishedChannel } from '../../library/updates/publishing/publishing-view.ts'
import { ErrorNotice } from '../design/error-notice.tsx'
import styles from './publishing.module.css'
import { TextField } from './text-field.tsx'
import { useChangeChannel } from './use-published-channels.ts'

/** When readers may expect the next release. */
export function NextExpected({ channel }: { readonly channel: PublishedChannel }) {
  const { t } = useTranslation('publishing')
  const change = useChangeChannel(channel.id)
  const [date, setDate] = useState(channel.nextExpectedOn ?? '')
  const [saved, setSaved] = useState(false)
  const wrong = date.trim() !== '' && !isDay(date.trim())
  const save = (on: string | null) =>
    change.mutate({ method: 'PUT', path: 'next-expected', body: { on } }, { onSuccess: () => setSaved(true) })
  return (
    <section className={styles.sheet} aria-labelledby="next-title">
      <h2 id="next-title" className={styles.heading}>
        {t('next.title')}
      </h2>
      <TextField
        label={t('next.label')}
        value={date}
        onChange={(text) => {
          setDate(text)
          setSaved(false)
        }}
        example="2027-01-15"
        hint={t('next.hint')}
        error={wrong ? t('next.bad') : undefined}
        maxLength={10}
        onEnter={() => !wrong && save(date.trim() || null)}
      />
      <div className={styles.actions}>
        <Button disabled={wrong || change.isPending} onClick={() => save(date.trim() || null)}>
          {t('next.save')}
        </Button>
        <Button
          type="text"
          disabled={date === '' || change.isPending}
          onClick={() => {
            setDate('')
            save(null)
          }}
        >
          {t('next.clear')}
        </Button>
        <span role="status">{saved ? t('next.saved') : ''}</span>
      </div>
      {change.isError && <ErrorNotice error={change.error} />}
    </section>
  )
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
