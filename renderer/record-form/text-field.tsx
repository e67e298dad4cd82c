import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldFrame, useDescribed } from './field-frame.tsx'
import { useRecordForm } from './record-form-context.ts'
import { fieldId, valueAt } from './record-path.ts'

interface TextFieldProps {
  readonly path: string
  readonly label: string
  readonly hint?: string | undefined
  readonly example?: string | undefined
  readonly maxLength: number
  /** Lines it has at least; one line without. */
  readonly rows?: number | undefined
  readonly wide?: boolean | undefined
  /** Whether an empty field is kept as '' instead of being taken out. */
  readonly always?: boolean | undefined
  readonly autoFocus?: boolean | undefined
}

/** Words of the record. Chosen words can be commented on. */
export function TextField(props: TextFieldProps) {
  const { path, label, hint, example, maxLength, rows, wide, always, autoFocus } = props
  const { t } = useTranslation('recordForm')
  const form = useRecordForm()
  const [chosen, setChosen] = useState('')
  const found = valueAt(form.record, path)
  const value = typeof found === 'string' ? found : ''
  const describedBy = useDescribed(path, hint)
  const { onComment } = form
  const control = {
    id: fieldId(path),
    value,
    maxLength,
    readOnly: form.readOnly,
    placeholder: form.readOnly ? '' : example,
    autoComplete: 'off',
    autoFocus: autoFocus ?? false,
    'aria-describedby': describedBy,
    'aria-invalid': (form.saidAt?.(path) ?? []).some(({ wrong }) => wrong),
    onChange: (event: { readonly target: { readonly value: string } }) => {
      const typed = event.target.value
      form.change(path, typed === '' && !always ? undefined : typed, true)
    },
    onSelect: (event: { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      const { selectionStart, selectionEnd, value: whole } = event.currentTarget
      setChosen(whole.slice(selectionStart ?? 0, selectionEnd ?? 0).trim())
    },
  }
  return (
    <FieldFrame
      path={path}
      label={label}
      hint={hint}
      wide={wide ?? rows !== undefined}
      tools={
        onComment &&
        chosen !== '' && (
          <Button
            size="small"
            type="text"
            // The words stay chosen while the button is pressed.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onComment({ field: path, quote: chosen.slice(0, 500) })}
          >
            {t('comment')}
          </Button>
        )
      }
    >
      {rows === undefined ? (
        <Input {...control} />
      ) : (
        <Input.TextArea {...control} autoSize={{ minRows: rows, maxRows: 24 }} />
      )}
    </FieldFrame>
  )
}
