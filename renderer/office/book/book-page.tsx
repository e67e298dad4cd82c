import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Input, type InputRef, Segmented } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookEntry } from '../../../library/templates/known/known-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { Page } from '../../design/page.tsx'
import { useSettled } from '../../design/use-settled.ts'
import { TemplatesTabs } from '../../templates/templates-tabs.tsx'
import { useFindKey } from '../use-find-key.ts'
import { useUndoNotice } from '../use-undo-notice.tsx'
import { BookEmpty } from './book-empty.tsx'
import { type BookKind, bookKinds } from './book-fields.ts'
import { BookImportDesk } from './book-import.tsx'
import { BookList } from './book-list.tsx'
import styles from './book-page.module.css'
import { EntryEditor } from './entry-editor.tsx'
import { bookQuery, entryQuery, useBookChanges } from './use-book.ts'

const route = getRouteApi('/office/book')

/** `/office/book?entry=ID`: the people, households and plots that the office fills its documents with. */
export function BookPage() {
  const { t } = useTranslation('office')
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<BookKind | ''>('')
  const address = route.useSearch()
  const asked = useQuery(entryQuery(address.entry))
  const [chosen, setOpen] = useState<BookEntry | 'new' | 'none'>()
  // A link that names an entry opens it, until another is chosen.
  const open = chosen === 'none' ? undefined : (chosen ?? asked.data)
  const [taking, setTaking] = useState<readonly File[]>()
  const field = useRef<InputRef>(null)
  useFindKey(() => field.current?.focus({ cursor: 'all' }))
  const words = useSettled(typed.trim(), 150)
  const first = useQuery(bookQuery(words, kind, 0))
  const whole = useQuery(bookQuery('', '', 0))
  const changes = useBookChanges()
  const notice = useUndoNotice()
  const remove = (entry: BookEntry) =>
    changes.remove.mutate(entry.id, {
      onSuccess: () => {
        setOpen('none')
        notice.done(t('book.deleted'), entry.name, () => changes.restore(entry.id))
      },
      onError: (error) => notice.failed(t('book.notDeleted'), error),
    })
  const total = whole.data?.total
  if (taking) {
    return (
      <Frame lead={t('book.importLead')}>
        <BookImportDesk files={taking} onEnd={() => setTaking(undefined)} />
      </Frame>
    )
  }
  return (
    <Frame lead={total ? t('book.count', { n: total }) : t('book.lead')}>
      {whole.isPending && <LoadingNotice />}
      {whole.isError && <ErrorNotice error={whole.error} onRetry={() => void whole.refetch()} />}
      {total === 0 && open === undefined && <BookEmpty onFiles={setTaking} onNew={() => setOpen('new')} />}
      {(total !== undefined && total > 0) || open !== undefined ? (
        <>
          <div className={styles.bar}>
            <Input
              ref={field}
              className={styles.words ?? ''}
              value={typed}
              allowClear
              maxLength={60}
              aria-label={t('book.search')}
              placeholder={t('book.placeholder')}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Segmented
              aria-label={t('book.kind')}
              value={kind}
              onChange={setKind}
              options={[
                { value: '' as const, label: t('book.all') },
                ...bookKinds.map((value) => ({ value, label: t(`book.kinds.${value}`) })),
              ]}
            />
            <div className={styles.actions}>
              <Button onClick={() => setOpen('new')}>{t('book.add')}</Button>
              <Button onClick={() => setTaking([])}>{t('book.import')}</Button>
            </div>
          </div>
          <div className={styles.desk}>
            <BookList
              words={words}
              kind={kind}
              total={first.data?.total ?? 0}
              current={open === 'new' ? undefined : open?.id}
              onOpen={setOpen}
              onRemove={remove}
            />
            {open !== undefined && (
              <EntryEditor
                key={open === 'new' ? 'new' : open.id}
                entry={open === 'new' ? undefined : open}
                kind={kind || 'person'}
                onAdded={setOpen}
                onRemove={remove}
                onOpen={setOpen}
                onClose={() => setOpen('none')}
              />
            )}
          </div>
        </>
      ) : null}
    </Frame>
  )
}

function Frame({ lead, children }: { readonly lead: string; readonly children: ReactNode }) {
  const { t } = useTranslation('office')
  return (
    <>
      <TemplatesTabs />
      <Page title={t('book.title')} lead={lead}>
        {children}
      </Page>
    </>
  )
}
