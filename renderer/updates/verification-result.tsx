import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ChannelVerification } from '../../library/jobs/job-view.ts'
import { useArrivalFocus } from '../design/use-arrival-focus.ts'
import desk from '../publishing/publishing.module.css'
import { RepairForm } from './repair-form.tsx'
import { useChannelTitles } from './use-channel-titles.ts'

interface VerificationResultProps {
  readonly result: ChannelVerification
  /** @param from undefined for where the channel was received */
  readonly onRepair: (from: string | undefined) => void
  readonly onClose: () => void
}

/** Whether what is installed of a channel is as it was signed, and if not, where it differs. */
export function VerificationResult({ result, onRepair, onClose }: VerificationResultProps) {
  const { t } = useTranslation('updates')
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const title = useChannelTitles()(result.channel)
  const { items, revisions, blobs, damaged, repaired } = result
  return (
    <section className={desk.sheet}>
      <h2 ref={heading} tabIndex={-1} className={desk.heading}>
        {damaged.length === 0 ? t('done.verified', { title }) : t('done.damaged', { title, n: damaged.length })}
      </h2>
      <p className={desk.muted}>{t('done.verifiedCounts', { items, revisions, blobs })}</p>
      {repaired && <p role="status">{t('repair.done', repaired)}</p>}
      {damaged.length > 0 && (
        <>
          <p>{t(repaired ? 'repair.left' : 'done.damagedTodo')}</p>
          <ul className={desk.rows}>
            {damaged.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an item may differ in several places
              <li key={at} className={desk.row}>
                <span className={desk.rowText}>
                  <Link to="/item/$itemId" params={{ itemId: one.itemId }}>
                    {one.title}
                  </Link>
                  <span className={desk.muted}>{one.reason}</span>
                </span>
              </li>
            ))}
          </ul>
          <RepairForm channel={result.channel} onRepair={onRepair} />
        </>
      )}
      <Button onClick={onClose}>{t('done.ok')}</Button>
    </section>
  )
}
