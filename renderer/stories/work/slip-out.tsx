import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'
import type { StoryView } from '../../../library/stories/story-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import panel from '../../design/panels.module.css'
import type { DraftSaver } from '../../drafts/draft-saver.ts'
import { saveFile } from '../../feedback/save-file.ts'
import { queryKeys } from '../../service/keys.ts'
import { writeSlip } from '../slips/write-slip.ts'
import { storyAddress } from '../story-queries.ts'

interface SlipOutProps {
  readonly story: StoryView
  readonly saver: DraftSaver<StoryRecord, StoryView>
}

/** The story as a signed file, for mail or stick: handed to another office, or to a reviewer without the network. */
export function SlipOut({ story, saver }: SlipOutProps) {
  const { t } = useTranslation(['storyWork', 'stories'])
  const client = useQueryClient()
  const id = useId()
  const [type, setType] = useState<'submission' | 'review-request'>('submission')
  const [step, setStep] = useState<'verify' | 'approve'>(story.state === 'verified' ? 'approve' : 'verify')
  const [note, setNote] = useState('')
  const [sealed, setSealed] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [state, setState] = useState<'no' | 'busy' | 'done'>('no')
  const [error, setError] = useState<unknown>(null)
  const write = async () => {
    setState('busy')
    setError(null)
    try {
      if (!(await saver.flush())) return setState('no')
      const slip = await writeSlip(`${storyAddress(story.id)}/slips`, {
        type,
        ...(type === 'review-request' && { step }),
        ...(note.trim() && { note: note.trim() }),
        ...(sealed && { passphrase }),
      })
      saveFile(slip.content, slip.name)
      setState('done')
      void client.invalidateQueries({ queryKey: [...queryKeys.stories, 'slips'] })
    } catch (problem) {
      setError(problem)
      setState('no')
    }
  }
  return (
    <details className={panel.part}>
      <summary>{t('slip.title')}</summary>
      <form
        className={panel.form}
        onSubmit={(event) => {
          event.preventDefault()
          void write()
        }}
      >
        <p className={panel.muted}>{t('slip.lead')}</p>
        <Radio.Group
          aria-label={t('slip.type')}
          value={type}
          onChange={({ target }) => setType(target.value as typeof type)}
          options={[
            { value: 'submission', label: t('slip.submission') },
            { value: 'review-request', label: t('slip.request') },
          ]}
        />
        {type === 'review-request' && (
          <Radio.Group
            aria-label={t('slip.step')}
            value={step}
            onChange={({ target }) => setStep(target.value as typeof step)}
            options={[
              { value: 'verify', label: t('stories:step.verify') },
              { value: 'approve', label: t('stories:step.approve') },
            ]}
          />
        )}
        <div className={panel.field}>
          <label htmlFor={`${id}-note`}>{t('slip.note')}</label>
          <Input id={`${id}-note`} value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
        </div>
        <Checkbox checked={sealed} onChange={({ target }) => setSealed(target.checked)}>
          {t('slip.sealed')}
        </Checkbox>
        {sealed && (
          <div className={panel.field}>
            <label htmlFor={`${id}-pass`}>{t('slip.passphrase')}</label>
            <Input.Password
              id={`${id}-pass`}
              value={passphrase}
              maxLength={200}
              autoComplete="new-password"
              onChange={(event) => setPassphrase(event.target.value)}
            />
            <p className={panel.muted}>{t('slip.passphraseHint')}</p>
          </div>
        )}
        {error !== null && <ErrorNotice error={error} />}
        <div className={panel.actions}>
          <Button htmlType="submit" loading={state === 'busy'} disabled={sealed && passphrase.length < 8}>
            {t('slip.save')}
          </Button>
          {state === 'done' && <span role="status">{t('slip.saved')}</span>}
        </div>
      </form>
    </details>
  )
}
