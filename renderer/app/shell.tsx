import { Outlet, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icon.tsx'
import { ImportDeskProvider } from '../importing/import-desk-context.tsx'
import { WindowDrop } from '../importing/window-drop.tsx'
import { TakingPlace } from '../meetings/taking/taking-place.tsx'
import { SearchBox } from '../search/search-box.tsx'
import { StickNotice } from '../updates/stick-notice.tsx'
import { KeyHelp } from './key-help.tsx'
import { Rail } from './rail.tsx'
import { RouteAnnouncer } from './route-announcer.tsx'
import styles from './shell.module.css'
import { useDesktopCommands } from './use-desktop-commands.ts'
import { useWindowKeys } from './use-window-keys.ts'

/** The frame around every desk: rail, search box, and the desk in `main`. */
export function Shell() {
  const { t } = useTranslation()
  const [helpShown, setHelpShown] = useState(false)
  const atHome = useLocation({ select: (place) => place.pathname === '/' })
  useWindowKeys({ onHelp: () => setHelpShown(true) })
  useDesktopCommands({ onHelp: () => setHelpShown(true) })
  return (
    <ImportDeskProvider>
      <div className={styles.shell}>
        <button type="button" className={styles.skip} onClick={() => document.getElementById('main')?.focus()}>
          {t('shell.skip')}
        </button>
        <Rail />
        <header className={styles.top}>
          {!atHome && (
            <>
              <button
                type="button"
                className={styles.iconButton}
                aria-label={t('shell.back')}
                onClick={() => history.back()}
              >
                <Icon name="back" />
              </button>
              <div className={styles.search}>
                <SearchBox />
              </div>
            </>
          )}
          <button
            type="button"
            className={`${styles.iconButton} ${styles.topEnd}`}
            aria-label={t('shell.keys')}
            title={`${t('shell.keys')} (?)`}
            onClick={() => setHelpShown(true)}
          >
            <Icon name="keyboard" />
          </button>
        </header>
        <StickNotice />
        <main id="main" tabIndex={-1} className={styles.main}>
          <TakingPlace>
            <Outlet />
          </TakingPlace>
        </main>
        <RouteAnnouncer />
        <WindowDrop />
        <KeyHelp open={helpShown} onClose={() => setHelpShown(false)} />
      </div>
    </ImportDeskProvider>
  )
}
