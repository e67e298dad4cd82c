import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryMedia } from '../../../library/stories/story.schema.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { FileDrop } from '../../office/sheets/file-drop.tsx'
import { SendingLine } from '../sending-line.tsx'
import { storyAddress } from '../story-queries.ts'
import { useSending } from '../use-sending.ts'
import styles from './pictures.module.css'

/** What the service took into the story, and what it did not. */
interface ReceivedMedia {
  readonly added: readonly StoryMedia[]
  readonly refused: readonly { readonly name: string; readonly code: string; readonly reason: string }[]
}

/** What happens around handing pictures to a story, which puts them into its record by itself. */
export interface Receiving {
  /** Saves what is not saved yet; false keeps the files here. */
  readonly before: () => Promise<boolean>
  /** Takes the record as it is now. */
  readonly after: () => Promise<void>
}

interface MediaDropProps {
  readonly storyId: string
  readonly small?: boolean | undefined
  readonly receiving: Receiving
}

/** Where pictures, sounds and films are dropped. Originals are kept as they come; what leaves is a cleaned copy. */
export function MediaDrop({ storyId, small, receiving }: MediaDropProps) {
  const { t } = useTranslation('storyForm')
  const { send, cancel, busy, fraction, error } = useSending<ReceivedMedia>()
  const [refused, setRefused] = useState<ReceivedMedia['refused']>([])
  const take = async (files: readonly File[]) => {
    setRefused([])
    if (!(await receiving.before())) return
    const answer = await send(
      `${storyAddress(storyId)}/media`,
      files.map((file) => ({ path: file.name, file })),
    )
    if (!answer) return
    setRefused(answer.refused)
    if (answer.added.length > 0) await receiving.after()
  }
  return (
    <div className={styles.dropPlace}>
      <FileDrop
        title={t('media.drop')}
        hint={t('media.dropHint')}
        choose={t('media.choose')}
        icon="import"
        accept="image/*,video/*,audio/*"
        several
        small={small}
        busy={busy}
        onFiles={(files) => void take(files)}
      />
      {fraction !== undefined && <SendingLine fraction={fraction} onCancel={cancel} />}
      {error !== null && <ErrorNotice error={error} />}
      {refused.length > 0 && (
        <ul className={styles.refused} role="alert">
          {refused.map(({ name, reason }) => (
            <li key={name}>{t('media.refused', { name, reason })}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
