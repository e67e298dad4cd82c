import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { StorySource } from '../../../library/stories/story.schema.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { freshId } from '../../record-form/record-path.ts'
import { SendingLine } from '../sending-line.tsx'
import { useStoryForm } from './story-form-context.ts'
import { useKeptFiles } from './use-kept-files.ts'

/** A file becomes a source: it is kept as it is and named by its hash. */
export function SourceFiles() {
  const { t } = useTranslation('storyForm')
  const form = useStoryForm()
  const input = useRef<HTMLInputElement>(null)
  const { keep, cancel, busy, fraction, error } = useKeptFiles(form.storyId)
  if (form.storyId === undefined) return null
  const take = async (given: readonly File[]) => {
    const files = await keep(given)
    if (files.length === 0) return
    form.changeRecord((record) => {
      const sources: StorySource[] = [...record.sources]
      for (const file of files) {
        const title = file.name.replace(/\.[^.]+$/, '').slice(0, 300)
        sources.push({ id: freshId('s', sources), title, type: 'document', file })
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
