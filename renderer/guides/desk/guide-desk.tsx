import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { StepGuideRecord } from '../../../library/meetings/guides/step-guide.schema.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import layout from '../../design/form-desk.module.css'
import { usePageTitle } from '../../design/page.tsx'
import { useFormKeys } from '../../drafts/use-form-keys.ts'
import desk from '../../materials/desk/material-desk.module.css'
import { MaterialBar } from '../../materials/material-bar.tsx'
import { MaterialsTabs } from '../../materials/materials-tabs.tsx'
import { PaperButton } from '../../materials/out/paper-button.tsx'
import { SavingNotices } from '../../materials/saving-notices.tsx'
import { useMaterialDraft, type ViewOf } from '../../materials/use-material-draft.ts'
import { useTaking } from '../../meetings/taking/taking-context.ts'
import { useDropAnywhere } from '../../stories/pictures/use-drop-anywhere.ts'
import { SendingLine } from '../../stories/sending-line.tsx'
import { GuideForm } from '../form/guide-form.tsx'
import { usePastedPictures } from './use-pasted-pictures.ts'
import { useSteps } from './use-steps.ts'

/** A guide on the desk: its steps one below the other, pictures from wherever they come. */
export function GuideDesk({ view }: { readonly view: ViewOf<StepGuideRecord> }) {
  const { t } = useTranslation('guides')
  const navigate = useNavigate({ from: '/guides/$id' })
  const place = useRef<HTMLDivElement>(null)
  const draft = useMaterialDraft<StepGuideRecord>(view)
  const { record, form, saver } = draft
  const steps = useSteps(draft)
  const { receiving } = steps
  const putInMeeting = useTaking()
  usePageTitle(record.title || t('page.title'))
  const read = async () => {
    if (await saver.flush()) void navigate({ search: { step: '0' } })
  }
  const present = async () => {
    if (await saver.flush()) void navigate({ to: '/present/$id', params: { id: view.id } })
  }
  const take = async () => {
    if (await saver.flush()) putInMeeting({ reference: { itemId: view.id }, name: record.title })
  }
  useFormKeys(place, {
    undo: draft.undo,
    redo: draft.redo,
    save: () => void saver.flush(),
    finish: steps.addAfterFocused,
  })
  usePastedPictures((files) => steps.take(files, focusedStep()))
  const drop = useDropAnywhere((files) => steps.take(files, undefined))
  return (
    <div className={desk.place} {...drop}>
      <MaterialsTabs />
      <div ref={place} className={layout.desk} data-side="none">
        <MaterialBar title={record.title} draft={draft}>
          <Button type="primary" onClick={() => void read()}>
            {t('bar.read')}
          </Button>
          <Button disabled={record.steps.length === 0} onClick={() => void present()}>
            {t('bar.present')}
          </Button>
          <Button onClick={() => void take()}>{t('bar.take')}</Button>
          <PaperButton id={view.id} title={record.title} whats={['guide', 'slides']} before={() => saver.flush()} />
        </MaterialBar>
        <div className={layout.notices}>
          <SavingNotices draft={draft} />
          {receiving.fraction !== undefined && (
            <SendingLine fraction={receiving.fraction} onCancel={receiving.cancel} />
          )}
          {receiving.error !== null && <ErrorNotice error={receiving.error} />}
          {receiving.refused.map(({ name, reason }) => (
            <p key={name} role="alert" className={layout.notice}>
              {t('picture.refused', { name, reason })}
            </p>
          ))}
          {steps.overfull && (
            <p role="alert" className={layout.notice}>
              {t('picture.full')}
            </p>
          )}
          {steps.removed && (
            <div role="status" className={layout.notice}>
              {t('told.removed', { n: steps.removed.at + 1, name: steps.removed.name || t('told.untitled') })}
              <Button size="small" onClick={draft.undo}>
                {t('told.undo')}
              </Button>
            </div>
          )}
        </div>
        <div className={layout.fields}>
          <GuideForm form={form} steps={steps} />
        </div>
      </div>
    </div>
  )
}

/** The step that is written in. */
function focusedStep(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-step-id]')?.dataset.stepId
}
