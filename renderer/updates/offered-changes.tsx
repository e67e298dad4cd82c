import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemKind } from '../../library/items/item-kind.ts'
import type { OfferedChange, OfferedChangeType } from '../../library/updates/update-view.ts'
import desk from '../publishing/publishing.module.css'
import { changeTypes } from '../publishing/release/count-changes.ts'
import { itemKinds } from '../search/search-filters.ts'
import { OfferedChangeRow } from './offered-change-row.tsx'

/** How many of a group are listed at first, and how many more with each asking. */
const STEP = 20

interface OfferedChangesProps {
  readonly changes: readonly OfferedChange[]
  readonly onCompare: (change: OfferedChange) => void
}

/** What an update does item by item, in groups: new, changed, withdrawn, back again. */
export function OfferedChanges({ changes, onCompare }: OfferedChangesProps) {
  const { t } = useTranslation(['updates', 'app'])
  const [only, setOnly] = useState<ItemKind>()
  const kinds = itemKinds.filter((kind) => changes.some((change) => change.kind === kind))
  const titles = new Map(changes.map(({ itemId, title }) => [itemId, title]))
  const wanted = only ? changes.filter(({ kind }) => kind === only) : changes
  return (
    <>
      {kinds.length > 1 && (
        <fieldset className={desk.filters}>
          <legend className="visually-hidden">{t('offer.filter')}</legend>
          <button type="button" className={desk.filter} aria-pressed={!only} onClick={() => setOnly(undefined)}>
            {t('offer.allKinds', { n: changes.length })}
          </button>
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              className={desk.filter}
              aria-pressed={only === kind}
              onClick={() => setOnly(kind)}
            >
              {t(`app:kind.${kind}`)} {changes.filter((change) => change.kind === kind).length}
            </button>
          ))}
        </fieldset>
      )}
      {changeTypes.map((type) => (
        <Group
          key={`${type} ${only}`}
          type={type}
          changes={wanted.filter((change) => change.type === type)}
          titles={titles}
          onCompare={onCompare}
        />
      ))}
    </>
  )
}

interface GroupProps extends OfferedChangesProps {
  readonly type: OfferedChangeType
  /** Titles of what the update holds, for what takes the place of something. */
  readonly titles: ReadonlyMap<string, string>
}

function Group({ type, changes, titles, onCompare }: GroupProps) {
  const { t } = useTranslation(['updates', 'publishing'])
  const [shown, setShown] = useState(STEP)
  if (changes.length === 0) return null
  const more = Math.min(changes.length - shown, 10 * STEP)
  return (
    <section className={desk.rows} aria-labelledby={`offered-${type}`}>
      <h3 id={`offered-${type}`} className={desk.subheading}>
        {t(`publishing:release.type.${type}`)} {changes.length}
      </h3>
      <ul>
        {changes.slice(0, shown).map((change) => (
          <OfferedChangeRow key={change.itemId} change={change} titles={titles} onCompare={() => onCompare(change)} />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" className={desk.more} onClick={() => setShown(shown + more)}>
          {t('offer.more', { n: more })}
        </button>
      )}
    </section>
  )
}
