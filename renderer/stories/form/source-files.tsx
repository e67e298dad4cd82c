import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { StorySource } from '../../../library/stories/story.schema.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { SendingLine } from '../sending-line.tsx'
import { storyAddress } from '../story-queries.ts'
import { useSending } from '../use-sending.ts'
import { freshId } from './record-path.ts'
import { useStoryForm } from './story-form-context.ts'

interface KeptFile {
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  readonly size: number
}

/** A file becomes a source: it is kept as it is and named by its hash. */
export function SourceFiles() {
  const { t } = useTranslation('storyForm')
  const form = useStoryForm()
  const input = useRef<HTMLInputElement>(null)
  const { send, cancel, busy, fraction, error } = useSending<{ readonly files: readonly KeptFile[] }>()
  const { storyId } = form
  if (storyId === undefined) return null
  const take = async (files: readonly File[]) => {
    if (files.length === 0) return
    const answer = await send(
      `${storyAddress(storyId)}/files`,
      files.map((file) => ({ path: file.name, file })),
    )
    if (!answer) return
    form.changeRecord((record) => {
      const sources: StorySource[] = [...record.sources]
      for (const { name, mediaType, sha256, size } of answer.files) {
        const title = name.replace(/\.[^.]+$/, '').slice(0, 300)
        sources.push({ id: freshId('s', sources), title, type: 'document', file: { name, mediaType, sha256, size } })
      }
      return { ...record, sources }
    })
  }
  return (
    <>
      <Button disabled={busy} onClick={() => input.current?.click()}>
        {t('source.addFile')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          void take([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {fraction !== undefined && <SendingLine fraction={fraction} onCancel={cancel} />}
      {error !== null && <ErrorNotice error={error} />}
    </>
  )
}
