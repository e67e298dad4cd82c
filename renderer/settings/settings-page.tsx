import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../design/error-notice.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import { Page } from '../design/page.tsx'
import { OfficeSection } from '../office/office-section.tsx'
import { AboutSection } from './about-section.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { BackupSection } from './backup-section.tsx'
import { DoctorSection } from './doctor-section.tsx'
import { ExportSection } from './export-section.tsx'
import { PublishingSection } from './publishing-section.tsx'
import { ReadingSection } from './reading-section.tsx'
import { useAbout } from './use-about.ts'
import { useChangeSettings, useSettings } from './use-settings.ts'

export function SettingsPage() {
  const { t } = useTranslation('settings')
  const settings = useSettings()
  const change = useChangeSettings()
  const about = useAbout()
  return (
    <Page title={t('title')}>
      {change.isError && <ErrorNotice error={change.error} />}
      {settings.isPending && <LoadingNotice />}
      {settings.isError && <ErrorNotice error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data && (
        <>
          <AppearanceSection settings={settings.data} onChange={change.mutate} />
          <ReadingSection settings={settings.data} onChange={change.mutate} />
          <BackupSection settings={settings.data} onChange={change.mutate} />
        </>
      )}
      <OfficeSection />
      {/* On an office's intranet the folder would be on the server, not with the person. */}
      {about.data?.shell !== 'serve' && <ExportSection />}
      {about.data?.shell !== 'serve' && <PublishingSection />}
      <DoctorSection />
      <AboutSection />
    </Page>
  )
}
