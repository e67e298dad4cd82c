import { Input } from 'antd'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ControlProps } from './control-props.ts'
import styles from './date-control.module.css'
import { dateText, readDate, readMonth, readTime } from './read-date.ts'
import { useTypedText } from './use-typed-text.ts'

interface DateControlProps extends ControlProps {
  readonly format: 'date' | 'year-month' | 'time'
}

const pickers = { date: 'date', 'year-month': 'month', time: 'time' } as const

/** A day, month or time: typed in any usual way, or picked in the system's own calendar (Alt+↓). */
export function DateControl(props: DateControlProps) {
  const { id, value, describedBy, invalid, label, required, format, today, onChange } = props
  const { t } = useTranslation('templates')
  const picker = useRef<HTMLInputElement>(null)
  const read = (text: string) =>
    format === 'date' ? readDate(text, today) : format === 'time' ? readTime(text) : readMonth(text)
  const typed = useTypedText(
    value,
    (text) => (text.trim() === '' ? undefined : (read(text) ?? text)),
    (given) => dateText(String(given ?? '')),
    (next) => onChange(next, true),
  )
  const pick = () => picker.current?.showPicker()
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.key !== 'ArrowDown') return
    event.preventDefault()
    event.stopPropagation()
    pick()
  }
  return (
    <span className={styles.date}>
      <Input
        id={id}
        value={typed.text}
        autoComplete="off"
        placeholder={label ? '' : t(`field.${format}`)}
        status={invalid ? 'error' : ''}
        aria-invalid={invalid}
        aria-required={required}
        aria-describedby={describedBy}
        aria-label={label}
        onChange={(event) => typed.change(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={props.onFocus}
        onBlur={() => {
          typed.settle()
          props.onBlur()
        }}
        suffix={
          <button type="button" className={styles.pick} tabIndex={-1} aria-label={t('field.pick')} onClick={pick}>
            <svg viewBox="0 0 24 24" width="1.1em" height="1.1em" fill="none" stroke="currentColor" strokeWidth="1.6">
              <title>{t('field.pick')}</title>
              <path d="M4.5 6h15v13.500h-15zM4.5 10h15M8.500 4v4M15.500 4v4" />
            </svg>
          </button>
        }
      />
      <input
        ref={picker}
        className={styles.picker}
        type={pickers[format]}
        tabIndex={-1}
        aria-hidden="true"
        value={read(String(value ?? '')) ?? ''}
        onChange={(event) => onChange(event.target.value || undefined)}
      />
    </span>
  )
}
