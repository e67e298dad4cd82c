import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownPolicy } from '../../../library/stories/story.schema.ts'
import { ClausePicker } from '../../record-form/clause-picker.tsx'
import { EntryList } from '../../record-form/entry-list.tsx'
import { FormSection } from '../../record-form/form-section.tsx'
import styles from '../../record-form/record-form.module.css'
import { TextField } from '../../record-form/text-field.tsx'
import { useStoryForm } from './story-form-context.ts'

/** The provisions that the story shows in action: found in the library, or written down where they are not there. */
export function PoliciesSection() {
  const { t } = useTranslation('storyForm')
  const form = useStoryForm()
  const [picking, setPicking] = useState(false)
  const add = (policy: ShownPolicy) => {
    form.changeRecord((record) =>
      record.policies.some(({ itemId, anchor }) => itemId === policy.itemId && anchor === policy.anchor)
        ? record
        : { ...record, policies: [...record.policies, policy] },
    )
  }
  return (
    <FormSection title={t('section.policies')} lead={t('section.policiesLead')}>
      <EntryList<ShownPolicy>
        path="policies"
        one={t('policy.one')}
        nameOf={({ title, provision }) => `${title}${provision ?? ''}`}
        keyOf={({ title, provision, anchor }, at) => `${title}${provision}${anchor}${at}`}
        most={50}
        ways={
          <>
            <Button onClick={() => setPicking(true)}>{t('policy.pick')}</Button>
            <Button
              type="text"
              onClick={() => form.change('policies', [...form.record.policies, { title: t('policy.newTitle') }])}
            >
              {t('policy.write')}
            </Button>
          </>
        }
      >
        {(policy, path) => (
          <div className={styles.fields}>
            {policy.itemId ? (
              <p className={`${styles.fileLine} ${styles.whole}`}>
                <Link
                  to="/item/$itemId"
                  params={{ itemId: policy.itemId }}
                  search={{ revision: policy.revision }}
                  {...(policy.anchor && { hash: policy.anchor })}
                >
                  《{policy.title}》{policy.provision}
                </Link>
              </p>
            ) : (
              <>
                <TextField path={`${path}/title`} label={t('policy.title')} maxLength={300} always />
                <TextField
                  path={`${path}/provision`}
                  label={t('policy.provision')}
                  example={t('policy.provisionExample')}
                  maxLength={60}
                />
              </>
            )}
            <TextField
              path={`${path}/note`}
              label={t('policy.note')}
              example={t('policy.noteExample')}
              maxLength={500}
              wide
            />
          </div>
        )}
      </EntryList>
      <ClausePicker open={picking} onClose={() => setPicking(false)} onPick={add} picked={form.record.policies} />
    </FormSection>
  )
}
