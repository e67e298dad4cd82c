import { useLocation } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { GroupedAnswer } from '../../library/search/search-view.ts'
import { Pager } from '../design/pager.tsx'
import { useTaking } from '../meetings/taking/taking-context.ts'
import { AnnouncementBar } from '../reading/announcement-bar.tsx'
import { useAnnouncement } from '../reading/use-announcement.ts'
import { AnswerLines } from './answer-lines.tsx'
import { FilterChips } from './filter-chips.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { NoResults } from './no-results.tsx'
import { PairBar } from './pair-bar.tsx'
import { PairDialog } from './pair-dialog.tsx'
import { PassagePreview } from './passage-preview.tsx'
import { PrintHead } from './print-head.tsx'
import { ResultHead } from './result-head.tsx'
import { resultHits } from './result-hits.ts'
import { ResultList } from './result-list.tsx'
import { MissingHere } from './saved/missing-here.tsx'
import styles from './search-desk.module.css'
import type { SearchFilters } from './search-filters.ts'
import { keepSearchPlace, searchPlace } from './search-places.ts'
import { pageSize } from './search-query.ts'
import { takeableHit } from './takeable-hit.ts'
import { termsToMark } from './terms-to-mark.ts'
import { useCopyCitation } from './use-copy-citation.ts'
import { useCurrentHit } from './use-current-hit.ts'
import { useDeskRoom } from './use-desk-room.ts'
import { useJumpKey } from './use-jump-key.ts'
import { usePair } from './use-pair.ts'
import { usePrefetchNext } from './use-prefetch-next.ts'
import { usePreviewShown } from './use-preview-shown.ts'
import { useRestingPointer } from './use-resting-pointer.ts'
import { useResultKeys } from './use-result-keys.ts'
import { useSideFilters } from './use-side-filters.ts'

interface SearchDeskProps {
  readonly answer: GroupedAnswer
  /** When the answer came, milliseconds since 1970. */
  readonly answeredAt: number
  /** True while the answer is that of the words before. */
  readonly busy: boolean
  readonly filters: SearchFilters
  readonly onChange: (change: Partial<SearchFilters>) => void
}

/** An answer on the desk: the results, the one looked at in its context, and what narrows them. */
export function SearchDesk({ answer, answeredAt, busy, filters, onChange }: SearchDeskProps) {
  const desk = useRef<HTMLDivElement>(null)
  const entry = useLocation({ select: (place) => place.state.__TSR_key ?? '' })
  const [left] = useState(() => searchPlace(entry))
  const hits = useMemo(() => resultHits(answer.items, filters.validity.length > 0), [answer, filters.validity])
  const terms = useMemo(() => termsToMark(answer.terms, filters.q), [answer.terms, filters.q])
  const words = answer.terms.join(' ') || filters.q
  const { announcement, announce, dismiss } = useAnnouncement()
  const { pair, toggle, clear } = usePair(hits.filter(({ key }) => left?.pair.includes(key)))
  const [comparing, setComparing] = useState(false)
  const { current, settled, look } = useCurrentHit(hits, useAnswered(filters, busy), left?.hit)
  const room = useDeskRoom(desk)
  const [previewWanted, togglePreview] = usePreviewShown()
  const copy = useCopyCitation(announce)
  const take = useTaking()
  const previewFits = room !== 'none' && hits.length > 0
  const side = useSideFilters(room === 'both' || (room === 'one' && !(previewWanted && previewFits)))
  const previewShown = previewFits && previewWanted && !(room === 'one' && side.open)
  /** Filters lying where the preview would be go away first. */
  const showPreview = () => (previewWanted && side.open ? side.close() : togglePreview())
  const pointer = useRestingPointer(look)
  useJumpKey(busy ? undefined : answer.jump, filters.q)
  usePrefetchNext(hits, previewShown ? settled : undefined)
  useArrivalAtHit(left?.hit)
  const onKeyDown = useResultKeys({
    preview: () => {
      if (previewFits) showPreview()
      return previewFits
    },
    copy: (key) => withHit(key, copy),
    pair: (key) => withHit(key, (hit) => hit.passage && toggle(hit)),
    meeting: (key) => withHit(key, (hit) => take(takeableHit(hit))),
    compare: () => {
      setComparing(pair.length === 2)
      return pair.length === 2
    },
    filters: side.goTo,
  })
  const withHit = (key: string | undefined, run: (hit: (typeof hits)[number]) => void) => {
    const hit = hits.find((one) => one.key === key) ?? current
    if (hit) run(hit)
    return hit !== undefined
  }
  const rememberPlace = (target: EventTarget) => {
    const opened = target instanceof Element ? target.closest<HTMLElement>('a[data-hit], a[data-opens]') : null
    const key = opened?.dataset.opens ?? opened?.dataset.hit
    if (key) keepSearchPlace(entry, { hit: key, pair: pair.map((hit) => hit.key) })
  }
  const panel = (
    <FilterPanel id={side.id} facets={answer.facets} filters={filters} onChange={onChange} onLeave={side.leave} />
  )
  const beside = side.beside || side.open
  return (
    <div
      ref={desk}
      className={styles.desk}
      data-preview={previewShown ? '' : undefined}
      data-filters={beside && room !== 'none' ? '' : undefined}
      onClickCapture={(event) => rememberPlace(event.target)}
    >
      <PrintHead filters={filters} answeredAt={answeredAt} />
      <ResultHead
        answer={answer}
        filters={filters}
        busy={busy}
        filtersOpen={side.beside ? undefined : side.open}
        previewShown={previewFits ? previewShown : undefined}
        onChange={onChange}
        onFilters={side.toggle}
        onPreview={showPreview}
      />
      <section className={styles.results} aria-labelledby="results-title" aria-busy={busy} onKeyDown={onKeyDown}>
        <FilterChips filters={filters} onChange={onChange} />
        {room === 'none' && side.open && <div className={styles.above}>{panel}</div>}
        <AnswerLines answer={answer} filters={filters} />
        <div className={styles.list} {...pointer}>
          {answer.items.length === 0 ? (
            <NoResults filters={filters} onChange={onChange} />
          ) : (
            <ResultList
              answer={answer}
              hits={hits}
              words={words}
              current={current?.key}
              pair={pair}
              onFocus={(hit) => look(hit.key)}
              onCopy={copy}
              onPair={toggle}
            />
          )}
        </div>
        {answer.nearest && answer.items.length > 0 && <MissingHere words={filters.q} />}
        <div className={styles.pager}>
          <Pager
            page={filters.page}
            pages={Math.ceil(answer.itemTotal / pageSize)}
            onPage={(page) => {
              onChange({ page })
              document.getElementById('main')?.scrollTo({ top: 0 })
            }}
          />
        </div>
        {pair.length > 0 && <PairBar pair={pair} onCompare={() => setComparing(true)} onClear={clear} />}
      </section>
      {previewShown && settled && (
        <PassagePreview
          hit={settled}
          terms={terms}
          words={words}
          chosen={pair.some(({ key }) => key === settled.key)}
          onCopy={copy}
          onPair={toggle}
          onClose={togglePreview}
          announce={announce}
        />
      )}
      {room !== 'none' && beside && panel}
      {pair[0] && pair[1] && (
        <PairDialog open={comparing} left={pair[0]} right={pair[1]} onClose={() => setComparing(false)} />
      )}
      <div className={styles.said} data-raised={pair.length > 0 ? '' : undefined}>
        <AnnouncementBar announcement={announcement} onDismiss={dismiss} />
      </div>
    </div>
  )
}

/** What the shown answer was asked: the filters of the last answer that came. */
function useAnswered(filters: SearchFilters, busy: boolean): SearchFilters {
  const [answered, setAnswered] = useState(filters)
  if (!busy && answered !== filters) setAnswered(filters)
  return answered
}

/** Back from a text, the result it was opened from has the focus again. */
function useArrivalAtHit(key: string | undefined): void {
  useEffect(() => {
    if (key) document.querySelector<HTMLElement>(`[data-hit="${CSS.escape(key)}"]`)?.focus({ preventScroll: true })
  }, [key])
}
