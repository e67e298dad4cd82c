import { Button, Input } from 'antd'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { request } from '../../service/client.ts'
import { feedRoute, useFeedChange } from '../feed-queries.ts'
import styles from './feed-page.module.css'

export interface ChoiceSubject {
  readonly storyId: string
  readonly title: string
  readonly choice: 'pin' | 'exclude'
}

interface ChoiceDialogProps {
  readonly feedId: string
  readonly subject: ChoiceSubject | undefined
  readonly onClose: () => void
  readonly onDone: (subject: ChoiceSubject) => void
}

/** Asks why a story is put in or kept out: the reason stands in the record and beside the story. */
export function ChoiceDialog({ feedId, subject, onClose, onDone }: ChoiceDialogProps) {
  const { t } = useTranslation('feeds')
  return (
    <Dialog
      open={subject !== undefined}
      title={subject ? t(`choice.${subject.choice}Title`, { title: subject.title }) : ''}
      onClose={onClose}
    >
      {subject && <ChoiceForm feedId={feedId} subject={subject} onClose={onClose} onDone={onDone} />}
    </Dialog>
  )
}

function ChoiceForm({ feedId, subject, onClose, onDone }: ChoiceDialogProps & { readonly subject: ChoiceSubject }) {
  const { t } = useTranslation('feeds')
  const id = useId()
  const [reason, setReason] = useState('')
  const keep = useFeedChange(() =>
    request<unknown>('PUT', feedRoute(feedId, `/choices/${encodeURIComponent(subject.storyId)}`), {
      body: { choice: subject.choice, reason: reason.trim() },
    }),
  )
  const { reset } = keep
  // biome-ignore lint/correctness/useExhaustiveDependencies: another story begins anew
  useEffect(() => {
    setReason('')
    reset()
  }, [subject, reset])
  const save = () =>
    keep.mutate(undefined, {
      onSuccess: () => {
        onClose()
        onDone(subject)
      },
    })
  return (
    <form
      className={styles.section}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '' && !keep.isPending) save()
      }}
    >
      <label htmlFor={id}>{t('choice.reason')}</label>
      <Input.TextArea
        id={id}
        autoFocus
        rows={3}
        maxLength={500}
        value={reason}
        placeholder={t(`choice.${subject.choice}Example`)}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={(event) => {
          if (event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          event.currentTarget.form?.requestSubmit()
        }}
      />
      <p className={styles.hint}>{t(`choice.${subject.choice}Hint`)}</p>
      {keep.isError && <ErrorNotice error={keep.error} />}
      <div className={styles.actions}>
        <Button type="primary" htmlType="submit" disabled={reason.trim() === '' || keep.isPending}>
          {t(`choice.${subject.choice}`)}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
