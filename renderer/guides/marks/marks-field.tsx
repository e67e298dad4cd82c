import { Button } from 'antd'
import { type MouseEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { PictureMark } from '../../../library/meetings/guides/step-guide.schema.ts'
import type { MaterialPicture } from '../../../library/meetings/materials/cited.schema.ts'
import { Icon } from '../../design/icon.tsx'
import { useRecordForm } from '../../record-form/record-form-context.ts'
import { fieldId, moved } from '../../record-form/record-path.ts'
import lines from '../../record-form/rows.module.css'
import { type MarkType, MOST_MARKS, markInMiddle, markTypes, numberOf } from './mark.ts'
import { MarkStage } from './mark-stage.tsx'
import styles from './marks.module.css'

interface MarksFieldProps {
  /** `steps/0/marks` */
  readonly path: string
  readonly picture: MaterialPicture
  readonly marks: readonly PictureMark[]
}

/** What is drawn on a picture, by pointer or by keys alone, each with a word of what it is. */
export function MarksField({ path, picture, marks }: MarksFieldProps) {
  const { t } = useTranslation('guides')
  const { change } = useRecordForm()
  const [tool, setTool] = useState<MarkType>()
  const [chosen, setChosen] = useState<string>()
  const stage = useRef<HTMLDivElement>(null)
  const set = (next: readonly PictureMark[], typing?: boolean) => change(path, next, typing)
  const markOf = (id: string) => stage.current?.querySelector<SVGElement>(`[data-mark="${CSS.escape(id)}"]`)
  const focusMark = (id: string) => requestAnimationFrame(() => markOf(id)?.focus())
  const take = (type: MarkType, event: MouseEvent) => {
    // A press of the pointer takes the tool in hand; a key sets the mark where it can be moved from.
    if (event.detail > 0) return setTool(tool === type ? undefined : type)
    const mark = markInMiddle(type, marks)
    // At once, so that the next key reaches the mark and not the tool.
    flushSync(() => set([...marks, mark]))
    markOf(mark.id)?.focus()
  }
  return (
    <div className={lines.stack}>
      <fieldset className={lines.worths}>
        <legend className="visually-hidden">{t('marks.tools')}</legend>
        <div className={styles.tools}>
          {markTypes.map((type) => (
            <Button
              key={type}
              id={type === 'number' ? fieldId(`${path}/tools`) : undefined}
              size="small"
              className={styles.tool ?? ''}
              aria-pressed={tool === type}
              disabled={marks.length >= MOST_MARKS}
              onClick={(event) => take(type, event)}
            >
              {t(`marks.add.${type}`)}
            </Button>
          ))}
          <span className={styles.hint}>{t(tool ? `marks.how.${tool}` : 'marks.how.none')}</span>
        </div>
      </fieldset>
      <div ref={stage}>
        <MarkStage picture={picture} marks={marks} tool={tool} chosen={chosen} onChoose={setChosen} onMarks={set} />
      </div>
      {marks.length > 0 && (
        <ol className={styles.list} aria-label={t('marks.list')}>
          {marks.map((mark, at) => {
            const name = t(`marks.${mark.type}`, { n: numberOf(marks, mark.id) ?? '' })
            return (
              <li key={mark.id}>
                <span className={styles.badge} aria-hidden="true">
                  {mark.type === 'number' ? numberOf(marks, mark.id) : t(`marks.sign.${mark.type}`)}
                </span>
                <input
                  id={fieldId(`${path}/${at}/says`)}
                  className={lines.input}
                  value={mark.says ?? ''}
                  maxLength={100}
                  autoComplete="off"
                  aria-label={t('marks.says', { name })}
                  placeholder={t('marks.saysExample')}
                  onFocus={() => setChosen(mark.id)}
                  onChange={({ target }) => change(`${path}/${at}/says`, target.value || undefined, true)}
                  onKeyDown={(event) => {
                    if (!event.altKey || !event.shiftKey) return
                    const to = at + ({ ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0)
                    if (to === at) return
                    // The order of the marks, not of the steps.
                    event.preventDefault()
                    if (to < 0 || to >= marks.length) return
                    flushSync(() => set(moved(marks, at, to)))
                    document.getElementById(fieldId(`${path}/${to}/says`))?.focus()
                  }}
                />
                <Button
                  type="text"
                  size="small"
                  aria-label={t('marks.remove', { name })}
                  icon={<Icon name="close" size="1rem" />}
                  onClick={() => {
                    set(marks.filter((one) => one !== mark))
                    const next = marks[at + 1] ?? marks[at - 1]
                    if (next) focusMark(next.id)
                    else requestAnimationFrame(() => document.getElementById(fieldId(`${path}/tools`))?.focus())
                  }}
                />
              </li>
            )
          })}
        </ol>
      )}
      {marks.length > 0 && <p className={styles.hint}>{t('marks.keys')}</p>}
    </div>
  )
}
