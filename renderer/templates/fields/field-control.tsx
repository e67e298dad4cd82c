import { ChoiceControl } from './choice-control.tsx'
import type { ControlProps } from './control-props.ts'
import { DateControl } from './date-control.tsx'
import { NumberControl } from './number-control.tsx'
import { SwitchControl } from './switch-control.tsx'
import { TextControl } from './text-control.tsx'

/** The control that fits a field. */
export function FieldControl(props: ControlProps) {
  const { field } = props
  if (field.type === 'boolean') return <SwitchControl {...props} />
  if (field.type !== 'string') return <NumberControl {...props} />
  if (field.enum) return <ChoiceControl {...props} choices={field.enum} />
  if (field.format === 'date' || field.format === 'year-month' || field.format === 'time') {
    return <DateControl {...props} format={field.format} />
  }
  return <TextControl {...props} />
}
