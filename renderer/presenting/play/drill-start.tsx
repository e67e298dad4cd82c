import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrillRecord, DrillRole } from '../../../library/meetings/drills/drill.schema.ts'
import { saveFile } from '../../feedback/save-file.ts'
import { materialAddress } from '../../materials/material-queries.ts'
import { send } from '../../service/client.ts'
import frame from '../deck-frame.module.css'
import styles from './drill-play.module.css'
import { SaidWords } from './said-words.tsx'

interface DrillStartProps {
  readonly drill: DrillRecord
  readonly rolesOf: string | undefined
  /** The roles that somebody here plays, by their ids. */
  readonly mine: ReadonlySet<string>
  readonly onMine: (roleId: string) => void
}

/** Where it happens and who takes part. What only a player knows is on the role cards, never on the screen. */
export function DrillStart({ drill, rolesOf, mine, onMine }: DrillStartProps) {
  const { t } = useTranslation('presenting')
  return (
    <div className={styles.words}>
      <h2 tabIndex={-1}>{t('play.setting')}</h2>
      {drill.summary && <p className={styles.quiet}>{drill.summary}</p>}
      <SaidWords text={drill.setting} />
      {drill.roles.length > 0 && (
        <section className={styles.part}>
          <h3>{t('play.roles')}</h3>
          <ul className={styles.roles}>
            {drill.roles.map((role) => (
              <Role key={role.id} role={role} mine={mine.has(role.id)} onMine={() => onMine(role.id)} />
            ))}
          </ul>
          {rolesOf !== undefined && <PrintRoles materialId={rolesOf} title={drill.title} />}
        </section>
      )}
    </div>
  )
}

interface RoleProps {
  readonly role: DrillRole
  readonly mine: boolean
  readonly onMine: () => void
}

function Role({ role: { name, about, secret }, mine, onMine }: RoleProps) {
  const { t } = useTranslation('presenting')
  return (
    <li className={styles.role}>
      <strong>{name}</strong>
      {about && <SaidWords text={about} />}
      {secret && <p className={styles.quiet}>{t('play.secret')}</p>}
      <button
        type="button"
        className={frame.button}
        aria-pressed={mine}
        aria-label={`${t('play.mine')}：${name}`}
        onClick={onMine}
      >
        {t('play.mine')}
      </button>
    </li>
  )
}

function PrintRoles({ materialId, title }: { readonly materialId: string; readonly title: string }) {
  const { t } = useTranslation('presenting')
  const [failed, setFailed] = useState<string>()
  const print = async () => {
    try {
      const cards = await send('GET', `${materialAddress(materialId)}/files/roles?format=docx`)
      saveFile(await cards.blob(), `${title} ${t('play.roles')}.docx`)
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <p>
      <button type="button" className={frame.button} onClick={() => void print()}>
        {t('play.printRoles')}
      </button>{' '}
      {failed && <span role="alert">{failed}</span>}
    </p>
  )
}
