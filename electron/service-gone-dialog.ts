import type { App, Dialog } from 'electron'
import type { ServiceFailure } from './service-reports.ts'
import type { ShellTexts } from './shell-texts.ts'

/** Says plainly that the service is gone and why, and lets the person open the app again or leave. */
export async function tellServiceGone(
  desktop: { readonly app: Pick<App, 'relaunch' | 'exit'>; readonly dialog: Pick<Dialog, 'showMessageBox'> },
  texts: ShellTexts,
  failure: ServiceFailure | undefined,
): Promise<void> {
  const why = failure && [failure.why, failure.todo].filter(Boolean).join('')
  const answer = await desktop.dialog.showMessageBox({
    type: 'error',
    title: texts.productName,
    message: failure?.what ?? texts.serviceFailed,
    detail: why || texts.serviceFailedDetail,
    buttons: [texts.restart, texts.exit],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  if (answer.response === 0) desktop.app.relaunch()
  desktop.app.exit(answer.response === 0 ? 0 : 1)
}
