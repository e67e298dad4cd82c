import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'

interface RowsIntoProps {
  readonly tables: readonly string[]
  readonly table: string | undefined
  readonly onChange: (table: string | undefined) => void
}

/** A document for each row, or all rows into a table of one; nothing to choose where the template has no table. */
export function RowsInto({ tables, table, onChange }: RowsIntoProps) {
  const { t } = useTranslation('office')
  if (tables.length === 0) return null
  return (
    <Radio.Group
      aria-label={t('batch.into')}
      value={table ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : String(event.target.value))}
      options={[
        { value: '', label: t('batch.each') },
        ...tables.map((name) => ({ value: name, label: t('batch.table', { table: name }) })),
      ]}
    />
  )
}
