import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SlipView } from '../../../library/stories/process/process-view.ts'
import { saveFile } from '../../feedback/save-file.ts'
import { queryKeys } from '../../service/keys.ts'
import { writeSlip } from './write-slip.ts'

/** Writes the answer to a slip as a signed file and has it saved; one at a time. */
export function useSlipAnswer(slip: SlipView) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const write = async (answer: object) => {
    setBusy(true)
    setError(null)
    try {
      const { content, name } = await writeSlip(`/api/slips/${encodeURIComponent(slip.id)}/answer`, answer)
      saveFile(content, name)
      await client.invalidateQueries({ queryKey: [...queryKeys.stories, 'slips'] })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return { write, busy, error } as const
}
