import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type InputRef, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateSummary } from '../../../library/templates/template-view.ts'
import { EmptyNotice } from '../../design/empty-notice.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { FindField } from '../../design/find-field.tsx'
import { KeyedList } from '../../design/keyed-list.tsx'
import styles from '../../design/list-page.module.css'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { moveInList } from '../../design/move-in-list.ts'
import { Page } from '../../design/page.tsx'
import { useSettled } from '../../design/use-settled.ts'
import { templatesQuery } from '../template-queries.ts'
import { TemplatesTabs } from '../templates-tabs.tsx'
import { choicesOf, narrowed } from './narrowed.ts'
import { TemplateRow } from './template-row.tsx'

const route = getRouteApi('/templates')

/** `/templates?q=&topic=&post=&own=`: every template, the last used first, and what narrows them. */
export function TemplatesPage() {
  const { t } = useTranslation('templates')
  const address = route.useSearch()
  const navigate = useNavigate({ from: '/templates' })
  const [typed, setTyped] = useState(address.q ?? '')
  const words = useSettled(typed.trim(), 120)
  const all = useQuery(templatesQuery(''))
  const found = useQuery(templatesQuery(words))
  const field = useRef<InputRef>(null)
  const list = useRef<HTMLDivElement>(null)
  useFindKey(field)
  useEffect(() => {
    void navigate({ search: (before) => ({ ...before, q: words || undefined }), replace: true })
  }, [words, navigate])
  const narrow = (change: { topic?: string | undefined; post?: string | undefined; own?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const shown = narrowed(found.data ?? [], address)
  return (
    <>
      <TemplatesTabs />
      <Page title={t('browse.title')} lead={found.data && t('browse.count', { n: shown.length })}>
        <div className={styles.bar}>
          <FindField
            field={field}
            typed={typed}
            onTyped={setTyped}
            label={t('browse.search')}
            placeholder={t('browse.placeholder')}
            onDown={() => moveInList(list.current, 1)}
            onEnter={() => list.current?.querySelector<HTMLElement>('[data-line]')?.click()}
          />
          <Narrowing all={all.data ?? []} address={address} onChange={narrow} />
          <Link to="/templates/new" className={styles.beside}>
            {t('browse.make')}
          </Link>
        </div>
        {found.isPending && <LoadingNotice />}
        {found.isError && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
        {found.data && shown.length === 0 && (
          <NoTemplates
            any={(all.data?.length ?? 0) > 0}
            words={words}
            onClear={() => {
              setTyped('')
              narrow({ topic: undefined, post: undefined, own: undefined })
            }}
          />
        )}
        <KeyedList list={list} field={field}>
          {shown.length > 0 && (
            <ul className={styles.list} aria-label={t('browse.list')} aria-busy={found.isPlaceholderData}>
              {shown.map((template) => (
                <TemplateRow key={template.itemId} template={template} />
              ))}
            </ul>
          )}
        </KeyedList>
      </Page>
    </>
  )
}

interface NarrowingProps {
  readonly all: readonly TemplateSummary[]
  readonly address: {
    readonly topic?: string | undefined
    readonly post?: string | undefined
    readonly own?: string | undefined
  }
  readonly onChange: (change: {
    topic?: string | undefined
    post?: string | undefined
    own?: string | undefined
  }) => void
}

function Narrowing({ all, address, onChange }: NarrowingProps) {
  const { t } = useTranslation('templates')
  const optionsOf = (names: readonly string[], any: string) => [
    { value: '', label: any },
    ...names.map((value) => ({ value, label: value })),
  ]
  return (
    <>
      <Select
        aria-label={t('browse.topic')}
        className={styles.choice ?? ''}
        value={address.topic ?? ''}
        showSearch
        onChange={(topic) => onChange({ topic: topic || undefined })}
        options={optionsOf(choicesOf(all, 'topics', address.topic), t('browse.anyTopic'))}
      />
      <Select
        aria-label={t('browse.post')}
        className={styles.choice ?? ''}
        value={address.post ?? ''}
        showSearch
        onChange={(post) => onChange({ post: post || undefined })}
        options={optionsOf(choicesOf(all, 'posts', address.post), t('browse.anyPost'))}
      />
      <button
        type="button"
        className={styles.toggle}
        aria-pressed={address.own !== undefined}
        onClick={() => onChange({ own: address.own ? undefined : '1' })}
      >
        {t('browse.own')}
      </button>
    </>
  )
}

interface NoTemplatesProps {
  readonly any: boolean
  readonly words: string
  readonly onClear: () => void
}

function NoTemplates({ any, words, onClear }: NoTemplatesProps) {
  const { t } = useTranslation('templates')
  if (!any && words === '') {
    return (
      <EmptyNotice title={t('browse.emptyTitle')}>
        <p>{t('browse.emptyWhat')}</p>
        <p>{t('browse.emptyHow')}</p>
        <p>
          <Link to="/templates/new">{t('browse.make')}</Link>
          {'　'}
          <Link to="/updates">{t('browse.toUpdates')}</Link>
        </p>
      </EmptyNotice>
    )
  }
  return (
    <EmptyNotice title={words ? t('browse.noneFor', { words }) : t('browse.noneHere')}>
      <p>{t('browse.noneTry')}</p>
      <p>
        <button type="button" className={styles.textButton} onClick={onClear}>
          {t('browse.clear')}
        </button>
        {'　'}
        <Link to="/templates/new">{t('browse.make')}</Link>
      </p>
    </EmptyNotice>
  )
}

/** Ctrl+F on this desk finds a template. */
function useFindKey(field: React.RefObject<InputRef | null>): void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'f') return
      event.preventDefault()
      field.current?.focus({ cursor: 'all' })
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [field])
}
