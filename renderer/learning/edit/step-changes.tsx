import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CitedChange } from '../../../library/meetings/materials/material-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import list from '../../design/list-page.module.css'

export type ChangeWay = 'renew' | 'keep'

interface StepChangesProps {
  readonly changes: readonly CitedChange[]
  /** Takes what is newer, or says that somebody looked and left it; absent where nothing may be changed. */
  readonly settle: (way: ChangeWay, change: CitedChange) => Promise<unknown>
}

/** What a step names, or a question stands on, that is another here than when the path was made. */
export function StepChanges({ changes, settle }: StepChangesProps) {
  const { t } = useTranslation('learning')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const run = async (way: ChangeWay, change: CitedChange) => {
    setBusy(true)
    setError(null)
    try {
      await settle(way, change)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {changes
        .filter(({ kept }) => !kept)
        .map((change) => {
          const name = `${change.title}${change.provision ?? ''}`
          return (
            <p key={change.citeId} className={list.ways}>
              <span>{change.says}</span>
              {change.revision !== undefined && (
                <Button
                  size="small"
                  disabled={busy}
                  aria-label={t('form.renewOf', { name })}
                  onClick={() => void run('renew', change)}
                >
                  {t('form.renew')}
                </Button>
              )}
              <Button
                size="small"
                type="text"
                disabled={busy}
                aria-label={t('form.keepOf', { name })}
                onClick={() => void run('keep', change)}
              >
                {t('form.keep')}
              </Button>
            </p>
          )
        })}
      {error !== null && <ErrorNotice error={error} />}
    </>
  )
}
