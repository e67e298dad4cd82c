import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import layout from '../design/form-desk.module.css'
import { useArrivalFocus } from '../design/use-arrival-focus.ts'
import type { SavingState } from '../drafts/draft-saver.ts'
import { SavingLine } from '../drafts/saving-line.tsx'

interface MaterialBarProps {
  readonly title: string
  /** Absent for one that is only read. */
  readonly draft?:
    | {
        readonly saving: SavingState
        readonly saver: { flush(): Promise<boolean> }
        readonly undo: () => void
        readonly redo: () => void
        readonly history: { readonly past: readonly unknown[]; readonly future: readonly unknown[] }
      }
    | undefined
  /** Beside the title: what it is, that it came from elsewhere. */
  readonly marks?: ReactNode
  readonly children?: ReactNode
}

/** Which material this is, how far it is saved, and what can be done with it. */
export function MaterialBar({ title, draft, marks, children }: MaterialBarProps) {
  const { t } = useTranslation(['materials', 'templates'])
  const heading = useArrivalFocus<HTMLHeadingElement>()
  return (
    <div className={layout.bar}>
      <div className={layout.names}>
        <h1 ref={heading} tabIndex={-1} className={layout.title}>
          {title || t('untitled')}
        </h1>
        {marks}
        {draft && <SavingLine state={draft.saving} onRetry={() => void draft.saver.flush()} />}
      </div>
      <div className={layout.tools}>
        {draft && (
          <>
            <Button onClick={draft.undo} disabled={draft.history.past.length === 0} title="Ctrl+Z">
              {t('templates:form.undo')}
            </Button>
            <Button onClick={draft.redo} disabled={draft.history.future.length === 0} title="Ctrl+Y">
              {t('templates:form.redo')}
            </Button>
          </>
        )}
        {children}
      </div>
    </div>
  )
}
