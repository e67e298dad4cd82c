import type { Session } from 'electron'

const allowed: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen', 'screen-wake-lock'])

/** Copying text, going full screen and keeping the screen on while stories are shown are all that the interface ever needs; the rest is refused. */
export function isAllowed(permission: string): boolean {
  return allowed.has(permission)
}

export type PermissionSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
>

export function refusePermissions(session: PermissionSession, isOwnPage: (url: string) => boolean): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isAllowed(permission) && isOwnPage(details.requestingUrl ?? ''))
  })
  session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission) && isOwnPage(origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
}
