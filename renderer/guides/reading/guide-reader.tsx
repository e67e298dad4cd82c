import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { StepGuideRecord } from '../../../library/meetings/guides/step-guide.schema.ts'
import { usePageTitle } from '../../design/page.tsx'
import { CopyButton } from '../../materials/desk/copy-button.tsx'
import desk from '../../materials/desk/material-desk.module.css'
import { MaterialBar } from '../../materials/material-bar.tsx'
import { MaterialsTabs } from '../../materials/materials-tabs.tsx'
import { PaperButton } from '../../materials/out/paper-button.tsx'
import type { ViewOf } from '../../materials/use-material-draft.ts'
import { useTaking } from '../../meetings/taking/taking-context.ts'
import { guidePages, pageByKey, pageOf } from './guide-pages.ts'
import styles from './guide-reader.module.css'
import { GuideScreen } from './guide-screen.tsx'

interface GuideReaderProps {
  readonly view: ViewOf<StepGuideRecord>
  /** From the address. */
  readonly step: string | undefined
}

/** A guide as somebody at a counter follows it: one large step at a time, turned with one key. */
export function GuideReader({ view, step }: GuideReaderProps) {
  const { t } = useTranslation('guides')
  const navigate = useNavigate({ from: '/guides/$id' })
  const { record } = view
  const pages = guidePages(record)
  const at = pageOf(step, pages.length)
  const putInMeeting = useTaking()
  const page = pages[at] ?? { kind: 'start' as const }
  const last = pages.length - 1
  usePageTitle(record.title || t('page.title'))
  const go = (to: number) => void navigate({ search: { step: String(to) }, replace: true })
  const turn = useRef(go)
  turn.current = go
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.isComposing ||
        event.altKey ||
        event.ctrlKey ||
        event.metaKey ||
        event.shiftKey
      )
        return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest('input, textarea, select, dialog, [role=combobox]')) return
      // A button that has the focus is pressed by Space.
      if (event.key === ' ' && target?.closest('button, a, summary')) return
      const to = pageByKey(event.key, at, last + 1)
      if (to === undefined) return
      event.preventDefault()
      turn.current(to)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [at, last])
  return (
    <div className={desk.place}>
      <MaterialsTabs />
      <div className={styles.desk}>
        <MaterialBar title={record.title}>
          {view.own ? (
            <Button onClick={() => void navigate({ search: {} })}>{t('bar.write')}</Button>
          ) : (
            <CopyButton id={view.id} />
          )}
          <Button disabled={last === 0} onClick={() => void navigate({ to: '/present/$id', params: { id: view.id } })}>
            {t('bar.present')}
          </Button>
          <Button onClick={() => putInMeeting({ reference: { itemId: view.id }, name: record.title })}>
            {t('bar.take')}
          </Button>
          <PaperButton
            id={view.id}
            title={record.title}
            whats={['guide', 'slides']}
            before={() => Promise.resolve(true)}
          />
        </MaterialBar>
        <GuideScreen id={view.id} record={record} page={page} />
        <nav className={styles.turns} aria-label={t('read.steps')}>
          <Button size="large" disabled={at === 0} onClick={() => go(at - 1)}>
            {t('read.back')}
          </Button>
          <ol className={styles.numbers}>
            {record.steps.map(({ id, action }, n) => (
              <li key={id}>
                <button
                  type="button"
                  aria-current={at === n + 1 ? 'step' : undefined}
                  aria-label={`${t('read.step', { n: n + 1 })} ${action}`}
                  title={action}
                  onClick={() => go(n + 1)}
                >
                  {n + 1}
                </button>
              </li>
            ))}
          </ol>
          {at < last ? (
            <Button size="large" type="primary" onClick={() => go(at + 1)}>
              {t(at === 0 ? 'read.start' : at === last - 1 ? 'read.finish' : 'read.next')}
            </Button>
          ) : (
            <Button size="large" disabled={last === 0} onClick={() => go(0)}>
              {t('read.again')}
            </Button>
          )}
        </nav>
      </div>
    </div>
  )
}
