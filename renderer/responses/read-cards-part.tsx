import { useMutation } from '@tanstack/react-query'
import { Button, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialResponse, ReadCards, TakenCards } from '../../library/meetings/responses/response-view.ts'
import type { ColumnMatch } from '../../library/templates/known/known-view.ts'
import { ErrorNotice } from '../design/error-notice.tsx'
import panel from '../design/panels.module.css'
import { RefusedList } from '../feeds/responses/refused-list.tsx'
import { ColumnMatches } from '../office/sheets/column-matches.tsx'
import { FileDrop } from '../office/sheets/file-drop.tsx'
import { uploadFile } from '../office/sheets/upload-file.ts'
import { request } from '../service/client.ts'
import { responsesAddress, useCardChange } from './responses-query.ts'

interface ReadCardsPartProps {
  readonly materialId: string
  readonly onDone: () => void
}

/** A sheet of cards: read, looked at, its columns put right, then taken. The same sheet twice adds nothing. */
export function ReadCardsPart({ materialId, onDone }: ReadCardsPartProps) {
  const { t } = useTranslation('cards')
  const [read, setRead] = useState<ReadCards>()
  const address = responsesAddress(materialId)
  const give = useMutation({
    mutationFn: (file: File) => uploadFile<ReadCards>(`${address}/read`, file),
    onSuccess: setRead,
  })
  const take = useCardChange(({ upload, type, sheet, columns }: ReadCards) =>
    request<TakenCards>('POST', `${address}/take`, { body: { upload, type, sheet, match: columns } }),
  )
  if (take.data) return <Taken taken={take.data} onDone={onDone} />
  return (
    <div className={panel.form}>
      <FileDrop
        title={t('file.title')}
        hint={read ? '' : t('file.hint')}
        choose={t('file.choose')}
        icon="import"
        accept=".xlsx,.csv"
        small
        busy={give.isPending}
        onFiles={([file]) => file && give.mutate(file)}
      />
      {give.isError && <ErrorNotice error={give.error} />}
      {read && <Look address={address} read={read} onRead={setRead} />}
      {take.isError && <ErrorNotice error={take.error} />}
      {read && (
        <div className={panel.actions}>
          <Button
            type="primary"
            disabled={read.total - read.known <= 0}
            loading={take.isPending}
            onClick={() => take.mutate(read)}
          >
            {t('file.take', { n: read.total - read.known })}
          </Button>
          <Button onClick={onDone}>{t('cancel')}</Button>
        </div>
      )}
    </div>
  )
}

interface LookProps {
  readonly address: string
  readonly read: ReadCards
  readonly onRead: (read: ReadCards) => void
}

interface Asked {
  readonly type: MaterialResponse['type']
  readonly sheet: string
  readonly match?: readonly ColumnMatch[]
}

/** What was read, and as what: which card, which sheet, which column. */
function Look({ address, read, onRead }: LookProps) {
  const { t } = useTranslation('cards')
  /** Read once more, so that the numbers are those of what will be taken. */
  const again = useMutation({
    mutationFn: (body: Asked) =>
      request<ReadCards>('POST', `${address}/read/${encodeURIComponent(read.upload)}`, { body }),
    onSuccess: onRead,
  })
  const { type, sheet, sheets, columns } = read
  return (
    <>
      <p>
        <strong>{read.file}</strong> {t('file.total', { n: read.total })}
      </p>
      <Radio.Group
        aria-label={t('which')}
        value={type}
        options={(['needs', 'feedback'] as const).map((value) => ({ value, label: t(`types.${value}`) }))}
        onChange={({ target }) => again.mutate({ type: target.value === 'needs' ? 'needs' : 'feedback', sheet })}
      />
      {sheets.length > 1 && (
        <Select
          aria-label={t('file.sheet')}
          value={sheet}
          options={sheets.map(({ name, rows }) => ({ value: name, label: t('file.sheetRows', { name, n: rows }) }))}
          onChange={(name: string) => again.mutate({ type, sheet: name })}
        />
      )}
      <ColumnMatches
        sheet={{ name: sheet, columns: columns.map(({ column }) => column), rows: 0, sample: [], notes: [] }}
        matches={columns}
        choices={read.fields.map(({ field, title }) => ({ value: field, label: title }))}
        unused={t('file.unused')}
        onChange={(match) => again.mutate({ type, sheet, match })}
      />
      {again.isError && <ErrorNotice error={again.error} />}
      {read.known > 0 && <p className={panel.muted}>{t('file.known', { n: read.known })}</p>}
      {read.personal > 0 && <p className={panel.muted}>{t('file.personal', { n: read.personal })}</p>}
      {read.notes.map((note) => (
        <p key={note} className={panel.muted}>
          {note}
        </p>
      ))}
      <RefusedList refused={read.refused} />
    </>
  )
}

function Taken({ taken, onDone }: { readonly taken: TakenCards; readonly onDone: () => void }) {
  const { t } = useTranslation('cards')
  return (
    <div role="status" className={panel.form}>
      <p>{t('file.taken', { n: taken.taken })}</p>
      {taken.known > 0 && <p className={panel.muted}>{t('file.known', { n: taken.known })}</p>}
      {taken.masked > 0 && <p className={panel.muted}>{t('file.masked', { n: taken.masked })}</p>}
      <RefusedList refused={taken.refused} />
      <div className={panel.actions}>
        <Button autoFocus onClick={onDone}>
          {t('file.done')}
        </Button>
      </div>
    </div>
  )
}
