import { useTranslation } from 'react-i18next'
import { fieldId } from '../form/field-path.ts'
import { useFormDesk } from '../form/form-desk-context.ts'
import { amountInWords } from './amount-in-words.ts'
import styles from './field-notes.module.css'
import type { Cell } from './pasted-rows.ts'
import { readDate } from './read-date.ts'
import { readResidentId } from './resident-id.ts'

interface FieldNotesProps {
  readonly path: string
  readonly field: Cell
}

/** What is said below a field: what its value means, what to fill in, what is wrong. */
export function FieldNotes({ path, field }: FieldNotesProps) {
  const desk = useFormDesk()
  const reading = useReading(path, field)
  const findings = desk.findingsOf(path)
  const id = fieldId(path)
  return (
    <>
      {reading && (
        <p id={`${id}-reading`} className={styles.reading} data-wrong={reading.wrong ? '' : undefined}>
          {reading.text}
        </p>
      )}
      {field.description && (
        <p id={`${id}-hint`} className={styles.hint}>
          {field.description}
        </p>
      )}
      {findings.length > 0 && (
        <ul id={`${id}-findings`} className={styles.findings}>
          {findings.map((finding) => (
            <li key={finding.id} data-severity={finding.severity}>
              {finding.says}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The ids of what describes a field, in the order it is to be read aloud. */
export function useDescribedBy(path: string, field: Cell): string | undefined {
  const desk = useFormDesk()
  const reading = useReading(path, field)
  const id = fieldId(path)
  const ids = [
    desk.findingsOf(path).length > 0 && `${id}-findings`,
    reading && `${id}-reading`,
    field.description && `${id}-hint`,
    desk.sourceOf(path) && `${id}-source`,
  ].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

interface Reading {
  readonly text: string
  readonly wrong?: boolean
}

/** What a value is understood to be: an amount in words, whose id, which weekday. */
function useReading(path: string, field: Cell): Reading | undefined {
  const { t } = useTranslation('templates')
  const desk = useFormDesk()
  const value = desk.shown[path]
  if (field.type === 'boolean' || value === undefined || value === '') return undefined
  if (field.type !== 'string') {
    if (typeof value === 'string') return { text: t('field.noNumber'), wrong: true }
    if (field.format !== 'money' || typeof value !== 'number') return undefined
    const words = amountInWords(value)
    return words === '' ? undefined : { text: words }
  }
  if (field.format === 'date' && typeof value === 'string' && !readDate(value, desk.today)) {
    return { text: t('field.noDate'), wrong: true }
  }
  if (field.format !== 'resident-id' || typeof value !== 'string') return undefined
  const reading = readResidentId(value)
  switch (reading.kind) {
    case 'good': {
      const [year = 0, month = 0, day = 0] = reading.birthDate.split('-').map(Number)
      const age = ageOn(reading.birthDate, desk.today)
      return { text: t('field.idReads', { sex: t(`field.sex.${reading.sex}`), year, month, day, age }) }
    }
    case 'typing':
      return { text: t('field.idMissing', { n: reading.missing }) }
    case 'wrong':
      return { text: t(`field.id.${reading.why}`), wrong: true }
  }
}

function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years
}
