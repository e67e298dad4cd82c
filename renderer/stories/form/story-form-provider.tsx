import type { ReactNode } from 'react'
import { type RecordForm, RecordFormContext, type SaidOfField } from '../../record-form/record-form-context.ts'
import { type StoryForm, StoryFormContext } from './story-form-context.ts'

interface StoryFormProviderProps {
  readonly form: StoryForm
  readonly children: ReactNode
}

/** The story form around its fields: what the gate and people say of a field is said beside it. */
export function StoryFormProvider({ form, children }: StoryFormProviderProps) {
  const fields: RecordForm = { ...form, saidAt: (path) => saidOf(form, path) }
  return (
    <StoryFormContext value={form}>
      <RecordFormContext value={fields}>{children}</RecordFormContext>
    </StoryFormContext>
  )
}

function saidOf({ findingsAt, tasksAt }: StoryForm, path: string): SaidOfField[] {
  return [
    ...findingsAt(path).map(({ id, says, severity, overruled }) => ({
      id,
      says,
      severity,
      wrong: severity === 'must' && !overruled,
    })),
    ...tasksAt(path).map(({ id, by, quote, text }) => ({
      id,
      says: (
        <>
          {by}：{quote && <q>{quote}</q>} {text}
        </>
      ),
    })),
  ]
}
