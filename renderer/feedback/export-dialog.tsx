import { Button, Checkbox, type GetRef, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outbox, Report } from '../../library/feedback/report-view.ts'
import { Dialog } from '../design/dialog.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import styles from './export-dialog.module.css'
import { ExportWays } from './export-ways.tsx'
import { LetterPreview } from './letter-preview.tsx'
import { useExport, useOutbox } from './use-export.ts'
import { useFocusFirst } from './use-focus-first.ts'

interface ExportDialogProps {
  readonly open: boolean
  readonly reports: readonly Report[]
  /** True for what has left before. */
  readonly again: boolean
  readonly onClose: () => void
}

/** Before anything leaves, all of it is shown; then it goes where the person says. */
export function ExportDialog({ open, reports, again, onClose }: ExportDialogProps) {
  const { t } = useTranslation('feedback')
  return (
    <Dialog wide open={open} title={t(again ? 'export.again' : 'export.title')} onClose={onClose}>
      <ExportContent reports={reports} again={again} onClose={onClose} />
    </Dialog>
  )
}

function ExportContent({ reports, again, onClose }: Omit<ExportDialogProps, 'open'>) {
  // The list as it was when the dialog opened: what is exported leaves it.
  const [all] = useState(reports)
  const outbox = useOutbox(again)
  if (outbox.isPending) return <LoadingNotice />
  if (outbox.isError) return <ErrorNotice error={outbox.error} onRetry={() => void outbox.refetch()} />
  return <ExportForm reports={all} outbox={outbox.data} onClose={onClose} />
}

interface ExportFormProps {
  readonly reports: readonly Report[]
  readonly outbox: Outbox
  readonly onClose: () => void
}

function ExportForm({ reports, outbox, onClose }: ExportFormProps) {
  const { t } = useTranslation('feedback')
  const [name, setName] = useState(outbox.senderName)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const field = useFocusFirst<GetRef<typeof Input>>()
  const nameId = useId()
  const save = useExport()
  const leaving = outbox.letter?.reports.filter((report) => !left.has(report.number)) ?? []
  const byNumber = new Map(reports.map((report) => [report.number, report.id]))
  const ids = leaving.flatMap(({ number }) => byNumber.get(number) ?? [])
  const toggle = (number: string) =>
    setLeft((now) => (now.has(number) ? new Set([...now].filter((one) => one !== number)) : new Set(now).add(number)))
  if (save.data !== undefined && save.variables) {
    const done = save.variables.directory === undefined ? 'export.downloaded' : 'export.done'
    return (
      <div className={styles.form}>
        <p role="status">{t(done, { file: save.data })}</p>
        <div className={styles.actions}>
          <Button type="primary" autoFocus onClick={onClose}>
            {t('export.close')}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className={styles.form}>
      <p>{t('export.what')}</p>
      <div className={styles.field}>
        <label htmlFor={nameId}>{t('export.name')}</label>
        <Input
          ref={field}
          id={nameId}
          value={name}
          maxLength={100}
          placeholder={t('export.nameHint')}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <fieldset className={styles.choice}>
        <legend>{t('export.choose')}</legend>
        {outbox.letter?.reports.map(({ number, kind, title, anchor, text }) => (
          <Checkbox key={number} checked={!left.has(number)} onChange={() => toggle(number)}>
            <span className={styles.number}>{number}</span> {t(`kind.${kind}`)}
            {title !== undefined && `：《${title}》${anchor ?? ''}`}
            <span className={styles.text}>{text}</span>
          </Checkbox>
        ))}
      </fieldset>
      {outbox.letter && (
        <LetterPreview
          letter={{
            ...outbox.letter,
            sender: { ...(name.trim() !== '' && { name: name.trim() }), publicKey: outbox.letter.sender.publicKey },
            reports: leaving,
          }}
        />
      )}
      {save.isError && <ErrorNotice error={save.error} />}
      <ExportWays
        disabled={ids.length === 0 || save.isPending}
        onExport={(directory) => save.mutate({ ids, senderName: name.trim(), directory })}
      />
    </div>
  )
}
