import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GuideStep } from '../../../library/meetings/guides/step-guide.schema.ts'
import type { MaterialPicture } from '../../../library/meetings/materials/cited.schema.ts'
import type { CardContent } from '../../materials/cards/card.tsx'
import { FileDrop } from '../../office/sheets/file-drop.tsx'
import { PlainField } from '../../record-form/plain-field.tsx'
import { useRecordForm } from '../../record-form/record-form-context.ts'
import { fieldId } from '../../record-form/record-path.ts'
import styles from '../../record-form/rows.module.css'
import { TextField } from '../../record-form/text-field.tsx'
import { PictureEditor } from '../../stories/pictures/picture-editor.tsx'
import { MarksField } from '../marks/marks-field.tsx'
import { withoutPicture } from '../steps/change-steps.ts'
import { saysTwoThings } from '../steps/says-two-things.ts'
import { useGuideSteps } from './guide-steps-context.ts'

/** One step: what is done, the picture that shows where, and what to beware of. */
export function StepCard({ entry: step, at, path }: CardContent<GuideStep>) {
  const { t } = useTranslation('guides')
  const form = useRecordForm()
  const { split, take, busy } = useGuideSteps()
  const two = saysTwoThings(step.action)
  const hintId = `${fieldId(path)}-two`
  return (
    <>
      <div data-first="">
        <input
          type="text"
          id={fieldId(`${path}/action`)}
          className={styles.turnTitle}
          value={step.action}
          maxLength={200}
          autoComplete="off"
          aria-label={t('step.action', { n: at + 1 })}
          aria-describedby={two ? hintId : undefined}
          placeholder={t('step.actionExample')}
          onChange={({ target }) => form.change(`${path}/action`, target.value, true)}
        />
      </div>
      {two && (
        <div className={styles.row}>
          <span id={hintId} className={styles.hint}>
            {t('step.two')}
          </span>
          <Button size="small" onClick={() => split(at)}>
            {t('step.split')}
          </Button>
        </div>
      )}
      {step.picture ? (
        <StepPicture step={step} picture={step.picture} path={path} />
      ) : (
        <FileDrop
          title={t('picture.drop')}
          hint=""
          choose={t('picture.choose')}
          icon="import"
          accept="image/*"
          several
          small
          busy={busy}
          onFiles={(files) => take(files, step.id)}
        />
      )}
      <PlainField
        path={`${path}/detail`}
        label={t('step.detail')}
        value={step.detail ?? ''}
        example={t('step.detailExample')}
        maxLength={3000}
        rows={1}
        optional
      />
      <PlainField
        path={`${path}/caution`}
        label={t('step.caution')}
        value={step.caution ?? ''}
        example={t('step.cautionExample')}
        maxLength={300}
        optional
      />
    </>
  )
}

interface StepPictureProps {
  readonly step: GuideStep
  readonly picture: MaterialPicture
  readonly path: string
}

function StepPicture({ step, picture, path }: StepPictureProps) {
  const { t } = useTranslation('guides')
  const form = useRecordForm()
  const [editing, setEditing] = useState(false)
  const blurId = `${fieldId(path)}-blur`
  return (
    <>
      <MarksField path={`${path}/marks`} picture={picture} marks={step.marks} />
      <TextField
        path={`${path}/picture/alternative`}
        label={t('picture.alternative')}
        hint={picture.alternative ? undefined : t('picture.alternativeHint')}
        example={t('picture.alternativeExample')}
        maxLength={300}
        wide
      />
      <div className={styles.row}>
        <Button id={blurId} size="small" onClick={() => setEditing(true)}>
          {picture.blurred?.length ? t('picture.blurred', { n: picture.blurred.length }) : t('picture.blur')}
        </Button>
        <Button size="small" type="text" onClick={() => form.change(path, withoutPicture(step))}>
          {t('picture.remove')}
        </Button>
      </div>
      {editing && (
        <PictureEditor
          media={picture}
          open
          readOnly={false}
          onChange={(next) => form.change(`${path}/picture`, next)}
          onClose={() => {
            setEditing(false)
            requestAnimationFrame(() => document.getElementById(blurId)?.focus())
          }}
        />
      )}
    </>
  )
}
