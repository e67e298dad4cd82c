import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import type { KnownValue } from '../../../library/templates/known/known-view.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import type { ControlProps } from './control-props.ts'
import { isLongText } from './is-long-text.ts'
import { plainId } from './resident-id.ts'

/** Words, with what is known of their meaning offered below while one types. */
export function TextControl(props: ControlProps) {
  const { id, field, value, describedBy, invalid, label, required, onChange } = props
  const [focused, setFocused] = useState(false)
  const offers = useOffers(props, focused)
  const format = field.type === 'string' ? field.format : undefined
  const listed = offers.length > 0
  const common = {
    id,
    value: value === undefined ? '' : String(value),
    placeholder: field.type === 'string' ? (field.examples?.[0] ?? '') : '',
    status: invalid ? ('error' as const) : ('' as const),
    'aria-invalid': invalid,
    'aria-required': required,
    'aria-describedby': describedBy,
    'aria-label': label,
    onFocus: () => {
      setFocused(true)
      props.onFocus()
    },
    onBlur: () => {
      setFocused(false)
      // Kept as the standard writes it, once typing is over.
      if (format === 'resident-id' || format === 'social-credit-code') tidy(value, onChange)
      props.onBlur()
    },
  }
  const multiline = field.type === 'string' && field['x-multiline'] === true
  if (multiline || isLongText(field)) {
    return (
      <Input.TextArea
        {...common}
        data-one-line={multiline ? undefined : ''}
        autoSize={{ minRows: multiline && !label ? 2 : 1, maxRows: 12 }}
        // One line of words stays one however often it is broken to be seen whole.
        onKeyDown={(event) => {
          if (!multiline && event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault()
        }}
        onChange={(event) => onChange(oneLine(event.target.value, multiline) || undefined, true)}
      />
    )
  }
  const numeric = format === 'mobile-phone' || format === 'postcode' || format === 'bank-card'
  return (
    <>
      <Input
        {...common}
        autoComplete="off"
        inputMode={numeric ? 'numeric' : 'text'}
        list={listed ? `${id}-offers` : undefined}
        onChange={(event) => onChange(event.target.value || undefined, true)}
      />
      {listed && (
        <datalist id={`${id}-offers`}>
          {offers.map((offer) => (
            <option key={`${offer.value} ${offer.source.title}`} value={String(offer.value)}>
              {offer.source.title}
            </option>
          ))}
        </datalist>
      )}
    </>
  )
}

function oneLine(words: string, multiline: boolean): string {
  return multiline ? words : words.replace(/\s*[\r\n]+\s*/g, ' ')
}

function tidy(value: ControlProps['value'], onChange: ControlProps['onChange']): void {
  const plain = typeof value === 'string' ? plainId(value) : value
  if (plain !== value) onChange(plain, true)
}

/** What is known of a field's meaning, asked for when one comes to the field. */
function useOffers({ field, value }: ControlProps, focused: boolean): readonly KnownValue[] {
  const meaning = field['x-meaning']
  const known = useQuery({
    queryKey: [...queryKeys.known, 'values', meaning ?? ''],
    queryFn: ({ signal }) => request<KnownValue[]>('GET', '/api/known/values', { query: { meaning }, signal }),
    enabled: focused && meaning !== undefined,
    staleTime: 30_000,
    retry: false,
  })
  if (!focused || !known.data) return []
  return known.data.filter((one) => one.value !== value).slice(0, 20)
}
