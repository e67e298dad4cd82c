import { type ComponentType, memo } from 'react'
import { type RecordForm, RecordFormContext } from './record-form-context.ts'

interface FormPartProps {
  readonly form: RecordForm
  /** The fields of the record that stand in it. */
  readonly of: readonly string[]
  /** The same component every time. */
  readonly Content: ComponentType
}

/** A part of a form. It is drawn again when one of its own fields changes, not for each key in another part. */
export const FormPart = memo(
  function FormPart({ form, Content }: FormPartProps) {
    return (
      <RecordFormContext value={form}>
        <Content />
      </RecordFormContext>
    )
  },
  ({ form: { record: before, ...said }, of, Content }, { form: { record: now, ...saysNow }, ...rest }) =>
    Content === rest.Content &&
    of.every((name) => Reflect.get(before, name) === Reflect.get(now, name)) &&
    JSON.stringify(Object.keys(said)) === JSON.stringify(Object.keys(saysNow)) &&
    Object.entries(said).every(([name, value]) => Reflect.get(saysNow, name) === value),
)
