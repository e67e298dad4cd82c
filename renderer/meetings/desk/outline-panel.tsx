import { Button, Dropdown } from 'antd'
import { type KeyboardEvent, type RefObject, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialChanges } from '../../../library/meetings/materials/material-view.ts'
import type { MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import { Icon } from '../../design/icon.tsx'
import { ClockLine } from '../outline/clock-line.tsx'
import { emptyPart, partTypes } from '../outline/empty-part.ts'
import styles from '../outline/outline.module.css'
import { OutlineList, type OutlineListHandle } from '../outline/outline-list.tsx'
import type { RowCell } from '../outline/outline-row.tsx'
import { worstStates } from '../outline/part-state.ts'
import { USUAL_MINUTES } from '../outline/usual-minutes.ts'
import { distributeMinutes, outlineClock } from '../outline-clock.ts'
import type { Outline } from './use-outline.ts'

interface OutlinePanelProps {
  readonly record: MeetingRecord
  readonly outline: Outline
  readonly changes: MaterialChanges | undefined
  readonly readOnly: boolean
  readonly dropAt: number | undefined
  readonly list: RefObject<OutlineListHandle | null>
  readonly change: (step: (record: MeetingRecord) => MeetingRecord, typing?: string) => void
  readonly announce: (text: string, undo?: () => void) => void
  readonly onChoose: (id: string, how: 'only' | 'toggle' | 'range') => void
  readonly onKey: (event: KeyboardEvent<HTMLElement>, id: string, cell: RowCell) => void
}

/** The outline with its clock above and what can be done with its parts below. */
export function OutlinePanel(props: OutlinePanelProps) {
  const { record, outline, changes, readOnly, change } = props
  const { t } = useTranslation('meetings')
  const { parts, startsAt, minutesPlanned } = record
  const clock = useMemo(() => outlineClock({ parts, startsAt, minutesPlanned }), [parts, startsAt, minutesPlanned])
  const states = useMemo(() => worstStates(changes?.cited ?? []), [changes])
  const changed = useMemo(
    () => new Set(changes?.changes.filter(({ kept }) => !kept).map(({ partId }) => partId)),
    [changes],
  )
  const { changePart, selection } = outline
  const onMinutes = useMemo(
    () => (id: string, minutes: number) =>
      changePart(id, (part) => (part.minutes === minutes ? part : { ...part, minutes }), `parts/${id}/minutes`),
    [changePart],
  )
  const chosen = selection.chosen.size
  return (
    <div className={styles.outline}>
      <ClockLine
        clock={clock}
        readOnly={readOnly}
        onPlan={(minutes) =>
          change(
            ({ minutesPlanned: _, ...rest }) => (minutes === 0 ? rest : { ...rest, minutesPlanned: minutes }),
            'minutesPlanned',
          )
        }
        onDistribute={() => {
          const before = parts
          change((present) => ({ ...present, parts: distributeMinutes(present.parts, clock.planned ?? 0) }))
          props.announce(t('clock.distributed', { planned: clock.planned ?? 0 }), () => {
            const minutes = new Map(before.map((part) => [part.id, part.minutes]))
            change((present) => ({
              ...present,
              parts: present.parts.map((part) => ({ ...part, minutes: minutes.get(part.id) ?? part.minutes })),
            }))
          })
        }}
      />
      <OutlineList
        handle={props.list}
        parts={parts}
        ids={outline.ids}
        clock={clock}
        states={states}
        changed={changed}
        selection={selection}
        readOnly={readOnly}
        dropAt={props.dropAt}
        empty={
          <div className={styles.empty}>
            <strong>{t('outline.emptyTitle')}</strong>
            <p>{t(readOnly ? 'outline.emptyRead' : 'outline.emptyWhat')}</p>
          </div>
        }
        onChoose={props.onChoose}
        onMinutes={onMinutes}
        onKey={props.onKey}
      />
      {!readOnly && (
        <div className={styles.foot} role="toolbar" aria-label={t('outline.tools')}>
          <Dropdown
            trigger={['click']}
            getPopupContainer={(node) => node.closest<HTMLElement>('main') ?? document.body}
            menu={{
              items: partTypes.map((type) => ({ key: type, label: t(`part.${type}`) })),
              onClick: ({ key, domEvent }) => {
                // The same Enter must not also press what has the focus next.
                domEvent.preventDefault()
                const type = partTypes.find((one) => one === key)
                if (type) outline.add([emptyPart(type, t(`part.${type}`), USUAL_MINUTES[type])])
              },
            }}
          >
            <Button>{t('outline.add')}</Button>
          </Dropdown>
          {chosen > 0 && (
            <>
              {chosen > 1 && <span className={styles.hint}>{t('outline.chosen', { n: chosen })}</span>}
              <Button
                type="text"
                aria-label={t('outline.up')}
                title={`${t('outline.up')} (Alt+Shift+↑)`}
                icon={<Icon name="up" />}
                onClick={() => outline.step(-1)}
              />
              <Button
                type="text"
                aria-label={t('outline.down')}
                title={`${t('outline.down')} (Alt+Shift+↓)`}
                icon={<Icon name="down" />}
                onClick={() => outline.step(1)}
              />
              <Button type="text" title="Ctrl+D" onClick={outline.duplicate}>
                {t('outline.duplicate')}
              </Button>
              <Button type="text" title="Delete" onClick={outline.remove}>
                {t('outline.remove')}
              </Button>
            </>
          )}
        </div>
      )}
    </div>
  )
}
