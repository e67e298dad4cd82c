import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../library/templates/finding.ts'
import type { FinishedForm, FormView } from '../../../library/templates/forms/form-view.ts'
import type { KnownSubject, ValueSource } from '../../../library/templates/known/known-view.ts'
import type { TemplateView } from '../../../library/templates/template-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { usePageTitle } from '../../design/page.tsx'
import { useArrivalFocus } from '../../design/use-arrival-focus.ts'
import { AnnouncementBar } from '../../reading/announcement-bar.tsx'
import { useAnnouncement } from '../../reading/use-announcement.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { DocumentPreview } from '../preview/document-preview.tsx'
import { applicableRepair } from './applicable-repair.ts'
import { changedPath } from './changed-path.ts'
import { fieldAt, titleAt, valueAt, withValueAt } from './field-path.ts'
import { FindingsPanel } from './findings-panel.tsx'
import styles from './form-desk.module.css'
import { FormDeskContext, type FormDeskValue } from './form-desk-context.ts'
import { GeneratedForm } from './generated-form.tsx'
import { goToField } from './go-to-field.ts'
import { requiredNow } from './required-now.ts'
import { SavingLine } from './saving-line.tsx'
import { pathInForm, shownData } from './shown-data.ts'
import { SubjectDialog } from './subject-dialog.tsx'
import { type FormSubject, takenOver, withIdFacts, withoutValues, withSubject } from './subject-fields.ts'
import { TakenOverBar } from './taken-over-bar.tsx'
import { localDay } from './today.ts'
import { withTwins } from './twin-findings.ts'
import { useCheck } from './use-check.ts'
import { useDraft } from './use-draft.ts'
import { useFormKeys } from './use-form-keys.ts'
import { useLivePreview } from './use-live-preview.ts'

interface FormDeskProps {
  readonly form: FormView
  readonly template: TemplateView
}

/** A form being filled: the fields, the document as it stands, and what the check says. */
export function FormDesk({ form, template }: FormDeskProps) {
  const { t } = useTranslation('templates')
  const client = useQueryClient()
  const { schema } = template
  const { history, draft, change, undo, redo, saving, saver, recovered, takeTheirs } = useDraft(form)
  const check = useCheck(template, draft.data)
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const desk = useRef<HTMLDivElement>(null)
  const today = useMemo(() => localDay(new Date()), [])
  const { announcement, announce, dismiss } = useAnnouncement()
  const [side, setSide] = useState<'preview' | 'check' | 'none'>(() => (isNarrow() ? 'none' : 'preview'))
  const [current, setCurrent] = useState<string>()
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set())
  const [finishing, setFinishing] = useState<'no' | 'busy' | 'tried'>('no')
  const [finishFindings, setFinishFindings] = useState<readonly Finding[]>([])
  const [stopped, setStopped] = useState(0)
  const [letStand, setLetStand] = useState<ReadonlySet<string>>(new Set())
  const [finishError, setFinishError] = useState<unknown>(null)
  const [choosing, setChoosing] = useState<FormSubject>()
  // A field that gives itself stays empty while someone is about to type into it.
  const [emptied, setEmptied] = useState<string>()
  usePageTitle(form.title || template.title)

  const shown = useMemo(() => {
    const whole = shownData(draft.data, check.checked?.data)
    return emptied === undefined ? whole : withValueAt(whole, emptied, undefined)
  }, [draft.data, check.checked, emptied])
  const required = useMemo(() => requiredNow(schema, shown), [schema, shown])
  const preview = useLivePreview(template, check, side === 'preview')
  const computedSource = useMemo<ValueSource>(() => ({ type: 'computed', title: t('source.byId') }), [t])

  const changeField: FormDeskValue['change'] = useCallback(
    (path, value, typing) => {
      setEmptied(value === undefined && typing ? path : undefined)
      const table = Array.isArray(value)
      change(
        (present) => {
          // A row of a table moves its places, so where its cells came from is no longer known.
          const sources = Object.fromEntries(
            Object.entries(present.sources).filter(([key]) => key !== path && !(table && key.startsWith(`${path}/`))),
          )
          const next = { data: withValueAt(present.data, path, value), sources }
          return withIdFacts(schema, next, path, computedSource)
        },
        typing ? path : undefined,
      )
    },
    [change, schema, computedSource],
  )
  const go = useCallback((path: string) => {
    if (isNarrow()) setSide('none')
    requestAnimationFrame(() => goToField(path))
  }, [])

  const live = useMemo(() => inForm(check.checked?.findings ?? [], check.of ?? {}), [check])
  // What finishing found stays until the form changes; what the fields say is always up to date.
  const documentFindings = useMemo(() => finishFindings.filter(({ place }) => place.type !== 'field'), [finishFindings])
  const found = useMemo(() => withTwins(merged(live, documentFindings), shown), [live, documentFindings, shown])
  const findings = useMemo(() => found.map(({ finding }) => finding), [found])
  const tried = finishing === 'tried'
  const context = useMemo<FormDeskValue>(
    () => ({
      schema,
      today,
      shown,
      required,
      sourceOf: (path) => {
        const own = valueAt(draft.data, path)
        if (own !== undefined) return draft.sources[path]
        const field = fieldAt(schema, path)
        if (!field || valueAt(shown, path) === undefined || field.type === 'array') return undefined
        return field['x-computed']
          ? { type: 'computed', title: t('source.computedTitle') }
          : { type: 'default', title: t('source.defaultTitle') }
      },
      ownershipOf: (path) => {
        if (!givesItself(schema, path)) return 'person'
        return valueAt(draft.data, path) === undefined ? 'form' : 'changed'
      },
      findingsOf: (path) =>
        findings.filter(
          ({ place, rule }) =>
            place.type === 'field' &&
            place.path === path &&
            (tried || (rule !== 'missing' && (visited.has(path) || path !== current))),
        ),
      change: changeField,
      giveBack: (path) => change((present) => withoutValues(present, [path])),
      enter: setCurrent,
      leave: (path) => {
        setEmptied(undefined)
        setVisited((before) => (before.has(path) ? before : new Set([...before, path])))
      },
      chooseSubject: setChoosing,
    }),
    [schema, today, shown, required, draft, findings, tried, visited, current, change, changeField, t],
  )

  const step = (name: 'undo' | 'redo') => {
    const other = name === 'undo' ? history.past.at(-1) : history.future[0]
    if (!other) return announce(t(`form.${name}None`))
    const path = changedPath(draft.data, other.data)
    if (name === 'undo') undo()
    else redo()
    announce(
      t(`form.${name}ne`, { field: path === undefined ? '' : titleAt(schema, path, (n) => t('form.row', { n })) }),
    )
    if (path !== undefined) requestAnimationFrame(() => goToField(path))
  }
  const save = async () => {
    if (await saver.flush()) announce(t('saving.done'))
  }
  const finish = async () => {
    if (finishing === 'busy') return
    setFinishing('busy')
    setFinishError(null)
    try {
      if (!(await saver.flush())) return setFinishing('no')
      const answer = await request<FinishedForm>('POST', `/api/forms/${encodeURIComponent(form.id)}/finish`, {
        body: { letStand: [...letStand] },
      })
      if (answer.finished) {
        void client.invalidateQueries({ queryKey: queryKeys.known })
        void client.invalidateQueries({ queryKey: [...queryKeys.templates, 'list'] })
        client.setQueryData([...queryKeys.filledForms, form.id], answer.form)
        return
      }
      setFinishFindings(inForm(answer.findings, draft.data))
      setFinishing('tried')
      setSide('check')
      announce(t('check.stopped', { n: withTwins(answer.findings, shown).length }))
      setStopped((times) => times + 1)
    } catch (error) {
      setFinishError(error)
      setFinishing('no')
    }
  }
  useFormKeys(desk, {
    undo: () => step('undo'),
    redo: () => step('redo'),
    save: () => void save(),
    finish: () => void finish(),
  })
  useEffect(() => {
    if (recovered === 'restored') announce(t('saving.restored'))
  }, [recovered, announce, t])

  const chooseSubject = (chosen: KnownSubject) => {
    if (!choosing) return
    const about = choosing
    change((present) => withSubject(schema, present, about, chosen))
    setChoosing(undefined)
    announce(t('subject.filled', { who: chosen.title }), undo)
  }
  const taken = takenOver(schema, draft)
  // What is simply not filled yet is no fault before someone wants to finish.
  const told = findings.filter(({ rule }) => tried || rule !== 'missing')
  const must = told.filter(({ severity }) => severity === 'must').length
  const repairOf = (finding: Finding) => applicableRepair(finding, shown)
  return (
    <FormDeskContext value={context}>
      <div ref={desk} className={styles.desk} data-side={side}>
        <div className={styles.bar}>
          <div className={styles.names}>
            <h1 ref={heading} tabIndex={-1} className={styles.title}>
              {template.title}
            </h1>
            <SavingLine state={saving} onRetry={() => void saver.flush()} />
          </div>
          <div className={styles.tools}>
            <Button onClick={() => step('undo')} disabled={history.past.length === 0} title="Ctrl+Z">
              {t('form.undo')}
            </Button>
            <Button onClick={() => step('redo')} disabled={history.future.length === 0} title="Ctrl+Y">
              {t('form.redo')}
            </Button>
            <fieldset className={styles.sides}>
              <legend className="visually-hidden">{t('form.beside')}</legend>
              {(['preview', 'check'] as const).map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-pressed={side === one}
                  className={styles.side}
                  onClick={() => setSide(side === one ? 'none' : one)}
                >
                  {t(`form.${one}`)}
                  {one === 'check' && told.length > 0 && (
                    <span className={styles.count} data-must={must > 0 ? '' : undefined}>
                      {told.length}
                    </span>
                  )}
                </button>
              ))}
            </fieldset>
            <Button type="primary" loading={finishing === 'busy'} onClick={() => void finish()} title="Ctrl+Enter">
              {t('form.finish')}
            </Button>
          </div>
        </div>
        <div className={styles.notices}>
          {form.templateChanged && (
            <p className={styles.notice}>
              {t('form.templateChanged')}{' '}
              <Link to="/templates/$itemId" params={{ itemId: form.templateId }} search={{}}>
                {t('form.seeTemplate')}
              </Link>
            </p>
          )}
          {form.renewedFrom && form.renewedFrom.unplaced.length > 0 && (
            <p className={styles.notice}>
              {t('form.unplaced', { names: form.renewedFrom.unplaced.map(({ title }) => title).join('、') })}
            </p>
          )}
          {recovered === 'other-window' && <p className={styles.notice}>{t('saving.recoveredOther')}</p>}
          {saving.kind === 'conflict' && (
            <div className={styles.notice} role="alert">
              <p>{t('saving.conflictWhat')}</p>
              <Button size="small" onClick={() => void takeTheirs()}>
                {t('saving.theirs')}
              </Button>
              <Button size="small" onClick={() => void saver.overwrite()}>
                {t('saving.mine')}
              </Button>
            </div>
          )}
          {taken && (
            <TakenOverBar
              taken={taken}
              onClear={() => {
                change((present) => withoutValues(present, taken.paths))
                announce(t('form.cleared', { n: taken.fields }), undo)
              }}
            />
          )}
          {check.error !== null && <p className={styles.notice}>{t('check.failed')}</p>}
          {finishError !== null && <ErrorNotice error={finishError} onRetry={() => void finish()} />}
        </div>
        <div className={styles.fields}>
          <GeneratedForm />
          <p className={styles.end}>
            <Button type="primary" size="large" loading={finishing === 'busy'} onClick={() => void finish()}>
              {t('form.finish')} <kbd className={styles.key}>Ctrl+Enter</kbd>
            </Button>
          </p>
        </div>
        {side === 'preview' && (
          <div className={styles.beside}>
            {preview.error !== null && <p className={styles.notice}>{t('preview.stale')}</p>}
            <DocumentPreview
              label={t('form.preview')}
              docx={preview.docx}
              paths={preview.paths}
              current={current}
              onField={go}
            />
          </div>
        )}
        {side === 'check' && (
          <div className={styles.beside}>
            <FindingsPanel
              schema={schema}
              findings={findings}
              stopped={stopped}
              settling={
                tried
                  ? {
                      letStand,
                      onLetStand: (ids, stand) => {
                        const all = found.filter(({ finding }) => ids.includes(finding.id)).flatMap((one) => one.ids)
                        setLetStand(
                          (before) => new Set([...before].filter((one) => !all.includes(one)).concat(stand ? all : [])),
                        )
                      },
                    }
                  : undefined
              }
              repairable={(finding) => repairOf(finding) !== undefined}
              onRepair={(finding) => {
                const repair = repairOf(finding)
                if (!repair) return
                for (const { path, value } of repair) changeField(path, value)
                setFinishFindings((before) => before.filter(({ id }) => id !== finding.id))
                announce(t('check.repaired', { label: finding.repair?.label ?? '' }), undo)
              }}
              onGo={go}
            />
          </div>
        )}
        <SubjectDialog about={choosing} onChoose={chooseSubject} onClose={() => setChoosing(undefined)} />
        <AnnouncementBar announcement={announcement} onDismiss={dismiss} />
      </div>
    </FormDeskContext>
  )
}

/** True where the document would hide the fields. */
function isNarrow(): boolean {
  return matchMedia('(width < 70rem)').matches
}

/** True for fields whose value the form gives while the person leaves them alone. */
function givesItself(schema: TemplateView['schema'], path: string): boolean {
  const field = fieldAt(schema, path)
  if (!field || field.type === 'array') return false
  return field['x-computed'] !== undefined || field.default !== undefined
}

function inForm(findings: readonly Finding[], own: FormView['data']): Finding[] {
  return findings.map((finding) =>
    finding.place.type === 'field'
      ? { ...finding, place: { ...finding.place, path: pathInForm(own, finding.place.path) } }
      : finding,
  )
}

function merged(live: readonly Finding[], more: readonly Finding[]): Finding[] {
  const seen = new Set(live.map(({ id }) => id))
  return [...live, ...more.filter(({ id }) => !seen.has(id))]
}
