import { Button, Input } from 'antd'
import { type ClipboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icon.tsx'
import { isCells } from '../../templates/fields/pasted-rows.ts'
import { pasteVillages } from './pasted-villages.ts'
import styles from './unit-page.module.css'
import { emptyVillage, type VillageRow } from './unit-profile.ts'

const columns = ['name', 'groups', 'secretary', 'phone'] as const

interface VillageTableProps {
  readonly villages: readonly VillageRow[]
  readonly onChange: (villages: readonly VillageRow[]) => void
}

/** The unit's villages, one line each; lines copied in a spreadsheet can be pasted anywhere in it. */
export function VillageTable({ villages, onChange }: VillageTableProps) {
  const { t } = useTranslation('office')
  const table = useRef<HTMLDivElement>(null)
  const change = (key: string, part: Partial<VillageRow>) =>
    onChange(villages.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const add = () => {
    onChange([...villages, emptyVillage()])
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>('tbody tr:last-child input')?.focus())
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!isCells(text)) return
    event.preventDefault()
    onChange(pasteVillages(villages, text))
  }
  return (
    <section
      ref={table}
      className={styles.section}
      aria-label={t('villages.title', { n: villages.length })}
      onPaste={onPaste}
    >
      <h2 className={styles.legend}>{t('villages.title', { n: villages.length })}</h2>
      <p className={styles.hint}>{t('villages.hint')}</p>
      {villages.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                {t('villages.number')}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`villages.${column}`)}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{t('villages.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {villages.map((row, at) => (
              <tr key={row.key}>
                <td className={styles.number}>{at + 1}</td>
                {columns.map((column) => (
                  <td key={column} className={styles[column]}>
                    <Input
                      variant="borderless"
                      value={row[column]}
                      maxLength={column === 'groups' ? 2000 : 60}
                      autoComplete="off"
                      spellCheck={false}
                      aria-label={t('villages.cell', { n: at + 1, column: t(`villages.${column}`) })}
                      placeholder={t(`villages.examples.${column}`)}
                      onChange={(event) => change(row.key, { [column]: event.target.value })}
                      onPressEnter={(event) => {
                        event.preventDefault()
                        if (!event.nativeEvent.isComposing && at === villages.length - 1) add()
                      }}
                    />
                  </td>
                ))}
                <td>
                  <Button
                    type="text"
                    icon={<Icon name="close" />}
                    aria-label={t('villages.removeOf', { name: row.name || at + 1 })}
                    title={t('villages.remove')}
                    onClick={() => onChange(villages.filter(({ key }) => key !== row.key))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.actions}>
        <Button onClick={add}>{t('villages.add')}</Button>
      </div>
    </section>
  )
}
