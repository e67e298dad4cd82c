import { Button, Radio } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialView } from '../../../library/meetings/materials/material-view.ts'
import type { MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import panel from '../../design/panels.module.css'
import type { Outline } from '../desk/use-outline.ts'
import { emptyPart, partTypes } from '../outline/empty-part.ts'
import { USUAL_MINUTES } from '../outline/usual-minutes.ts'
import type { AddWays } from './add-entry-row.tsx'
import { type AddSource, addSources } from './add-sources.ts'
import styles from './adding.module.css'
import { FavouritesSource, FeedsSource, FittingSource, MaterialsSource } from './kept-sources.tsx'
import { SearchSource } from './search-source.tsx'
import { standsIn } from './take-in.ts'

interface AddPanelProps {
  readonly view: MaterialView
  readonly record: MeetingRecord
  readonly outline: Outline
  readonly source: AddSource
  /** What the source is narrowed to from the beginning. */
  readonly kind: string | undefined
  readonly onSource: (source: AddSource) => void
}

/** Where everything in a meeting comes from: dragged over, or taken with its button. */
export function AddPanel({ view, record, outline, source, kind, onSource }: AddPanelProps) {
  const { t } = useTranslation('meetings')
  const { selection, add, take, cite } = outline
  const open = record.parts.find(({ id }) => id === selection.open)
  const into = open ? open.title || t('outline.none') : ''
  const hasOpen = open !== undefined
  const ways = useMemo(
    (): AddWays => ({
      into,
      onTake: ({ reference }, at) => void take([reference], at),
      onCite: hasOpen ? ({ reference }) => void cite(reference) : undefined,
      stands: ({ reference }) => standsIn({ record }, reference),
    }),
    [into, hasOpen, take, cite, record],
  )
  return (
    <section className={`${panel.panel} ${styles.panel}`} aria-label={t('add.title')}>
      <div className={styles.row}>
        <h2 className="visually-hidden">{t('add.title')}</h2>
        <span className={styles.muted}>{t('add.blank')}</span>
        {partTypes.map((type) => (
          <Button
            key={type}
            size="small"
            aria-label={t('add.blankOf', { type: t(`part.${type}`) })}
            onClick={() => add([emptyPart(type, t(`part.${type}`), USUAL_MINUTES[type])])}
          >
            {t(`part.${type}`)}
          </Button>
        ))}
      </div>
      <Radio.Group
        aria-label={t('add.source')}
        optionType="button"
        value={source}
        options={addSources.map((value) => ({ value, label: t(`add.sources.${value}`) }))}
        onChange={({ target }) => onSource(target.value as AddSource)}
      />
      {source === 'search' && <SearchSource key={kind} ways={ways} kind={kind} />}
      {source === 'favourites' && <FavouritesSource ways={ways} />}
      {source === 'feeds' && <FeedsSource ways={ways} />}
      {source === 'materials' && <MaterialsSource key={kind} ways={ways} kind={kind} />}
      {source === 'fitting' && (
        <FittingSource ways={ways} materialId={view.id} recordSha256={view.recordSha256} partId={selection.open} />
      )}
    </section>
  )
}
