/** The name the service gave a file (Content-Disposition, RFC 6266), the international one first. */
export function receivedName(answer: Response): string | undefined {
  const disposition = answer.headers.get('content-disposition') ?? ''
  const international = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  try {
    if (international !== undefined) return decodeURIComponent(international)
  } catch (cause) {
    console.warn('A file came with a name that cannot be read', cause)
  }
  return /filename="([^"]+)"/i.exec(disposition)?.[1]
}
