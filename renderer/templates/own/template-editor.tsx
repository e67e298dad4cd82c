import { Button, Input, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProposedTemplate, TemplateView } from '../../../library/templates/template-view.ts'
import { EmptyNotice } from '../../design/empty-notice.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { useArrivalFocus } from '../../design/use-arrival-focus.ts'
import { ProblemPlace } from '../page/problem-list.tsx'
import { DocumentPreview } from '../preview/document-preview.tsx'
import { BlankList } from './blank-list.tsx'
import { type EditableField, editableFields, keepChoices, schemaOf } from './editable-fields.ts'
import { FieldTable } from './field-table.tsx'
import { FilePlace } from './file-place.tsx'
import styles from './own-template.module.css'
import { blanksAtFirst, blanksToKeep, schemaWithBlanks } from './taken-blanks.ts'
import { proposeTemplate, useSaveTemplate } from './use-own-template.ts'

interface TemplateEditorProps {
  readonly file: File
  readonly proposed: ProposedTemplate
  /** The template that gets a new revision. */
  readonly template?: TemplateView | undefined
}

/** A document's fields in a plain table, beside how it looks. */
export function TemplateEditor({ file: given, proposed, template }: TemplateEditorProps) {
  const { t } = useTranslation('templates')
  const [opened, setOpened] = useState({ file: given, proposed })
  const [title, setTitle] = useState(proposed.title)
  const [description, setDescription] = useState(template?.description ?? '')
  const [topics, setTopics] = useState<readonly string[]>(template?.topics ?? [])
  const [posts, setPosts] = useState<readonly string[]>(template?.posts ?? [])
  const [taken, setTaken] = useState(() => blanksAtFirst(proposed))
  const [edited, setEdited] = useState<readonly EditableField[]>([])
  const [current, setCurrent] = useState<string>()
  const [nameless, setNameless] = useState(false)
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const save = useSaveTemplate()
  const { problems, blanks } = opened.proposed
  const schema = useMemo(() => schemaWithBlanks(opened.proposed, taken), [opened, taken])
  const lines = useMemo(() => keepChoices(editableFields(schema), edited), [schema, edited])
  const noted = useMemo(() => problems.map(({ quote }) => quote), [problems])

  const replace = async (file: File) => {
    const next = await proposeTemplate(file)
    setOpened({ file, proposed: next })
    setTaken(blanksAtFirst(next))
  }
  const keep = () => {
    if (title.trim() === '') {
      setNameless(true)
      document.getElementById('template-title')?.focus()
      return
    }
    save.mutate({
      file: opened.file,
      definition: {
        title: title.trim(),
        ...(description.trim() !== '' && { description: description.trim() }),
        topics,
        posts,
        schema: schemaOf(schema, lines),
        ...(Object.keys(taken).length > 0 && { blanks: blanksToKeep(taken) }),
        ...(template && { itemId: template.itemId, samples: template.samples }),
      },
    })
  }
  return (
    <div className={styles.editor}>
      <div className={styles.form}>
        <div className={styles.row}>
          <label htmlFor="template-title">{t('own.name')}</label>
          <Input
            id="template-title"
            value={title}
            maxLength={100}
            status={nameless && title.trim() === '' ? 'error' : ''}
            aria-describedby={nameless ? 'template-title-missing' : undefined}
            onChange={(event) => setTitle(event.target.value)}
          />
          {nameless && title.trim() === '' && (
            <p id="template-title-missing" role="alert" className={styles.refused}>
              {t('own.nameMissing')}
            </p>
          )}
        </div>
        <div className={styles.row}>
          <label htmlFor="template-description">{t('own.description')}</label>
          <Input
            id="template-description"
            value={description}
            maxLength={500}
            onChange={(event) => setDescription(event.target.value)}
          />
        </div>
        <div className={styles.pair}>
          <div className={styles.row}>
            <label htmlFor="template-topics">{t('own.topics')}</label>
            <Select
              id="template-topics"
              mode="tags"
              value={[...topics]}
              open={false}
              suffixIcon={null}
              tokenSeparators={['、', '，', ',', ' ']}
              onChange={setTopics}
            />
          </div>
          <div className={styles.row}>
            <label htmlFor="template-posts">{t('own.posts')}</label>
            <Select
              id="template-posts"
              mode="tags"
              value={[...posts]}
              open={false}
              suffixIcon={null}
              tokenSeparators={['、', '，', ',', ' ']}
              onChange={setPosts}
            />
          </div>
        </div>
        <h2 ref={heading} tabIndex={-1} className={styles.heading}>
          {t('own.fields')}
        </h2>
        {problems.length > 0 && (
          <section className={styles.problems} aria-label={t('own.problems', { n: problems.length })}>
            <p>{t('own.problems', { n: problems.length })}</p>
            <ul>
              {problems.map((problem) => (
                <li key={`${problem.code} ${problem.part} ${problem.paragraph} ${problem.quote}`}>
                  {problem.says}
                  <ProblemPlace problem={problem} />
                  {problem.likely && <span className={styles.likely}>{t('own.likely', { name: problem.likely })}</span>}
                </li>
              ))}
            </ul>
          </section>
        )}
        {lines.length === 0 ? (
          <EmptyNotice title={t('own.noFields')}>
            <p>{t('own.noFieldsHow')}</p>
          </EmptyNotice>
        ) : (
          <>
            <p className={styles.hint}>{t('own.fieldsHint')}</p>
            <FieldTable lines={lines} onChange={setEdited} onEnter={setCurrent} />
          </>
        )}
        <BlankList blanks={blanks} taken={taken} onChange={setTaken} />
        {save.isError && <ErrorNotice error={save.error} onRetry={keep} />}
        <div className={styles.actions}>
          <Button type="primary" size="large" loading={save.isPending} onClick={keep}>
            {t(template ? 'own.saveNew' : 'own.save')}
          </Button>
          <FilePlace onOpen={replace} />
        </div>
      </div>
      <div className={styles.preview}>
        <DocumentPreview
          label={t('own.preview')}
          docx={opened.file}
          placeholders
          current={current}
          noted={noted}
          onField={(name) => document.getElementById(`line-${name}`)?.focus()}
        />
      </div>
    </div>
  )
}
