import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Input, type InputRef, Segmented, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyNotice } from '../../design/empty-notice.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { Page } from '../../design/page.tsx'
import { Pager } from '../../design/pager.tsx'
import { useSettled } from '../../design/use-settled.ts'
import { templatesQuery } from '../../templates/template-queries.ts'
import { TemplatesTabs } from '../../templates/templates-tabs.tsx'
import { useFindKey } from '../use-find-key.ts'
import { BatchLine } from './batch-line.tsx'
import { FormRow } from './form-row.tsx'
import styles from './mine-page.module.css'
import { SelectedBar } from './selected-bar.tsx'
import { FORMS_PAGE, formsQuery } from './use-forms.ts'

const route = getRouteApi('/templates/mine')
const states = ['', 'draft', 'finished'] as const

/** `/templates/mine?q=&state=&template=&batch=&page=`: what was filled here, drafts and finished. */
export function MinePage() {
  const { t } = useTranslation('office')
  const address = route.useSearch()
  const navigate = useNavigate({ from: '/templates/mine' })
  const [typed, setTyped] = useState(address.q ?? '')
  const field = useRef<InputRef>(null)
  useFindKey(() => field.current?.focus({ cursor: 'all' }))
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const select = (id: string, isSelected: boolean) =>
    setSelected((before) => new Set(isSelected ? [...before, id] : [...before].filter((one) => one !== id)))
  const words = useSettled(typed.trim(), 150)
  const page = Math.max(0, Number(address.page ?? '1') - 1 || 0)
  const { state, template, batch } = address
  // Whoever looks for one of a batch wants to see it.
  const fold = words === '' && batch === undefined
  const found = useQuery(formsQuery({ q: words, state, template, batch, fold, page }))
  const templates = useQuery(templatesQuery(''))
  const go = (change: Partial<typeof address>) =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...change }), replace: true })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows the words, not the other way round
  useEffect(() => {
    if ((address.q ?? '') !== words) go({ q: words || undefined })
  }, [words])
  const narrowed = words !== '' || state !== undefined || template !== undefined || batch !== undefined
  const used = (templates.data ?? []).filter(({ lastUsed, itemId }) => lastUsed || itemId === template)
  const data = found.data
  return (
    <>
      <TemplatesTabs />
      <Page title={t('mine.title')} lead={data && data.total > 0 ? t('mine.count', { n: data.total }) : t('mine.lead')}>
        {(narrowed || (data && data.total > 0)) && (
          <div className={styles.bar}>
            <Input
              ref={field}
              className={styles.words ?? ''}
              value={typed}
              allowClear
              maxLength={100}
              aria-label={t('mine.search')}
              placeholder={t('mine.placeholder')}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Segmented
              aria-label={t('mine.state')}
              value={states.find((one) => one === state) ?? ''}
              onChange={(value) => go({ state: value || undefined })}
              options={states.map((value) => ({ value, label: t(`mine.states.${value || 'all'}`) }))}
            />
            <Select
              className={styles.choice ?? ''}
              aria-label={t('mine.template')}
              value={template ?? ''}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(value: string) => go({ template: value || undefined })}
              options={[
                { value: '', label: t('mine.anyTemplate') },
                ...used.map(({ itemId, title }) => ({ value: itemId, label: title })),
              ]}
            />
            {batch !== undefined && (
              <button type="button" className={styles.chip} onClick={() => go({ batch: undefined })}>
                {t('mine.oneBatch')}
              </button>
            )}
          </div>
        )}
        <SelectedBar selected={selected} onClear={() => setSelected(new Set())} />
        {found.isPending && <LoadingNotice />}
        {found.isError && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
        {data?.total === 0 && !narrowed && (
          <EmptyNotice title={t('mine.emptyTitle')}>
            <p>{t('mine.emptyWhat')}</p>
            <p>
              <Link to="/templates">{t('mine.toTemplates')}</Link>
            </p>
          </EmptyNotice>
        )}
        {data?.total === 0 && narrowed && (
          <EmptyNotice title={t('mine.noneTitle')}>
            <p>{t('mine.noneTry')}</p>
          </EmptyNotice>
        )}
        {data && data.total > 0 && (
          <ul className={styles.list} aria-label={t('mine.list')} aria-busy={found.isPlaceholderData}>
            {data.forms.map((form) =>
              form.batchId !== undefined && form.together > 1 ? (
                <BatchLine
                  key={form.batchId}
                  batchId={form.batchId}
                  last={form}
                  selected={selected}
                  onSelect={select}
                />
              ) : (
                <FormRow key={form.id} form={form} selected={selected.has(form.id)} onSelect={select} />
              ),
            )}
          </ul>
        )}
        <Pager
          page={page + 1}
          pages={Math.ceil((data?.lines ?? 0) / FORMS_PAGE)}
          onPage={(next) => go({ page: next > 1 ? String(next) : undefined })}
        />
      </Page>
    </>
  )
}
