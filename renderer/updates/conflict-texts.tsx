import { Switch } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PassageChange } from '../../library/items/item-view.ts'
import type { ConflictComparison } from '../../library/updates/update-view.ts'
import { comparedChange } from '../publishing/release/compared-change.ts'
import { ComparedPassage } from '../reading/compared-passage.tsx'
import { ComparisonView } from '../reading/comparison-view.tsx'
import styles from './conflict-texts.module.css'
import { isUntouched, type ThreeTextRow, threeTexts } from './three-texts.ts'

/** What the person and the channel each changed, beside each other; where no common text is known, one against the other. */
export function ConflictTexts({ comparison }: { readonly comparison: ConflictComparison }) {
  const { t } = useTranslation('updates')
  if (comparison.base !== undefined) return <ThreeTexts comparison={comparison} />
  const passages = comparison.offeredChanges
  return (
    <>
      <p className={styles.hint}>{t('conflicts.noBase')}</p>
      <div className={styles.plain}>
        <ComparisonView
          comparison={{
            ...comparedChange({ itemId: comparison.itemId, passages }),
            from: { revision: comparison.own },
            to: { revision: comparison.offered },
          }}
        />
      </div>
    </>
  )
}

function ThreeTexts({ comparison }: { readonly comparison: ConflictComparison }) {
  const { t } = useTranslation(['updates', 'reading'])
  const [onlyChanges, setOnlyChanges] = useState(true)
  const { ownChanges, offeredChanges } = comparison
  const rows = useMemo(() => threeTexts(ownChanges, offeredChanges), [ownChanges, offeredChanges])
  const shown = onlyChanges ? rows.filter((row) => !isUntouched(row)) : rows
  return (
    <>
      <p className={styles.only}>
        <Switch
          size="small"
          checked={onlyChanges}
          onChange={setOnlyChanges}
          aria-label={t('reading:compare.onlyChanges')}
        />
        {t('reading:compare.onlyChanges')}
        <span className={styles.hint}>{t('reading:compare.legend')}</span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.scroller} aria-label={t('reading:compare.text')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('conflicts.mine')}</th>
              <th scope="col">{t('conflicts.offered')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the passages of a comparison never move
              <Row key={at} row={row} comparison={comparison} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function Row({
  row: { own, offered },
  comparison,
}: {
  readonly row: ThreeTextRow
  readonly comparison: ConflictComparison
}) {
  const { itemId } = comparison
  return (
    <tr>
      <td>
        <Side change={own} itemId={itemId} revision={comparison.own} />
      </td>
      <td>
        <Side change={offered} itemId={itemId} revision={comparison.offered} />
      </td>
    </tr>
  )
}

interface SideProps {
  readonly change: PassageChange | undefined
  readonly itemId: string
  readonly revision: string
}

function Side({ change, itemId, revision }: SideProps) {
  const { t } = useTranslation('updates')
  if (!change) return <p className={styles.hint}>{t('offer.none')}</p>
  return <ComparedPassage change={change} itemId={itemId} revision={revision} current={false} />
}
