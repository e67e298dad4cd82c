import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryConsent } from '../../../library/stories/story.schema.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { Icon } from '../../design/icon.tsx'
import styles from '../../record-form/record-form.module.css'
import { SendingLine } from '../sending-line.tsx'
import { useStoryForm } from './story-form-context.ts'
import { useKeptFiles } from './use-kept-files.ts'

/** The picture of the signed paper, which stays in the library and is named in the record by its hash only. */
export function ConsentProof({ consent, path }: { readonly consent: StoryConsent; readonly path: string }) {
  const { t } = useTranslation(['storyForm', 'recordForm'])
  const form = useStoryForm()
  const input = useRef<HTMLInputElement>(null)
  const { keep, cancel, busy, fraction, error } = useKeptFiles(form.storyId)
  if (consent.proof !== undefined) {
    return (
      <p className={styles.fileLine}>
        <Icon name="file" /> {t('consent.proof')} <code>{consent.proof.slice(0, 12)}</code>
        {!form.readOnly && (
          <Button size="small" type="text" onClick={() => form.change(`${path}/proof`, undefined)}>
            {t('recordForm:entry.remove')}
          </Button>
        )}
      </p>
    )
  }
  if (form.readOnly || form.storyId === undefined || consent.how !== 'written') return null
  const take = async (given: readonly File[]) => {
    const [file] = await keep(given)
    if (file) form.change(`${path}/proof`, file.sha256)
  }
  return (
    <>
      <p className={styles.fileLine}>
        <Button size="small" disabled={busy} onClick={() => input.current?.click()}>
          {t('consent.addProof')}
        </Button>
        <span className={styles.subtle}>{t('consent.proofStays')}</span>
      </p>
      <input
        ref={input}
        type="file"
        accept="image/*,.pdf"
        hidden
        onChange={(event) => {
          void take([...(event.target.files ?? [])].slice(0, 1))
          event.target.value = ''
        }}
      />
      {fraction !== undefined && <SendingLine fraction={fraction} onCancel={cancel} />}
      {error !== null && <ErrorNotice error={error} />}
    </>
  )
}
