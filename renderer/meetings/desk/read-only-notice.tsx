import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../design/error-notice.tsx'
import layout from '../../design/form-desk.module.css'
import { copyMaterial } from '../../materials/material-queries.ts'

/** A meeting of the library is shown as it is; to be changed it is copied. */
export function ReadOnlyNotice({ id }: { readonly id: string }) {
  const { t } = useTranslation('meetings')
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const copy = async () => {
    setBusy(true)
    setError(null)
    try {
      const made = await copyMaterial(id)
      await navigate({ to: '/meetings/$id', params: { id: made.id } })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <div className={layout.taken}>
        <p>{t('desk.readOnly')}</p>
        <Button size="small" type="primary" loading={busy} onClick={() => void copy()}>
          {t('desk.makeOwn')}
        </Button>
      </div>
      {error !== null && <ErrorNotice error={error} />}
    </>
  )
}
