import { Button, Checkbox, type GetRef, Input, Segmented } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report } from '../../library/feedback/report-view.ts'
import { Dialog } from '../design/dialog.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import styles from './feedback.module.css'
import { useFocusFirst } from './use-focus-first.ts'
import { type NewReport, useWriteReport } from './use-reports.ts'

/** The passage or the item a report is about. */
export interface ReportSubject extends Pick<NewReport, 'itemId' | 'anchor' | 'revision' | 'quote'> {
  /** As people say it: 《低保办法》第一条. */
  readonly place: string
}

interface ReportDialogProps {
  readonly open: boolean
  /** Absent for what is about no item. */
  readonly subject?: ReportSubject | undefined
  readonly onClose: () => void
  readonly onSaved?: ((report: Report) => void) | undefined
}

const aboutText = ['error', 'question', 'lead'] as const
const aboutNothing = ['question', 'lead'] as const

/** Where a person says what is wrong with a text, or asks; kept on this machine. */
export function ReportDialog({ open, subject, onClose, onSaved }: ReportDialogProps) {
  const { t } = useTranslation('feedback')
  return (
    <Dialog open={open} title={t('write.title')} onClose={onClose}>
      <ReportForm subject={subject} onClose={onClose} onSaved={onSaved} />
    </Dialog>
  )
}

function ReportForm({ subject, onClose, onSaved }: Omit<ReportDialogProps, 'open'>) {
  const { t } = useTranslation('feedback')
  const kinds = subject ? aboutText : aboutNothing
  const [kind, setKind] = useState<(typeof aboutText)[number]>(kinds[0])
  const [text, setText] = useState('')
  const [quoted, setQuoted] = useState(true)
  const field = useFocusFirst<GetRef<typeof Input.TextArea>>()
  const kindId = useId()
  const textId = useId()
  const hintId = useId()
  const write = useWriteReport()
  const save = () => {
    if (text.trim() === '' || write.isPending) return
    const { place: _, quote, ...about } = subject ?? { place: '' }
    write.mutate(
      { kind, text: text.trim(), ...about, ...(quoted && { quote }) },
      {
        onSuccess: (report) => {
          onClose()
          onSaved?.(report)
        },
      },
    )
  }
  return (
    <div className={styles.form}>
      {subject && <p>{t('write.about', { place: subject.place })}</p>}
      {subject?.quote && (
        <div className={styles.field}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long quotation scrolls, also by keyboard */}
          <blockquote className={styles.quote} aria-label={t('write.quote')} tabIndex={0}>
            {subject.quote}
          </blockquote>
          <Checkbox checked={quoted} onChange={(event) => setQuoted(event.target.checked)}>
            {t('write.quoteAlong')}
          </Checkbox>
        </div>
      )}
      <div className={styles.field}>
        <span id={kindId}>{t('write.kind')}</span>
        <Segmented
          aria-labelledby={kindId}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={setKind}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={textId}>{t('write.text')}</label>
        <Input.TextArea
          ref={field}
          id={textId}
          aria-describedby={hintId}
          value={text}
          placeholder={t(`kindHint.${kind}`)}
          maxLength={5000}
          autoSize={{ minRows: 4, maxRows: 12 }}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
          }}
        />
      </div>
      <p id={hintId} className={styles.aside}>
        {t('write.private')} {t('write.careful')}
      </p>
      {write.isError && <ErrorNotice error={write.error} onRetry={save} />}
      <div className={styles.actions}>
        <Button onClick={onClose}>{t('write.giveUp')}</Button>
        <Button type="primary" disabled={text.trim() === '' || write.isPending} onClick={save}>
          {t('write.save')}
        </Button>
      </div>
    </div>
  )
}
