import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../library/templates/finding.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { Icon } from '../../design/icon.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { saveFile } from '../../feedback/save-file.ts'
import { useUndoNotice } from '../use-undo-notice.tsx'
import styles from './check-page.module.css'
import { type CheckWork, groupFindings, repairable, repairedName } from './check-work.ts'
import { CheckedPage } from './checked-page.tsx'
import { FindingCard } from './finding-card.tsx'
import { addPlace, removePlace } from './gazetteer.ts'
import { documentOf } from './use-checks.ts'

interface CheckSheetProps {
  readonly work: CheckWork
  readonly onRepair: (ids: readonly string[]) => Promise<void>
  readonly onAgain: (official?: boolean) => Promise<void>
  readonly onUndo: () => void
  readonly onSaved: () => void
}

/** One document: what was found, where, and what can be done about it by one click. */
export function CheckSheet({ work, onRepair, onAgain, onUndo, onSaved }: CheckSheetProps) {
  const { t } = useTranslation('office')
  const notice = useUndoNotice()
  const [currentId, setCurrentId] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const upload = work.now?.upload ?? ''
  const docx = useQuery({
    queryKey: ['checked-document', upload],
    queryFn: ({ signal }) => documentOf(upload, signal),
    enabled: upload !== '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })
  if (work.state === 'checking') return <LoadingNotice />
  if (work.state === 'failed' || !work.now) return <ErrorNotice error={work.error} />
  const { check } = work.now
  const attempt = async (step: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    await step().catch(setError)
    setBusy(false)
  }
  const save = () =>
    attempt(async () => {
      const changed = work.before.length > 0
      saveFile(await documentOf(upload), changed ? repairedName(work.file, t('check.repairedSuffix')) : work.file)
      onSaved()
    })
  const teach = (name: string) =>
    attempt(async () => {
      await addPlace(name, t('check.placeNote', { file: work.file }))
      await onAgain()
      notice.done(t('check.placeAdded', { name }), t('check.placeAddedWhat'), async () => {
        await removePlace(name)
        await onAgain()
      })
    })
  const mendable = repairable(check.findings)
  const current = check.findings.find(({ id }) => id === currentId)
  return (
    <div className={styles.desk}>
      <section
        className={styles.findings}
        aria-label={t('check.findings', { file: work.file })}
        aria-busy={busy}
        onKeyDown={moveAmongQuotes}
      >
        <Verdict must={check.must} should={check.should} repaired={work.before.length > 0} />
        <div className={styles.actions}>
          {mendable.length > 0 && (
            <Button
              type="primary"
              disabled={busy}
              onClick={() => void attempt(() => onRepair(mendable.map(({ id }) => id)))}
            >
              {t('check.repairAll', { n: mendable.length })}
            </Button>
          )}
          {work.before.length > 0 && (
            <Button type={mendable.length === 0 ? 'primary' : 'default'} disabled={busy} onClick={() => void save()}>
              {t('check.save')}
            </Button>
          )}
          <Button disabled={busy || work.before.length === 0} onClick={onUndo}>
            {t('check.undo')}
          </Button>
          <span className={styles.muted} role="status">
            {work.saved ? t('check.saved') : ''}
          </span>
        </div>
        <Checkbox
          checked={check.official}
          disabled={busy}
          onChange={(event) => void attempt(() => onAgain(event.target.checked))}
        >
          {t('check.official')}
        </Checkbox>
        {error !== null && <ErrorNotice error={error} />}
        {groupFindings(check.findings).map(([group, findings]) => (
          <div key={group} className={styles.group}>
            <h2 className={styles.heading}>{t(`check.groups.${group}`, { n: findings.length })}</h2>
            <ul className={styles.cards}>
              {findings.map((finding: Finding) => (
                <FindingCard
                  key={finding.id}
                  finding={finding}
                  current={finding.id === currentId}
                  busy={busy}
                  onLook={() => setCurrentId(finding.id)}
                  onRepair={() => void attempt(() => onRepair([finding.id]))}
                  onTeach={(name) => void teach(name)}
                />
              ))}
            </ul>
          </div>
        ))}
      </section>
      <CheckedPage
        label={t('check.page', { file: work.file })}
        docx={docx.data}
        findings={check.findings}
        current={current}
      />
    </div>
  )
}

interface VerdictProps {
  readonly must: number
  readonly should: number
  readonly repaired: boolean
}

/** How the document stands, in one sentence; a clean one is told so plainly. */
function Verdict({ must, should, repaired }: VerdictProps) {
  const { t } = useTranslation('office')
  const clean = must + should === 0
  return (
    <p className={styles.verdict} role="status" data-standing={clean ? 'clean' : must > 0 ? 'must' : 'should'}>
      <Icon name={clean ? 'check' : 'warning'} size="1.25em" />
      {clean ? t(repaired ? 'check.cleanNow' : 'check.clean') : t('check.verdict', { must, should })}
    </p>
  )
}

/** ↑ and ↓ go from one quotation to the next and show each in the document. */
function moveAmongQuotes(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const quotes = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-quote]')]
  const at = event.target instanceof HTMLElement ? quotes.indexOf(event.target) : -1
  const next = quotes[at + step]
  if (step === 0 || at < 0 || !next) return
  event.preventDefault()
  next.focus()
  next.click()
}
