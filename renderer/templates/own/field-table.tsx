import { Checkbox, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Meaning } from '../../../library/templates/meanings.ts'
import { type EditableField, FIELD_KINDS } from './editable-fields.ts'
import styles from './own-template.module.css'
import { SHOWN_MEANINGS } from './shown-meanings.ts'

interface FieldTableProps {
  readonly lines: readonly EditableField[]
  readonly onChange: (lines: EditableField[]) => void
  readonly onEnter: (name: string) => void
}

/** The fields of a template, one line each. */
export function FieldTable({ lines, onChange, onEnter }: FieldTableProps) {
  const { t } = useTranslation('templates')
  const set = (path: string, change: Partial<EditableField>) =>
    onChange(lines.map((line) => (line.path === path ? { ...line, ...change } : line)))
  const columns = ['name', 'title', 'type', 'meaning', 'required', 'group'] as const
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`own.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.path} line={line} onChange={(change) => set(line.path, change)} onEnter={onEnter} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface LineProps {
  readonly line: EditableField
  readonly onChange: (change: Partial<EditableField>) => void
  readonly onEnter: (name: string) => void
}

function Line({ line, onChange, onEnter }: LineProps) {
  const { t } = useTranslation(['templates', 'office'])
  const nameOf = (column: 'title' | 'type' | 'meaning' | 'required' | 'group' | 'choices') =>
    `${line.path} ${t(`own.column.${column}`)}`
  return (
    <tr data-column={line.table ? '' : undefined} onFocus={() => onEnter(line.name)}>
      <th scope="row">
        <code>{`{${line.name}}`}</code>
        {line.table && <span className={styles.inTable}>{t('own.inTable', { table: line.table })}</span>}
      </th>
      <td>
        <Input
          id={`line-${line.name}`}
          value={line.title}
          maxLength={100}
          aria-label={nameOf('title')}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </td>
      <td>
        {line.kind === 'table' ? (
          t('own.type.table')
        ) : (
          <>
            <Select
              className={styles.select ?? ''}
              value={line.kind}
              aria-label={nameOf('type')}
              popupMatchSelectWidth={false}
              showSearch={{ optionFilterProp: 'label' }}
              options={FIELD_KINDS.map((kind) => ({ value: kind, label: t(`own.type.${kind}`) }))}
              onChange={(kind) => onChange({ kind })}
            />
            {line.kind === 'choice' && (
              <Input
                value={line.choices}
                aria-label={nameOf('choices')}
                placeholder={t('own.column.choices')}
                onChange={(event) => onChange({ choices: event.target.value })}
              />
            )}
          </>
        )}
      </td>
      <td>
        <Select<Meaning | ''>
          className={styles.select ?? ''}
          value={line.meaning ?? ''}
          aria-label={nameOf('meaning')}
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '' as const, label: t('own.noMeaning') },
            ...SHOWN_MEANINGS.map((meaning) => ({ value: meaning, label: t(`office:meaning.${meaning}`) })),
          ]}
          onChange={(meaning) => onChange({ meaning: meaning || undefined })}
        />
      </td>
      <td className={styles.center}>
        <Checkbox
          checked={line.required}
          aria-label={nameOf('required')}
          onChange={(event) => onChange({ required: event.target.checked })}
        />
      </td>
      <td>
        {!line.table && (
          <Input
            value={line.group}
            maxLength={40}
            aria-label={nameOf('group')}
            onChange={(event) => onChange({ group: event.target.value })}
          />
        )}
      </td>
    </tr>
  )
}
