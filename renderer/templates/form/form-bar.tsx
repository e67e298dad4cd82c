import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from '../../design/form-desk.module.css'
import { useArrivalFocus } from '../../design/use-arrival-focus.ts'
import type { SavingState } from '../../drafts/draft-saver.ts'
import { SavingLine } from '../../drafts/saving-line.tsx'

export type FormSide = 'preview' | 'check' | 'none'

interface FormBarProps {
  readonly title: string
  readonly saving: SavingState
  readonly onSave: () => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly onStep: (step: 'undo' | 'redo') => void
  readonly side: FormSide
  readonly onSide: (side: FormSide) => void
  /** How many findings there are, and whether one of them stops finishing. */
  readonly found: number
  readonly must: boolean
  readonly finishing: boolean
  readonly onFinish: () => void
}

/** What is being filled, how far it is saved, and what can be done with it. */
export function FormBar(props: FormBarProps) {
  const { side, found, must } = props
  const { t } = useTranslation('templates')
  const heading = useArrivalFocus<HTMLHeadingElement>()
  return (
    <div className={styles.bar}>
      <div className={styles.names}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {props.title}
        </h1>
        <SavingLine state={props.saving} onRetry={props.onSave} />
      </div>
      <div className={styles.tools}>
        <Button onClick={() => props.onStep('undo')} disabled={!props.canUndo} title="Ctrl+Z">
          {t('form.undo')}
        </Button>
        <Button onClick={() => props.onStep('redo')} disabled={!props.canRedo} title="Ctrl+Y">
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
              onClick={() => props.onSide(side === one ? 'none' : one)}
            >
              {t(`form.${one}`)}
              {one === 'check' && found > 0 && (
                <span className={styles.count} data-must={must ? '' : undefined}>
                  {found}
                </span>
              )}
            </button>
          ))}
        </fieldset>
        <Button type="primary" loading={props.finishing} onClick={props.onFinish} title="Ctrl+Enter">
          {t('form.finish')}
        </Button>
      </div>
    </div>
  )
}
