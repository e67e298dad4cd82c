import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormLine } from '../../../library/templates/forms/form-view.ts'
import { Icon } from '../../design/icon.tsx'
import { useTimeText } from '../../design/use-time-text.ts'
import { saveFile } from '../../feedback/save-file.ts'
import { useUndoNotice } from '../use-undo-notice.tsx'
import { FormRow } from './form-row.tsx'
import styles from './mine-page.module.css'
import { batchArchive, FORMS_PAGE, formsQuery, MOST_IN_ARCHIVE } from './use-forms.ts'

interface BatchLineProps {
  readonly batchId: string
  /** The one of the batch that was changed last. */
  readonly last: FormLine
  readonly selected: ReadonlySet<string>
  readonly onSelect: (id: string, selected: boolean) => void
}

/** The forms of one batch in one line, to be unfolded. */
export function BatchLine({ batchId, last, selected, onSelect }: BatchLineProps) {
  const { t } = useTranslation('office')
  const timeText = useTimeText()
  const id = useId()
  const notice = useUndoNotice()
  const [open, setOpen] = useState(false)
  const whole = useQuery({ ...formsQuery({ batch: batchId, page: 0 }), enabled: open })
  const total = whole.data?.total ?? last.together
  const save = () =>
    void batchArchive(batchId).then(
      (zip) => saveFile(zip, t('mine.zipFile', { title: last.templateTitle })),
      (error: unknown) => notice.failed(t('mine.notSaved'), error),
    )
  return (
    <li className={styles.batch}>
      <div className={styles.batchHead}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <Icon name="next" size="1em" />
          <span className={styles.what}>
            <span className={styles.title}>{t('mine.batch', { template: last.templateTitle, n: total })}</span>
            <span className={styles.facts}>{timeText(last.finishedAt ?? last.updatedAt)}</span>
          </span>
        </button>
        {total <= MOST_IN_ARCHIVE && (
          <Button type="text" aria-label={t('mine.saveBatchOf', { title: last.templateTitle })} onClick={save}>
            {t('mine.saveBatch')}
          </Button>
        )}
      </div>
      <ul id={id} className={styles.inside} hidden={!open}>
        {open &&
          whole.data?.forms.map((form) => (
            <FormRow key={form.id} form={form} selected={selected.has(form.id)} onSelect={onSelect} />
          ))}
        {open && total > FORMS_PAGE && (
          <li className={styles.row}>
            <Link to="/templates/mine" search={{ batch: batchId }}>
              {t('mine.wholeBatch', { n: total })}
            </Link>
          </li>
        )}
      </ul>
    </li>
  )
}
