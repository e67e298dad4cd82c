import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './record-form.module.css'
import { useRecordForm } from './record-form-context.ts'
import { fieldId } from './record-path.ts'

interface FieldFrameProps {
  readonly path: string
  readonly label: string
  /** What belongs here, in a sentence; read with the field. */
  readonly hint?: string | undefined
  readonly wide?: boolean | undefined
  /** For controls that are several elements: a group with the label as its name. */
  readonly group?: boolean | undefined
  /** Beside the label. */
  readonly tools?: ReactNode
  readonly children: ReactNode
}

/** A field with its label, what is said about it by checks and by people, and where a proposal was read. */
export function FieldFrame({ path, label, hint, wide, group, tools, children }: FieldFrameProps) {
  const { t } = useTranslation('recordForm')
  const form = useRecordForm()
  const id = fieldId(path)
  const said = form.saidAt?.(path) ?? []
  const read = form.readAt?.(path)
  const Label = group ? 'span' : 'label'
  return (
    <div
      className={styles.field}
      data-wide={wide ? '' : undefined}
      data-form-field={path}
      data-proposed={read ? '' : undefined}
      {...(group && { role: 'group', 'aria-labelledby': `${id}-label`, id, tabIndex: -1 })}
    >
      <div className={styles.fieldHead}>
        <Label id={`${id}-label`} className={styles.label} {...(!group && { htmlFor: id })}>
          {label}
        </Label>
        {tools}
      </div>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {children}
      {read && (
        <p className={styles.read}>
          <span>
            {t(read.confidence === 'certain' ? 'read.certain' : 'read.likely')}
            <q>{read.quote.length > 90 ? `${read.quote.slice(0, 90)}…` : read.quote}</q>
          </span>
          {form.onConfirm && (
            <Button size="small" onClick={() => form.onConfirm?.(path)} aria-label={t('read.confirmOf', { label })}>
              {t('read.confirm')}
            </Button>
          )}
        </p>
      )}
      {said.length > 0 && (
        <ul id={`${id}-said`} className={styles.said}>
          {said.map((one) => (
            <li key={one.id} data-severity={one.severity}>
              {one.says}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** The ids of what describes a field, for `aria-describedby`. */
export function useDescribed(path: string, hint: string | undefined): string | undefined {
  const form = useRecordForm()
  const id = fieldId(path)
  const said = (form.saidAt?.(path) ?? []).length > 0
  return [hint && `${id}-hint`, said && `${id}-said`].filter(Boolean).join(' ') || undefined
}
