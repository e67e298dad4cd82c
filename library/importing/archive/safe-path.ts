/**
 * A path from an archive or from front matter, as parts below a root.
 * @returns undefined for anything that could lead elsewhere: absolute, with a drive or `..`, or with characters no path has
 */
export function safeParts(path: string): string[] | undefined {
  if (path.length > 1000 || path.includes('\0')) return undefined
  const slashed = path.replaceAll('\\', '/')
  if (slashed.startsWith('/') || /^[A-Za-z]:/.test(slashed)) return undefined
  const parts = slashed.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.length === 0 || parts.length > 64 || parts.some((part) => part === '..' || /^\.\.[ .]*$/.test(part)))
    return undefined
  return parts
}
