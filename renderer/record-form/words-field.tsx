import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { FieldFrame, useDescribed } from './field-frame.tsx'
import { ReadOnlyText } from './read-only-text.tsx'
import styles from './record-form.module.css'
import { useRecordForm } from './record-form-context.ts'
import { fieldId, valueAt } from './record-path.ts'

interface WordsFieldProps {
  readonly path: string
  readonly label: string
  readonly hint?: string | undefined
  readonly example?: string | undefined
  readonly words: readonly string[]
  readonly most: number
  /** Words that are not in the vocabulary may be written too. */
  readonly free?: boolean | undefined
  readonly wide?: boolean | undefined
  /** An absent list instead of an empty one. */
  readonly optional?: boolean | undefined
}

/** Words chosen from the vocabulary, several of them. */
export function WordsField({ path, label, hint, example, words, most, free, wide, optional }: WordsFieldProps) {
  const { t } = useTranslation('recordForm')
  const form = useRecordForm()
  const found = valueAt(form.record, path)
  const value = Array.isArray(found) ? (found as string[]) : []
  const describedBy = useDescribed(path, hint)
  return (
    <FieldFrame path={path} label={label} hint={hint} wide={wide} group={form.readOnly}>
      {form.readOnly ? (
        <ReadOnlyText text={value.join('、')} />
      ) : (
        <Select
          id={fieldId(path)}
          mode={free ? 'tags' : 'multiple'}
          className={styles.words ?? ''}
          value={value}
          maxCount={most}
          placeholder={example}
          aria-label={label}
          notFoundContent={<span className={styles.hint}>{t(free ? 'words.write' : 'words.none')}</span>}
          aria-describedby={describedBy}
          {...(free && { tokenSeparators: ['、', '，', ',', ';', '；'] })}
          options={[...new Set([...value, ...words])].map((word) => ({ value: word, label: word }))}
          onChange={(next: string[]) => {
            const kept = next.map((word) => word.trim().slice(0, 40)).filter(Boolean)
            form.change(path, kept.length === 0 && optional ? undefined : kept)
          }}
        />
      )}
    </FieldFrame>
  )
}
