// The package's own door also opens what only tests use, with a validator that is not here.
import Form from '@rjsf/core/lib/components/Form.js'
import type { ObjectFieldTemplateProps, RegistryFieldsType, TemplatesType, UiSchema, ValidatorType } from '@rjsf/utils'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { TableField } from '../fields/table-field.tsx'
import { ValueField } from '../fields/value-field.tsx'
import { useFormDesk } from './form-desk-context.ts'
import { fieldGroups, formSchema } from './form-schema.ts'
import styles from './generated-form.module.css'
import { holds } from './required-now.ts'
import { type FormSubject, subjectsOf } from './subject-fields.ts'

/**
 * The service checks, with the same rules as for a spreadsheet of a thousand rows and as before saving; here only what
 * the generator itself asks of a schema is answered.
 */
const validator: ValidatorType = {
  isValid: (schema, data) => holds(schema, data),
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  rawValidation: () => ({ errors: [] }),
}

const fields: RegistryFieldsType = {
  StringField: ValueField,
  NumberField: ValueField,
  BooleanField: ValueField,
  ArrayField: TableField,
}

const templates: Partial<Omit<TemplatesType, 'ButtonTemplates'>> = {
  FieldTemplate: ({ children }) => children,
  ObjectFieldTemplate: Groups,
}

const uiSchema: UiSchema = { 'ui:submitButtonOptions': { norender: true } }

/** The form of a template, generated from its schema; each field takes its value from the desk. */
export function GeneratedForm() {
  const { schema, required, shown } = useFormDesk()
  const forForm = useMemo(() => formSchema(schema, required), [schema, required])
  return (
    <Form
      schema={forForm}
      uiSchema={uiSchema}
      validator={validator}
      fields={fields}
      templates={templates}
      formData={shown}
      tagName="div"
      noHtml5Validate
      noValidate
      showErrorList={false}
      experimental_defaultFormStateBehavior={{
        arrayMinItems: { populate: 'never' },
        emptyObjectFields: 'skipDefaults',
      }}
    >
      {/* The desk finishes a form; there is nothing to submit. */}
      <span hidden />
    </Form>
  )
}

/** The sections of the form, each with those it is about. */
function Groups({ properties }: ObjectFieldTemplateProps) {
  const { t } = useTranslation('templates')
  const { schema, chooseSubject } = useFormDesk()
  const groups = fieldGroups(schema, t('form.otherFields'))
  const subjects = subjectsOf(schema)
  const content = new Map(properties.map((property) => [property.name, property.content]))
  return groups.map((group) => {
    const here = subjects.filter(({ fields: [first] }) => first && group.names.includes(first.name))
    return (
      <section key={group.title} className={styles.group} data-group="" aria-label={group.title || t('form.fields')}>
        <div className={styles.head}>
          <h2 className={styles.title}>{group.title}</h2>
          {here.map((subject) => (
            <Button key={subject.subject} size="small" onClick={() => chooseSubject(subject)}>
              {t('subject.choose', { who: subjectName(subject, t) })}
            </Button>
          ))}
        </div>
        <div className={styles.fields}>
          {group.names.map((name) => (
            <Slot key={name}>{content.get(name)}</Slot>
          ))}
        </div>
      </section>
    )
  })
}

function Slot({ children }: { readonly children: React.ReactNode }) {
  return children
}

function subjectName({ subject, kind }: FormSubject, t: ReturnType<typeof useTranslation<'templates'>>['t']): string {
  return subject || t(`subject.${kind}`)
}
