import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../library/items/item-view.ts'
import { Dialog } from '../design/dialog.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { itemQuery } from '../reading/use-item.ts'
import { compareTexts } from './compare-texts.ts'
import { ComparedSide } from './compared-side.tsx'
import styles from './pair-dialog.module.css'
import type { ResultHit } from './result-hits.ts'

interface PairDialogProps {
  readonly open: boolean
  readonly left: ResultHit
  readonly right: ResultHit
  readonly onClose: () => void
}

/** Two results side by side, with the words marked that stand on one side only. */
export function PairDialog({ open, left, right, onClose }: PairDialogProps) {
  const { t } = useTranslation('search')
  return (
    <Dialog open={open} title={t('pair.title')} onClose={onClose} wide>
      <Sides left={left} right={right} />
    </Dialog>
  )
}

function Sides({ left, right }: { readonly left: ResultHit; readonly right: ResultHit }) {
  const { t } = useTranslation('search')
  const one = useQuery(itemQuery(left.item.itemId, left.revision))
  const other = useQuery(itemQuery(right.item.itemId, right.revision))
  if (one.isError) return <ErrorNotice error={one.error} onRetry={() => void one.refetch()} />
  if (other.isError) return <ErrorNotice error={other.error} onRetry={() => void other.refetch()} />
  if (!one.data || !other.data) return <p className={styles.legend}>{t('pair.loading')}</p>
  const compared = compareTexts(textOf(one.data, left), textOf(other.data, right))
  return (
    <>
      <p className={styles.legend}>{compared.same ? t('pair.same') : t('pair.legend')}</p>
      <div className={styles.sides}>
        <ComparedSide hit={left} item={one.data} runs={compared.left} mark="removed" only={t('pair.onlyLeft')} />
        <ComparedSide hit={right} item={other.data} runs={compared.right} mark="added" only={t('pair.onlyRight')} />
      </div>
    </>
  )
}

/** What a text says of itself stands in none of its passages; then the part that was found is compared. */
const textOf = (item: ItemView, hit: ResultHit) =>
  item.passages.find(({ anchor }) => anchor === hit.anchor)?.text ?? hit.passage?.snippet ?? ''
