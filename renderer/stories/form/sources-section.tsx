import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StorySource } from '../../../library/stories/story.schema.ts'
import { Icon } from '../../design/icon.tsx'
import { sizeText } from '../../design/size-text.ts'
import { saveFile } from '../../feedback/save-file.ts'
import { ChoiceField } from '../../record-form/choice-field.tsx'
import { DateField } from '../../record-form/date-field.tsx'
import { EntryList } from '../../record-form/entry-list.tsx'
import { FormSection } from '../../record-form/form-section.tsx'
import styles from '../../record-form/record-form.module.css'
import { freshId } from '../../record-form/record-path.ts'
import { TextField } from '../../record-form/text-field.tsx'
import { fetchBlob } from '../../service/client.ts'
import { useActingPerson } from '../person/use-acting-person.ts'
import { SourceFiles } from './source-files.tsx'
import { useStoryForm } from './story-form-context.ts'
import { StoryFormProvider } from './story-form-provider.tsx'

const types = ['interview', 'document', 'register', 'media-report', 'own-experience', 'other'] as const

/** Where the story is known from, and who has looked whether it is so. */
export function SourcesSection() {
  const { t } = useTranslation('storyForm')
  const form = useStoryForm()
  const { sources } = form.record
  return (
    <FormSection title={t('section.sources')} lead={t('section.sourcesLead')}>
      <EntryList<StorySource>
        path="sources"
        one={t('source.one')}
        nameOf={({ title }) => title}
        keyOf={({ id }) => id}
        most={100}
        empty={t('source.none')}
        fresh={() => ({ id: freshId('s', sources), title: '', type: 'interview' })}
        ways={<SourceFiles />}
      >
        {(source, path) => (
          <>
            <div className={styles.fields}>
              <TextField
                path={`${path}/title`}
                label={t('source.title')}
                example={t('source.titleExample')}
                maxLength={300}
                wide
                always
              />
              <ChoiceField
                path={`${path}/type`}
                label={t('source.type')}
                choices={types.map((value) => ({ value, label: t(`source.types.${value}`) }))}
              />
              <TextField
                path={`${path}/from`}
                label={t('source.from')}
                example={t('source.fromExample')}
                maxLength={100}
              />
              <DateField path={`${path}/on`} label={t('source.on')} />
              <TextField path={`${path}/note`} label={t('source.note')} maxLength={1000} />
            </div>
            {source.file && <SourceFile file={source.file} />}
            <StoryFormProvider form={{ ...form, readOnly: form.readOnly && form.verifying !== true }}>
              <Verified source={source} path={path} />
            </StoryFormProvider>
          </>
        )}
      </EntryList>
    </FormSection>
  )
}

function SourceFile({ file }: { readonly file: NonNullable<StorySource['file']> }) {
  const { t } = useTranslation('storyForm')
  const save = async () => saveFile(await fetchBlob(file.sha256), file.name)
  return (
    <p className={styles.fileLine}>
      <Icon name="file" /> {file.name} <span className={styles.subtle}>{sizeText(file.size)}</span>
      <Button size="small" type="text" onClick={() => void save()} aria-label={t('source.saveOf', { name: file.name })}>
        {t('source.save')}
      </Button>
      <span className={styles.subtle}>
        {t('source.hash')} <code>{file.sha256.slice(0, 12)}</code>
      </span>
    </p>
  )
}

/** Whether somebody has looked at the source itself, and how. */
function Verified({ source, path }: { readonly source: StorySource; readonly path: string }) {
  const { t } = useTranslation('storyForm')
  const form = useStoryForm()
  const person = useActingPerson()
  if (!source.verified) {
    return form.readOnly ? (
      <p className={styles.subtle}>{t('source.notVerified')}</p>
    ) : (
      <p className={styles.fileLine}>
        <span className={styles.subtle}>{t('source.notVerified')}</span>
        <Button
          size="small"
          onClick={() => form.change(`${path}/verified`, { by: person?.name ?? t('source.computer'), on: form.today })}
        >
          {t('source.verify')}
        </Button>
      </p>
    )
  }
  return (
    <div className={styles.fields}>
      <TextField path={`${path}/verified/by`} label={t('source.verifiedBy')} maxLength={60} always />
      <DateField path={`${path}/verified/on`} label={t('source.verifiedOn')} day />
      <TextField
        path={`${path}/verified/how`}
        label={t('source.verifiedHow')}
        example={t('source.verifiedExample')}
        maxLength={500}
      />
      {!form.readOnly && (
        <Button type="text" size="small" onClick={() => form.change(`${path}/verified`, undefined)}>
          {t('source.unverify')}
        </Button>
      )}
    </div>
  )
}
