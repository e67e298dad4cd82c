import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DrillRecord } from '../../../library/meetings/drills/drill.schema.ts'
import layout from '../../design/form-desk.module.css'
import { letterOf } from '../graph/drill-ways.ts'
import { insteadOf, type Turns } from './use-turns.ts'

interface ToldNoticeProps {
  readonly turns: Turns
  readonly record: DrillRecord
  readonly onUndo: () => void
}

/** What deleting or moving a turn did to the ways of others, and how to have it otherwise. */
export function ToldNotice({ turns, record, onUndo }: ToldNoticeProps) {
  const { t } = useTranslation('drills')
  const { told } = turns
  if (!told) return null
  if (told.kind === 'removed') {
    const { lost } = told
    const instead = lost && insteadOf(record, lost.turn)
    const title = instead?.at === undefined ? '' : (record.turns[instead.at]?.title ?? '')
    return (
      <div className={layout.notice} role="status">
        <span>
          {t('told.removed', { name: told.name || t('map.untitled') })}
          {lost && t('told.lost', { n: lost.choices })}
        </span>
        {lost && instead && (
          <Button size="small" onClick={() => turns.leadLost(lost.turn, instead.to)}>
            {instead.at === undefined ? t('told.leadToEnd') : t('told.leadTo', { n: instead.at + 1, title })}
          </Button>
        )}
        <Button size="small" onClick={onUndo}>
          {t('told.undo')}
        </Button>
      </div>
    )
  }
  const placeOf = new Map(record.turns.map(({ id }, at) => [id, at]))
  const ways = told.ways.map(({ from, choice }) => {
    const n = (placeOf.get(from) ?? 0) + 1
    return choice === undefined ? t('told.way', { n }) : t('told.wayBy', { n, letter: letterOf(choice) })
  })
  return (
    <div className={layout.notice} role="status">
      <span>{t('told.changed', { n: ways.length, ways: ways.join('、') })}</span>
      <Button size="small" onClick={() => turns.keep(told.before)}>
        {t('told.keep')}
      </Button>
      <Button size="small" type="text" onClick={turns.close}>
        {t('told.close')}
      </Button>
    </div>
  )
}
