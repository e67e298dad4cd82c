import { Input } from 'antd'
import type { ControlProps } from './control-props.ts'
import { numberText, readNumber } from './read-number.ts'
import { useTypedText } from './use-typed-text.ts'

/** A number with its unit. What cannot be read as one stays as typed, so that nothing is lost and the check says so. */
export function NumberControl({ id, field, value, describedBy, invalid, label, required, ...props }: ControlProps) {
  const unit = field.type === 'number' || field.type === 'integer' ? (field['x-unit'] ?? moneyUnit(field.format)) : ''
  const typed = useTypedText(
    value,
    (text) => (text.trim() === '' ? undefined : (readNumber(text, unit) ?? text)),
    (given) => (typeof given === 'number' ? numberText(given) : String(given ?? '')),
    (next) => props.onChange(next, true),
  )
  return (
    <Input
      id={id}
      value={typed.text}
      inputMode="decimal"
      autoComplete="off"
      suffix={unit || undefined}
      status={invalid ? 'error' : ''}
      aria-invalid={invalid}
      aria-required={required}
      aria-describedby={describedBy}
      aria-label={label}
      onChange={(event) => typed.change(event.target.value)}
      onFocus={props.onFocus}
      onBlur={() => {
        typed.settle()
        props.onBlur()
      }}
    />
  )
}

function moneyUnit(format: 'money' | undefined): string {
  return format === 'money' ? '元' : ''
}
