import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { Page } from '../../design/page.tsx'
import { saveFile } from '../../feedback/save-file.ts'
import { TemplatesTabs } from '../../templates/templates-tabs.tsx'
import { FileDrop } from '../sheets/file-drop.tsx'
import { ConflictList } from './conflict-list.tsx'
import { GivenLedgers } from './given-ledgers.tsx'
import styles from './ledgers-page.module.css'
import { useLedgers } from './use-ledgers.ts'

/** `/templates/ledgers`: ledgers of one shape from several villages, put together. */
export function LedgersPage() {
  const { t } = useTranslation('office')
  const id = useId()
  const desk = useLedgers()
  const [saving, setSaving] = useState<'saving' | 'saved'>()
  const [error, setError] = useState<unknown>(null)
  const { ledgers, merged } = desk
  const take = (files: readonly File[]) => {
    setSaving(undefined)
    void desk.add(files)
  }
  const save = () => {
    setSaving('saving')
    setError(null)
    desk.save().then(
      (file) => {
        saveFile(file, t('ledgers.file0'))
        setSaving('saved')
      },
      (problem: unknown) => {
        setError(problem)
        setSaving(undefined)
      },
    )
  }
  const columns = ledgers.find(({ received }) => received)?.received?.sheets[0]?.columns ?? []
  const drop = {
    icon: 'library' as const,
    choose: t('sheet.choose'),
    accept: '.xlsx,.csv',
    several: true,
    busy: false,
    onFiles: take,
  }
  return (
    <>
      <TemplatesTabs />
      <Page title={t('ledgers.title')} lead={t('ledgers.lead')}>
        <div className={styles.stack}>
          {ledgers.length === 0 ? (
            <>
              <FileDrop {...drop} title={t('ledgers.drop')} hint={t('ledgers.dropHint')} />
              <p className={styles.muted}>{t('ledgers.teach')}</p>
            </>
          ) : (
            <>
              <FileDrop {...drop} small title={t('ledgers.dropMore')} hint="" />
              <GivenLedgers ledgers={ledgers} merged={merged} onRemove={desk.remove} />
              {columns.length > 0 && (
                <div className={styles.field}>
                  <label htmlFor={`${id}-key`}>{t('ledgers.key')}</label>
                  <Select
                    id={`${id}-key`}
                    mode="multiple"
                    value={[...desk.key]}
                    placeholder={t('ledgers.keyAuto')}
                    options={columns.map((value) => ({ value, label: value }))}
                    aria-describedby={`${id}-hint`}
                    onChange={desk.setKey}
                  />
                  <p id={`${id}-hint`} className={styles.muted}>
                    {t('ledgers.keyHint')}
                  </p>
                </div>
              )}
              {desk.error !== null && <ErrorNotice error={desk.error} />}
              {!merged && <p className={styles.muted}>{t(desk.isMerging ? 'ledgers.merging' : 'ledgers.two')}</p>}
              {merged && (
                <>
                  <p className={styles.summary} role="status">
                    {t('ledgers.summary', {
                      rows: merged.rows,
                      duplicates: merged.duplicates,
                      conflicts: merged.conflicts.length,
                    })}
                  </p>
                  <ConflictList
                    conflicts={merged.conflicts}
                    files={ledgers.map(({ file }) => file)}
                    chosen={desk.chosen}
                    onChoose={(chosen) => {
                      desk.setChosen(chosen)
                      setSaving(undefined)
                    }}
                  />
                  {error !== null && <ErrorNotice error={error} />}
                  <div className={styles.save}>
                    <Button type="primary" size="large" loading={saving === 'saving'} onClick={save}>
                      {t('ledgers.save')}
                    </Button>
                    <span className={styles.muted} role="status">
                      {saving === 'saved' ? t('ledgers.saved') : ''}
                    </span>
                  </div>
                </>
              )}
            </>
          )}
        </div>
      </Page>
    </>
  )
}
