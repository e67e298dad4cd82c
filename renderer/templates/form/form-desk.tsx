import { Button } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../library/templates/finding.ts'
import type { FormView } from '../../../library/templates/forms/form-view.ts'
import type { KnownSubject, ValueSource } from '../../../library/templates/known/known-view.ts'
import type { TemplateView } from '../../../library/templates/template-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import styles from '../../design/form-desk.module.css'
import { usePageTitle } from '../../design/page.tsx'
import { localDay } from '../../drafts/local-day.ts'
import { useFormKeys } from '../../drafts/use-form-keys.ts'
import { AnnouncementBar } from '../../reading/announcement-bar.tsx'
import { useAnnouncement } from '../../reading/use-announcement.ts'
import { DocumentPreview } from '../preview/document-preview.tsx'
import { applicableRepair } from './applicable-repair.ts'
import { changedPath } from './changed-path.ts'
import { fieldAt, titleAt, valueAt, withValueAt } from './field-path.ts'
import { findingsInForm } from './findings-in-form.ts'
import { FindingsPanel } from './findings-panel.tsx'
import { FormBar, type FormSide } from './form-bar.tsx'
import { FormDeskContext, type FormDeskValue } from './form-desk-context.ts'
import { FormNotices } from './form-notices.tsx'
import { GeneratedForm } from './generated-form.tsx'
import { goToField } from './go-to-field.ts'
import { requiredNow } from './required-now.ts'
import { shownData } from './shown-data.ts'
import { SubjectDialog } from './subject-dialog.tsx'
import { type FormSubject, takenOver, withIdFacts, withoutValues, withSubject } from './subject-fields.ts'
import { TakenOverBar } from './taken-over-bar.tsx'
import { useCheck } from './use-check.ts'
import { useDocumentCheck } from './use-document-check.ts'
import { useDraft } from './use-draft.ts'
import { useFinishing } from './use-finishing.ts'
import { useLivePreview } from './use-live-preview.ts'

interface FormDeskProps {
  readonly form: FormView
  readonly template: TemplateView
}

/** A form being filled: the fields, the document as it stands, and what the check says. */
export function FormDesk({ form, template }: FormDeskProps) {
  const { t } = useTranslation('templates')
  const { schema } = template
  const { history, draft, change, undo, redo, saving, saver, recovered, takeTheirs } = useDraft(form)
  const check = useCheck(template, draft.data)
  const desk = useRef<HTMLDivElement>(null)
  const today = useMemo(() => localDay(new Date()), [])
  const { announcement, announce, dismiss } = useAnnouncement()
  const [side, setSide] = useState<FormSide>(() => (isNarrow() ? 'none' : 'preview'))
  const [current, setCurrent] = useState<string>()
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set())
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

  const live = useMemo(() => findingsInForm(check.checked?.findings ?? [], check.of ?? {}), [check])
  const inWords = useDocumentCheck(template, check)
  const finishing = useFinishing(form, {
    own: draft.data,
    shown,
    live,
    inWords,
    saver,
    onStopped: (n) => {
      setSide('check')
      announce(t('check.stopped', { n }))
    },
  })
  const { findings, tried } = finishing
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
  useFormKeys(desk, {
    undo: () => step('undo'),
    redo: () => step('redo'),
    save: () => void save(),
    finish: () => void finishing.finish(),
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
  const repairOf = (finding: Finding) => applicableRepair(finding, shown)
  return (
    <FormDeskContext value={context}>
      <div ref={desk} className={styles.desk} data-side={side}>
        <FormBar
          title={template.title}
          saving={saving}
          onSave={() => void saver.flush()}
          canUndo={history.past.length > 0}
          canRedo={history.future.length > 0}
          onStep={step}
          side={side}
          onSide={setSide}
          found={told.length}
          must={told.some(({ severity }) => severity === 'must')}
          finishing={finishing.busy}
          onFinish={() => void finishing.finish()}
        />
        <FormNotices
          form={form}
          recovered={recovered}
          conflict={saving.kind === 'conflict'}
          checkFailed={check.error !== null}
          onTheirs={() => void takeTheirs()}
          onMine={() => void saver.overwrite()}
        >
          {taken && (
            <TakenOverBar
              taken={taken}
              onClear={() => {
                change((present) => withoutValues(present, taken.paths))
                announce(t('form.cleared', { n: taken.fields }), undo)
              }}
            />
          )}
          {finishing.error !== null && <ErrorNotice error={finishing.error} onRetry={() => void finishing.finish()} />}
        </FormNotices>
        <div className={styles.fields}>
          <GeneratedForm />
          <p className={styles.end}>
            <Button type="primary" size="large" loading={finishing.busy} onClick={() => void finishing.finish()}>
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
              stopped={finishing.stopped}
              settling={tried ? { letStand: finishing.letStand, onLetStand: finishing.changeLetStand } : undefined}
              repairable={(finding) => repairOf(finding) !== undefined}
              onRepair={(finding) => {
                const repair = repairOf(finding)
                if (!repair) return
                for (const { path, value } of repair) changeField(path, value)
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
