import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import panel from '../../design/panels.module.css'
import { saveFile } from '../../feedback/save-file.ts'
import { materialAddress } from '../../materials/material-queries.ts'
import { fetchMade, filePath } from '../../materials/out/made-file.ts'
import type { ViewOf } from '../../materials/use-material-draft.ts'
import { request } from '../../service/client.ts'
import { ServiceError } from '../../service/service-error.ts'
import { printBlob } from '../../templates/preview/print-blob.ts'
import styles from './out.module.css'
import type { OutDesk } from './out-desk.ts'
import { Making, useOut } from './use-out.tsx'

const papers = [
  'agenda',
  'notice',
  'script',
  'handout',
  'sign-in',
  'minutes',
  'roles',
  'needs-card',
  'feedback-card',
] as const
type Paper = (typeof papers)[number]

interface PapersPartProps {
  readonly view: ViewOf<MeetingRecord>
  readonly record: MeetingRecord
  readonly desk: OutDesk
}

/** What is read, written on and put up: each to save, or to print from here. */
export function PapersPart({ view, record, desk }: PapersPartProps) {
  const { t } = useTranslation('meetingOut')
  const played = record.parts.some((part) => part.type === 'scene' && part.drill)
  return (
    <div className={panel.part}>
      <h3>{t('papers.title')}</h3>
      <ul className={styles.papers}>
        {papers
          .filter((paper) => paper !== 'roles' || played)
          .map((paper) => (
            <PaperRow key={paper} paper={paper} view={view} record={record} desk={desk} />
          ))}
      </ul>
      {!desk.readOnly && <MinutesForm view={view} desk={desk} />}
    </div>
  )
}

function PaperRow({ paper, view, record, desk }: PapersPartProps & { readonly paper: Paper }) {
  const { t } = useTranslation('meetingOut')
  const what = t(`papers.what.${paper}`)
  const out = useOut(desk.flush, async (format: 'docx' | 'pdf' | 'print') => {
    const { content, name } = await fetchMade(view.id, filePath(paper, format === 'print' ? 'docx' : format))
    if (format === 'print') return printBlob(content, record.title)
    saveFile(content, name)
    desk.announce(t('papers.saved', { what }))
  })
  const cannotPrint = out.error instanceof ServiceError && out.error.status === 501
  return (
    <li className={styles.paper}>
      <div>
        <p>{what}</p>
        <p className={panel.muted}>{t(`papers.lead.${paper}`)}</p>
      </div>
      <div className={panel.actions}>
        {(['docx', 'pdf', 'print'] as const).map((format) => (
          <Button
            key={format}
            size="small"
            loading={out.isPending && out.variables === format}
            disabled={out.isPending}
            aria-label={t('papers.of', { what, format: t(`papers.${format}`) })}
            onClick={() => out.mutate(format)}
          >
            {t(`papers.${format}`)}
          </Button>
        ))}
      </div>
      {out.isPending && (
        <p role="status" className={panel.muted}>
          <Making says={t('papers.making', { what })} />
        </p>
      )}
      {out.isError && <ErrorNotice error={out.error} />}
      {cannotPrint && <p>{t('papers.cannotPrint')}</p>}
    </li>
  )
}

/** The form of the minutes, filled with what the meeting knows. */
function MinutesForm({ view, desk }: Pick<PapersPartProps, 'view' | 'desk'>) {
  const { t } = useTranslation('meetingOut')
  const navigate = useNavigate()
  const begin = useOut(desk.flush, async () => {
    const { formId } = await request<{ readonly formId: string }>('POST', `${materialAddress(view.id)}/minutes-form`)
    await navigate({ to: '/forms/$formId', params: { formId } })
  })
  return (
    <div className={styles.paper}>
      <div>
        <p>{t('minutesForm.title')}</p>
        <p className={panel.muted}>{t('minutesForm.lead')}</p>
      </div>
      <Button size="small" loading={begin.isPending} onClick={() => begin.mutate(undefined)}>
        {t('minutesForm.open')}
      </Button>
      {begin.isError && <ErrorNotice error={begin.error} />}
    </div>
  )
}
