import { useQuery } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SlipView } from '../../../library/stories/process/process-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import panel from '../../design/panels.module.css'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { ReadRecord } from './read-record.tsx'
import type { SlipContents } from './slip-contents.ts'
import styles from './slips-page.module.css'
import { useSlipAnswer } from './use-slip-answer.ts'

/** A request to review: the story as it was sent, read here, and the answer as a signed file to send back. */
export function AnswerSlip({ slip }: { readonly slip: SlipView }) {
  const { t } = useTranslation('stories')
  const id = useId()
  const [answer, setAnswer] = useState<'agree' | 'return'>('agree')
  const [note, setNote] = useState('')
  const [changes, setChanges] = useState('')
  const { write: save, busy, error } = useSlipAnswer(slip)
  const whole = useQuery({
    queryKey: [...queryKeys.stories, 'slip', slip.id],
    queryFn: ({ signal }) => request<SlipContents>('GET', `/api/slips/${encodeURIComponent(slip.id)}`, { signal }),
  })
  const tasks = changes
    .split('\n')
    .map((text) => text.trim())
    .filter(Boolean)
    .map((text) => ({ type: 'change' as const, text }))
  const ready = answer === 'agree' || tasks.length > 0 || note.trim() !== ''
  const write = () =>
    save({
      answer,
      ...(note.trim() && { note: note.trim() }),
      ...(tasks.length > 0 && { tasks }),
    })
  return (
    <div className={styles.answer}>
      {whole.isPending && <LoadingNotice />}
      {whole.isError && <ErrorNotice error={whole.error} onRetry={() => void whole.refetch()} />}
      {whole.data?.record && <ReadRecord record={whole.data.record} contents={whole.data} />}
      {slip.state === 'new' && (
        <form
          className={panel.form}
          aria-label={t('slips.answerTitle')}
          onSubmit={(event) => {
            event.preventDefault()
            if (ready) void write()
          }}
        >
          <Radio.Group
            aria-label={t('slips.answerTitle')}
            value={answer}
            onChange={({ target }) => setAnswer(target.value as typeof answer)}
            options={[
              { value: 'agree', label: t('slips.agree') },
              { value: 'return', label: t('slips.return') },
            ]}
          />
          {answer === 'return' && (
            <div className={panel.field}>
              <label htmlFor={`${id}-changes`}>{t('slips.changes')}</label>
              <Input.TextArea
                id={`${id}-changes`}
                value={changes}
                maxLength={4000}
                autoSize={{ minRows: 2, maxRows: 8 }}
                onChange={(event) => setChanges(event.target.value)}
              />
            </div>
          )}
          <div className={panel.field}>
            <label htmlFor={`${id}-note`}>{t('slips.answerNote')}</label>
            <Input.TextArea
              id={`${id}-note`}
              value={note}
              maxLength={1000}
              autoSize={{ minRows: 1, maxRows: 6 }}
              onChange={(event) => setNote(event.target.value)}
            />
          </div>
          {error !== null && <ErrorNotice error={error} />}
          <div className={panel.actions}>
            <Button type="primary" htmlType="submit" disabled={!ready} loading={busy}>
              {t('slips.saveAnswer')}
            </Button>
          </div>
        </form>
      )}
    </div>
  )
}
