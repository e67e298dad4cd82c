import { useTranslation } from 'react-i18next'
import type { GroupedAnswer } from '../../library/search/search-view.ts'
import { ItemResult } from './item-result.tsx'
import type { ResultHit } from './result-hits.ts'
import styles from './result-list.module.css'

interface ResultListProps {
  readonly answer: GroupedAnswer
  readonly hits: readonly ResultHit[]
  readonly words: string
  readonly current: string | undefined
  readonly pair: readonly ResultHit[]
  readonly onFocus: (hit: ResultHit) => void
  readonly onCopy: (hit: ResultHit) => void
  readonly onPair: (hit: ResultHit) => void
}

/** Items in order, each with its best passages. */
export function ResultList({ answer, hits, pair, ...rest }: ResultListProps) {
  const { t } = useTranslation('search')
  const chosen = new Set(pair.map(({ key }) => key))
  return (
    <ol className={styles.list} aria-label={t('results')}>
      {answer.items.map((item) => (
        <ItemResult
          key={`${item.itemId} ${item.revision}`}
          item={item}
          hits={hits.filter((hit) => hit.item === item)}
          chosen={chosen}
          {...rest}
        />
      ))}
    </ol>
  )
}
