import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ControlProps } from './control-props.ts'

/** A condition of the document: ticked or not. */
export function SwitchControl({ id, field, value, describedBy, label, onChange, onFocus, onBlur }: ControlProps) {
  const { t } = useTranslation('templates')
  return (
    <Checkbox
      id={id}
      checked={value === true}
      aria-describedby={describedBy}
      aria-label={label}
      onChange={(event) => onChange(event.target.checked)}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {label ? null : (field.title ?? t('field.yes'))}
    </Checkbox>
  )
}
