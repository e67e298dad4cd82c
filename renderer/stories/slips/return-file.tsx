import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SlipView } from '../../../library/stories/process/process-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { saveFile } from '../../feedback/save-file.ts'
import { queryKeys } from '../../service/keys.ts'
import { writeSlip } from './write-slip.ts'

/** What has to change of a story that came from elsewhere and was sent back, as a signed file for whoever told it. */
export function ReturnFile({ slip }: { readonly slip: SlipView }) {
  const { t } = useTranslation('stories')
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const write = async () => {
    setBusy(true)
    setError(null)
    try {
      const { content, name } = await writeSlip(`/api/slips/${encodeURIComponent(slip.id)}/answer`, {
        answer: 'return',
      })
      saveFile(content, name)
      await client.invalidateQueries({ queryKey: [...queryKeys.stories, 'slips'] })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button size="small" loading={busy} onClick={() => void write()}>
        {t('slips.saveReturn')}
      </Button>
      {error !== null && <ErrorNotice error={error} />}
    </>
  )
}
