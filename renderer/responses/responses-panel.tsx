import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialResponse, ResponsesView } from '../../library/meetings/responses/response-view.ts'
import { ConfirmDialog } from '../design/confirm-dialog.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import panel from '../design/panels.module.css'
import { looseDateText } from '../record-form/read-loose-date.ts'
import { request } from '../service/client.ts'
import { CardEntry } from './card-entry.tsx'
import { CardRow } from './card-row.tsx'
import { CountTables } from './count-tables.tsx'
import { ReadCardsPart } from './read-cards-part.tsx'
import { responsesAddress, responsesQuery, useCardChange } from './responses-query.ts'

interface ResponsesPanelProps {
  readonly materialId: string
  /** Makes words of a card a note on the material; absent where there is none to make. */
  readonly onNote?: ((words: string) => void) | undefined
}

/** Needs cards from before and feedback cards from after, beside the material: typed in, read from a sheet, and worked on. */
export function ResponsesPanel({ materialId, onNote }: ResponsesPanelProps) {
  const { t } = useTranslation('cards')
  const found = useQuery(responsesQuery(materialId))
  const [way, setWay] = useState<'type' | 'read'>()
  const toggle = (next: 'type' | 'read') => setWay((before) => (before === next ? undefined : next))
  const { data } = found
  const count = data ? data.needs.length + data.feedback.length : 0
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, for those without a wheel too
    <section tabIndex={0} className={panel.panel} aria-label={t('title')}>
      <div className={panel.head}>
        <h2 className={panel.heading}>{t('title')}</h2>
        <span className={panel.actions}>
          <Button size="small" aria-expanded={way === 'type'} onClick={() => toggle('type')}>
            {t('type')}
          </Button>
          <Button size="small" aria-expanded={way === 'read'} onClick={() => toggle('read')}>
            {t('read')}
          </Button>
        </span>
      </div>
      {found.isPending && <LoadingNotice />}
      {found.isError && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      {data && way === 'type' && <CardEntry materialId={materialId} cards={data.cards} />}
      {data && way === 'read' && <ReadCardsPart materialId={materialId} onDone={() => setWay(undefined)} />}
      {data && count === 0 && way === undefined && (
        <div className={panel.muted}>
          <p>{t('none')}</p>
          {data.earlier.length === 0 && <p>{t('noneHow')}</p>}
        </div>
      )}
      {data && <Earlier earlier={data.earlier} data={data} onNote={onNote} />}
      {data &&
        (['needs', 'feedback'] as const).map((type) => (
          <Cards key={type} type={type} materialId={materialId} data={data} onNote={onNote} />
        ))}
      {count > 0 && <DeleteAll materialId={materialId} count={count} />}
    </section>
  )
}

interface CardsProps {
  readonly type: MaterialResponse['type']
  readonly materialId: string
  readonly data: ResponsesView
  readonly onNote: ResponsesPanelProps['onNote']
}

function Cards({ type, materialId, data, onNote }: CardsProps) {
  const { t } = useTranslation('cards')
  const responses = data[type]
  if (responses.length === 0) return null
  return (
    <section className={panel.part} aria-label={t(`types.${type}`)}>
      <h3>{t(`heading.${type}`, { n: responses.length })}</h3>
      <CountTables type={type} sheet={data} cards={data.cards} />
      <ul className={panel.entries}>
        {responses.map((response) => (
          <CardRow
            key={response.id}
            response={response}
            questions={data.cards[type]}
            met={data.met.filter(({ responseId }) => responseId === response.id)}
            materialId={materialId}
            onNote={onNote}
          />
        ))}
      </ul>
    </section>
  )
}

interface EarlierProps {
  readonly earlier: ResponsesView['earlier']
  readonly data: ResponsesView
  readonly onNote: ResponsesPanelProps['onNote']
}

/** 上次开的: what came back of those this one was copied from; worked on there. */
function Earlier({ earlier, data, onNote }: EarlierProps) {
  const { t } = useTranslation('cards')
  return earlier.map(({ materialId, title, on, sheet }) => (
    <details key={materialId} className={panel.part} open>
      <summary>{on === undefined ? t('earlier', { title }) : t('earlierOn', { title, on: looseDateText(on) })}</summary>
      {(['feedback', 'needs'] as const).map(
        (type) =>
          sheet[type].length > 0 && (
            <div key={type} className={panel.part}>
              <h3>{t(`heading.${type}`, { n: sheet[type].length })}</h3>
              <CountTables type={type} sheet={sheet} cards={data.cards} />
              <ul className={panel.entries}>
                {sheet[type].map((response) => (
                  <CardRow
                    key={response.id}
                    response={response}
                    questions={data.cards[type]}
                    met={[]}
                    materialId={materialId}
                    onNote={onNote}
                  />
                ))}
              </ul>
            </div>
          ),
      )}
    </details>
  ))
}

function DeleteAll({ materialId, count }: { readonly materialId: string; readonly count: number }) {
  const { t } = useTranslation('cards')
  const [asking, setAsking] = useState(false)
  const remove = useCardChange(() => request('DELETE', responsesAddress(materialId)))
  return (
    <p>
      <button type="button" className={panel.quietButton} onClick={() => setAsking(true)}>
        {t('deleteAll')}
      </button>
      {remove.isError && <ErrorNotice error={remove.error} />}
      <ConfirmDialog
        open={asking}
        title={t('deleteAllAsk', { n: count })}
        text={t('deleteWhat')}
        confirm={t('delete')}
        refuse={t('keep')}
        onConfirm={() => remove.mutate(undefined)}
        onClose={() => setAsking(false)}
      />
    </p>
  )
}
