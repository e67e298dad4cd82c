import { Radio, Select } from 'antd'
import styles from './choice-control.module.css'
import type { ControlProps } from './control-props.ts'

interface ChoiceControlProps extends ControlProps {
  readonly choices: readonly string[]
}

/** A few short choices lie open; many, or those in a table's cell, are in a list that can be searched. */
export function ChoiceControl(props: ChoiceControlProps) {
  const { id, path, choices, value, describedBy, invalid, label, labelledBy, required, onChange, onFocus, onBlur } =
    props
  // A value from elsewhere that is none of the choices is shown all the same; the check says what is wrong with it.
  const strange = value !== undefined && value !== '' && !choices.includes(String(value))
  const open = !label && !strange && choices.length <= 5 && choices.join('').length <= 24
  if (open) {
    return (
      <Radio.Group
        id={id}
        name={path}
        className={styles.choices ?? ''}
        value={value ?? null}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        aria-required={required}
        onChange={(event) => onChange(event.target.value as string)}
      >
        {choices.map((choice) => (
          <Radio
            key={choice}
            value={choice}
            onFocus={onFocus}
            onBlur={onBlur}
            onKeyDown={(event) => {
              if (event.key === 'Delete' || event.key === 'Backspace') onChange(undefined)
            }}
          >
            {choice}
          </Radio>
        ))}
      </Radio.Group>
    )
  }
  return (
    <Select
      id={id}
      className={styles.select ?? ''}
      value={value === undefined ? null : String(value)}
      status={invalid ? 'error' : ''}
      showSearch
      allowClear
      aria-label={label}
      aria-required={required}
      aria-describedby={describedBy}
      popupMatchSelectWidth={false}
      options={[...choices, ...(strange ? [String(value)] : [])].map((choice) => ({ value: choice, label: choice }))}
      onChange={(next: string | null | undefined) => onChange(next ?? undefined)}
      onFocus={onFocus}
      onBlur={onBlur}
    />
  )
}
