import { useTranslation } from 'react-i18next'
import type { PathFault } from '../../library/meetings/learning/learning-view.ts'
import list from '../design/list-page.module.css'

interface FaultListProps {
  readonly faults: readonly PathFault[]
  readonly steps: readonly { readonly id: string; readonly title: string }[]
}

/** What in the order of the steps makes no sense, for whoever writes the path. Learners are kept from nothing by it. */
export function FaultList({ faults, steps }: FaultListProps) {
  const { t } = useTranslation('learning')
  if (faults.length === 0) return null
  return (
    <ul className={list.muted} aria-label={t('faults')}>
      {faults.map(({ stepId, fault, others }) => {
        const title = steps.find(({ id }) => id === stepId)?.title ?? ''
        return (
          <li key={`${stepId} ${fault}`}>
            {fault === 'missing'
              ? t('fault.missing', { title })
              : others.length === 0
                ? t('fault.self', { title })
                : t('fault.ring', { title, others: others.join('、') })}
          </li>
        )
      })}
    </ul>
  )
}
