/** A name within a folder, with the separator that the folder's path uses. */
export function joinPath(folder: string, name: string): string {
  const separator = /^[A-Za-z]:|^\\\\/.test(folder) && !folder.includes('/') ? '\\' : '/'
  return folder.replace(/[\\/]+$/, '') + separator + name
}
