import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../design/page.tsx'
import { TemplatesTabs } from '../../templates/templates-tabs.tsx'
import { FileDrop } from '../sheets/file-drop.tsx'
import styles from './check-page.module.css'
import { CheckSheet } from './check-sheet.tsx'
import { CheckedFiles } from './checked-files.tsx'
import { useChecks } from './use-checks.ts'

/** `/templates/check`: what was left over, is missing or does not fit in documents made anywhere. */
export function CheckPage() {
  const { t } = useTranslation('office')
  const { works, add, repair, again, undo, remove, markSaved } = useChecks()
  const [chosen, setChosen] = useState<string>()
  const work = works.find(({ key }) => key === chosen) ?? works[0]
  const take = (files: readonly File[]) => void add(files)
  return (
    <>
      <TemplatesTabs />
      <Page title={t('check.title')} lead={t('check.lead')}>
        {!work && (
          <div className={styles.stack}>
            <FileDrop
              title={t('check.drop')}
              hint={t('check.dropHint')}
              choose={t('check.choose')}
              icon="file"
              accept=".docx"
              several
              busy={false}
              onFiles={take}
            />
            <ul className={styles.teach}>
              {(['leftovers', 'policies', 'layout', 'stays'] as const).map((name) => (
                <li key={name}>{t(`check.teach.${name}`)}</li>
              ))}
            </ul>
          </div>
        )}
        {work && (
          <div className={styles.stack}>
            <FileDrop
              small
              title={t('check.dropMore')}
              hint=""
              choose={t('check.choose')}
              icon="file"
              accept=".docx"
              several
              busy={false}
              onFiles={take}
            />
            <CheckedFiles works={works} current={work.key} onChoose={setChosen} onRemove={remove} />
            <CheckSheet
              key={work.key}
              work={work}
              onRepair={(ids) => repair(work, ids)}
              onAgain={(official) => again(work, official)}
              onUndo={() => undo(work.key)}
              onSaved={() => markSaved(work.key)}
            />
          </div>
        )}
      </Page>
    </>
  )
}
