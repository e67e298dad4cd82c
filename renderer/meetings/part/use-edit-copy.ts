import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { MaterialRecord } from '../../../library/meetings/materials/material.schema.ts'
import { createMaterial, deskOf } from '../../materials/material-queries.ts'
import { useRecordForm } from '../../record-form/record-form-context.ts'
import { usePartDesk } from './part-desk.ts'

/**
 * Makes a material of its own out of what stands within a part, and goes there to change it. The part remembers it, so
 * that the meeting tells when it has changed.
 */
export function useEditCopy() {
  const form = useRecordForm()
  const desk = usePartDesk()
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const edit = async (record: MaterialRecord) => {
    setBusy(true)
    setError(null)
    try {
      const made = await createMaterial({ record })
      form.change('from', { id: made.id, revision: made.recordSha256, takenOn: form.today })
      // What was just changed is saved before the desk is left.
      await new Promise((resolve) => requestAnimationFrame(resolve))
      await desk.flush()
      await navigate({ to: `${deskOf(record.type)}/${encodeURIComponent(made.id)}` })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return { edit, busy, error }
}
