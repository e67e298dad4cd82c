import { InputNumber } from 'antd'
import { FieldFrame } from './field-frame.tsx'
import { useRecordForm } from './record-form-context.ts'
import { fieldId, valueAt } from './record-path.ts'

/** Minutes something takes, at most ten hours. */
export function MinutesField({ path, label }: { readonly path: string; readonly label: string }) {
  const { record, readOnly, change } = useRecordForm()
  const value = valueAt(record, path)
  return (
    <FieldFrame path={path} label={label}>
      <InputNumber
        id={fieldId(path)}
        min={0}
        max={600}
        precision={0}
        value={typeof value === 'number' ? value : 0}
        readOnly={readOnly}
        onChange={(minutes) => change(path, minutes ?? 0, true)}
      />
    </FieldFrame>
  )
}
