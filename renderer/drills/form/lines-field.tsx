import { Button } from 'antd'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icon.tsx'
import { useRecordForm } from '../../record-form/record-form-context.ts'
import { fieldId } from '../../record-form/record-path.ts'
import styles from '../../record-form/rows.module.css'
import { oneLine } from '../../record-form/strings-field.tsx'
import { useRowKeys } from '../../record-form/use-row-keys.ts'
import { type DrillLine, MOST_LINES, withLineAfter, withScriptAt, withSpeaker } from './change-lines.ts'
import { useDrillCards } from './drill-cards-context.ts'
import { roleOfLetter } from './role-of-letter.ts'

interface LinesFieldProps {
  /** `turns/0/lines` */
  readonly path: string
  readonly lines: readonly DrillLine[]
}

/** What is said in a turn, written like a script: Enter for the next line, a letter for another speaker. */
export function LinesField({ path, lines }: LinesFieldProps) {
  const { t } = useTranslation(['drills', 'materials'])
  const form = useRecordForm()
  const { roles } = useDrillCards()
  const id = fieldId(path)
  const focus = (at: number, what: 'words' | 'speaker' = 'words') =>
    requestAnimationFrame(() => document.getElementById(at < 0 ? `${id}-add` : `${id}-${at}-${what}`)?.focus())
  const set = (next: readonly DrillLine[]) => form.change(path, next)
  const setLine = (at: number, line: DrillLine, typing = false) => form.change(`${path}/${at}`, line, typing)
  const keys = useRowKeys({
    rows: lines,
    most: MOST_LINES,
    set,
    withRowAfter: (at) => withLineAfter(lines, at, roles),
    focus,
  })
  const onSpeakerKey = (event: KeyboardEvent<HTMLSelectElement>, at: number, line: DrillLine) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      return focus(at)
    }
    const speaker = event.key === '0' ? { id: undefined } : roleOfLetter(roles, line.role, event.key)
    if (!speaker) return
    event.preventDefault()
    setLine(at, withSpeaker(line, speaker.id))
  }
  const onPaste = (event: ClipboardEvent, at: number) => {
    const next = withScriptAt(lines, at, event.clipboardData.getData('text/plain'), roles)
    if (!next) return
    event.preventDefault()
    set(next)
    focus(at + next.length - lines.length)
  }
  return (
    <fieldset className={styles.lines} data-form-field={path}>
      <legend>{t('turn.lines')}</legend>
      {lines.length > 0 && <p className={styles.hint}>{t('turn.linesHint')}</p>}
      <ol>
        {lines.map((line, at) => (
          <li key={line.id} className={styles.line}>
            <select
              id={`${id}-${at}-speaker`}
              className={styles.select}
              value={line.role ?? ''}
              aria-label={t('turn.speaker', { n: at + 1 })}
              onChange={({ target }) => setLine(at, withSpeaker(line, target.value || undefined))}
              onKeyDown={(event) => onSpeakerKey(event, at, line)}
            >
              <option value="">{t('turn.narrator')}</option>
              {roles.map((role, n) => (
                <option key={role.id} value={role.id}>
                  {role.name || t('materials:card.place', { one: t('form.role'), n: n + 1 })}
                </option>
              ))}
              {line.role !== undefined && !roles.some((role) => role.id === line.role) && (
                <option value={line.role}>?</option>
              )}
            </select>
            <textarea
              id={`${id}-${at}-words`}
              className={styles.input}
              rows={1}
              value={line.text}
              maxLength={1000}
              aria-label={t('turn.words', { n: at + 1 })}
              onChange={({ target }) => setLine(at, { ...line, text: oneLine(target.value) }, true)}
              onKeyDown={(event) => keys.onKeyDown(event, at)}
              onPaste={(event) => onPaste(event, at)}
            />
            <Button
              type="text"
              size="small"
              tabIndex={-1}
              aria-label={t('turn.removeLine', { n: at + 1 })}
              icon={<Icon name="close" size="1rem" />}
              onClick={() => keys.remove(at)}
            />
          </li>
        ))}
      </ol>
      <Button
        id={`${id}-add`}
        size="small"
        disabled={lines.length >= MOST_LINES}
        onClick={() => keys.add(lines.length - 1)}
      >
        {t('turn.addLine')}
      </Button>
    </fieldset>
  )
}
