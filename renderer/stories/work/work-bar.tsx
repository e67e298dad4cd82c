import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StoryState } from '../../../library/stories/process/process-view.ts'
import layout from '../../design/form-desk.module.css'
import { useArrivalFocus } from '../../design/use-arrival-focus.ts'
import type { SavingState } from '../../drafts/draft-saver.ts'
import { SavingLine } from '../../drafts/saving-line.tsx'
import { StateLabel } from '../state-label.tsx'

export const workSides = ['preview', 'gate', 'tasks', 'way', 'responses'] as const
export type WorkSide = (typeof workSides)[number] | 'none'

interface WorkBarProps {
  readonly title: string
  readonly state: StoryState
  readonly saving: SavingState
  readonly onSave: () => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly onStep: (step: 'undo' | 'redo') => void
  readonly side: WorkSide
  readonly onSide: (side: WorkSide) => void
  readonly counts: Readonly<Record<'gate' | 'tasks', number>>
  /** Something stands that stops the story from going out. */
  readonly must: boolean
}

/** Which story this is, how far it is saved, and what stands beside it. */
export function WorkBar(props: WorkBarProps) {
  const { side, counts } = props
  const { t } = useTranslation(['storyWork', 'templates'])
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const countOf = (one: WorkSide) => (one === 'gate' || one === 'tasks' ? counts[one] : 0)
  return (
    <div className={layout.bar}>
      <div className={layout.names}>
        <h1 ref={heading} tabIndex={-1} className={layout.title}>
          {props.title || t('page.untitled')}
        </h1>
        <StateLabel state={props.state} />
        <SavingLine state={props.saving} onRetry={props.onSave} />
      </div>
      <div className={layout.tools}>
        <Button onClick={() => props.onStep('undo')} disabled={!props.canUndo} title="Ctrl+Z">
          {t('templates:form.undo')}
        </Button>
        <Button onClick={() => props.onStep('redo')} disabled={!props.canRedo} title="Ctrl+Y">
          {t('templates:form.redo')}
        </Button>
        <fieldset className={layout.sides}>
          <legend className="visually-hidden">{t('templates:form.beside')}</legend>
          {workSides.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={side === one}
              className={layout.side}
              onClick={() => props.onSide(side === one ? 'none' : one)}
            >
              {t(`side.${one}`)}
              {countOf(one) > 0 && (
                <span className={layout.count} data-must={one === 'gate' && props.must ? '' : undefined}>
                  {countOf(one)}
                </span>
              )}
            </button>
          ))}
        </fieldset>
      </div>
    </div>
  )
}
