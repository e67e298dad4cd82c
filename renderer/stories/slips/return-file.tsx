import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SlipView } from '../../../library/stories/process/process-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { useSlipAnswer } from './use-slip-answer.ts'

/** What has to change of a story that came from elsewhere and was sent back, as a signed file for whoever told it. */
export function ReturnFile({ slip }: { readonly slip: SlipView }) {
  const { t } = useTranslation('stories')
  const { write, busy, error } = useSlipAnswer(slip)
  return (
    <>
      <Button size="small" loading={busy} onClick={() => void write({ answer: 'return' })}>
        {t('slips.saveReturn')}
      </Button>
      {error !== null && <ErrorNotice error={error} />}
    </>
  )
}
