import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BasisRecord, FormView } from '../../../library/templates/forms/form-view.ts'
import type { TemplateView } from '../../../library/templates/template-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { usePageTitle } from '../../design/page.tsx'
import { useArrivalFocus } from '../../design/use-arrival-focus.ts'
import { useTimeText } from '../../design/use-time-text.ts'
import { ValidityBadge } from '../../design/validity-badge.tsx'
import { saveFile } from '../../feedback/save-file.ts'
import { AnnouncementBar } from '../../reading/announcement-bar.tsx'
import { useAnnouncement } from '../../reading/use-announcement.ts'
import { request, send } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { ServiceError } from '../../service/service-error.ts'
import { FindingsPanel } from '../form/findings-panel.tsx'
import { DocumentPreview } from '../preview/document-preview.tsx'
import { printBlob } from '../preview/print-blob.ts'
import styles from './finished-desk.module.css'
import { NextTemplate } from './next-template.tsx'

interface FinishedDeskProps {
  readonly form: FormView
  readonly template: TemplateView
}

/** A document that is made: to save, print and hand on, and where to go from here. */
export function FinishedDesk({ form, template }: FinishedDeskProps) {
  const { t } = useTranslation('templates')
  const timeText = useTimeText()
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const { announcement, announce, dismiss } = useAnnouncement()
  const [next, setNext] = useState(false)
  usePageTitle(form.title)
  const docx = useQuery({
    queryKey: [...queryKeys.filledForms, form.id, 'docx', form.updatedAt],
    queryFn: ({ signal }) => fileOf(form.id, 'docx', signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const save = useMutation({
    mutationFn: async (kind: 'docx' | 'basis.docx' | 'pdf') => {
      const file = kind === 'docx' && docx.data ? docx.data : await fileOf(form.id, kind)
      const [ending, name] =
        kind === 'basis.docx' ? ['docx', t('finished.basisName', { title: form.title })] : [kind, form.title]
      saveFile(file, `${name}.${ending}`)
      announce(t('finished.saved', { name: `${name}.${ending}` }))
    },
    onError: (error, kind) => {
      // Nothing here makes a PDF by itself: the window's own printing does.
      if (kind === 'pdf' && error instanceof ServiceError && error.status === 501) void print()
    },
  })
  const print = async () => {
    const made = docx.data ?? (await docx.refetch()).data
    if (made) await printBlob(made, form.title)
  }
  const go = useFormActions(form)
  const failed = save.isError && !(save.error instanceof ServiceError && save.error.status === 501) ? save.error : null
  return (
    <div className={styles.desk}>
      <div className={styles.facts}>
        <header className={styles.head}>
          <p className={styles.kind}>
            <Link to="/templates/$itemId" params={{ itemId: form.templateId }} search={{}}>
              {form.templateTitle}
            </Link>
            <span>{t('finished.at', { when: timeText(form.finishedAt ?? form.updatedAt) })}</span>
          </p>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {form.title}
          </h1>
        </header>
        <div className={styles.actions}>
          <Button type="primary" size="large" loading={save.isPending} onClick={() => save.mutate('docx')}>
            {t('finished.saveDocx')}
          </Button>
          <Button size="large" onClick={() => save.mutate('pdf')} disabled={save.isPending}>
            {t('finished.savePdf')}
          </Button>
          <Button size="large" onClick={() => void print()}>
            {t('finished.print')}
          </Button>
        </div>
        {failed !== null && <ErrorNotice error={failed} />}
        <section className={styles.section}>
          <h2 className={styles.heading}>{t('finished.next')}</h2>
          <div className={styles.actions}>
            <Button onClick={() => setNext(true)}>{t('finished.another')}</Button>
            <Button loading={go.isPending && go.variables === 'copy'} onClick={() => go.mutate('copy')}>
              {t('finished.copy')}
            </Button>
            <Button loading={go.isPending && go.variables === 'reopen'} onClick={() => go.mutate('reopen')}>
              {t('finished.reopen')}
            </Button>
            {form.templateChanged && (
              <Button loading={go.isPending && go.variables === 'renew'} onClick={() => go.mutate('renew')}>
                {t('finished.renew')}
              </Button>
            )}
          </div>
          <p className={styles.muted}>{t('finished.anotherHint')}</p>
          {go.isError && <ErrorNotice error={go.error} />}
        </section>
        <section className={styles.section}>
          <h2 className={styles.heading}>{t('finished.basis')}</h2>
          {form.code && (
            <p>
              {t('finished.code')} <code className={styles.code}>{form.code}</code>
            </p>
          )}
          <p className={styles.muted}>{t('finished.basisHint')}</p>
          {form.basis.length > 0 && (
            <ul className={styles.basis}>
              {basisGroups(form.basis).map(([first, ...more]) => (
                <li key={`${first.title} ${first.provision ?? ''}`}>
                  《{first.title}》
                  {[first, ...more].map((one) => (
                    <Provision key={one.provision ?? ''} basis={one} />
                  ))}{' '}
                  {first.validity && <ValidityBadge validity={first.validity} />}
                  {first.validityNow && first.validityNow !== first.validity && (
                    <span className={styles.changed}>
                      {t('finished.now')} <ValidityBadge validity={first.validityNow} />
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )}
          <div className={styles.actions}>
            <Button onClick={() => save.mutate('basis.docx')} disabled={save.isPending}>
              {t('finished.saveBasis')}
            </Button>
          </div>
        </section>
        {form.letStand.length > 0 && (
          <section className={styles.section}>
            <FindingsPanel schema={template.schema} findings={form.letStand} title={t('finished.letStand')} />
          </section>
        )}
      </div>
      <div className={styles.preview}>
        <DocumentPreview label={t('form.preview')} docx={docx.data} />
        {docx.isError && <ErrorNotice error={docx.error} onRetry={() => void docx.refetch()} />}
      </div>
      <NextTemplate open={next} form={form} onClose={() => setNext(false)} />
      <AnnouncementBar announcement={announcement} onDismiss={dismiss} />
    </div>
  )
}

function Provision({ basis }: { readonly basis: BasisRecord }) {
  const { t } = useTranslation('templates')
  if (!basis.itemId) return basis.provision ? <span className={styles.provision}>{basis.provision}</span> : null
  return (
    <Link
      className={styles.provision}
      to="/item/$itemId"
      params={{ itemId: basis.itemId }}
      search={{ revision: basis.revision }}
      hash={basis.provision ?? ''}
    >
      {basis.provision ?? t('finished.read')}
    </Link>
  )
}

/** The clauses of one text together. */
function basisGroups(basis: readonly BasisRecord[]): [BasisRecord, ...BasisRecord[]][] {
  const groups = new Map<string, [BasisRecord, ...BasisRecord[]]>()
  for (const one of basis) {
    const key = `${one.title} ${one.validity} ${one.validityNow}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

/** What leads from a finished form to a draft. */
function useFormActions(form: FormView) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (action: 'copy' | 'reopen' | 'renew') =>
      request<FormView>('POST', `/api/forms/${encodeURIComponent(form.id)}/${action}`),
    onSuccess: (draft) => {
      client.setQueryData([...queryKeys.filledForms, draft.id], draft)
      void client.invalidateQueries({ queryKey: [...queryKeys.filledForms, 'list'] })
      if (draft.id !== form.id) return navigate({ to: '/forms/$formId', params: { formId: draft.id } })
    },
  })
}

async function fileOf(id: string, file: 'docx' | 'basis.docx' | 'pdf', signal?: AbortSignal): Promise<Blob> {
  const response = await send('GET', `/api/forms/${encodeURIComponent(id)}/${file}`, { signal: signal ?? null })
  return response.blob()
}
