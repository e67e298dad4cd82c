import { useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookEntry } from '../../../library/templates/known/known-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { Page } from '../../design/page.tsx'
import { useSettled } from '../../design/use-settled.ts'
import { TemplatesTabs } from '../../templates/templates-tabs.tsx'
import { useUndoNotice } from '../use-undo-notice.tsx'
import { BookEmpty } from './book-empty.tsx'
import { type BookKind, bookKinds } from './book-fields.ts'
import { BookImportDesk } from './book-import.tsx'
import { BookList } from './book-list.tsx'
import styles from './book-page.module.css'
import { EntryEditor } from './entry-editor.tsx'
import { bookQuery, useBookChanges } from './use-book.ts'

/** `/office/book`: the people, households and plots that the office fills its documents with. */
export function BookPage() {
  const { t } = useTranslation('office')
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<BookKind | ''>('')
  const [open, setOpen] = useState<BookEntry | 'new'>()
  const [taking, setTaking] = useState<readonly File[]>()
  const words = useSettled(typed.trim(), 150)
  const first = useQuery(bookQuery(words, kind, 0))
  const whole = useQuery(bookQuery('', '', 0))
  const changes = useBookChanges()
  const notice = useUndoNotice()
  const remove = (entry: BookEntry) =>
    changes.remove.mutate(entry.id, {
      onSuccess: () => {
        setOpen(undefined)
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
                onClose={() => setOpen(undefined)}
              />
            )}
          </div>
        </>
      ) : null}
    </Frame>
  )
}

function Frame({ lead, children }: { readonly lead: string; readonly children: React.ReactNode }) {
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
