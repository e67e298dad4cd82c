/**
 * Puts text on the clipboard, with its form for text processors. Where the clipboard's interface is
 * missing, as at an office's intranet address, or refuses, the page copies as a key press would.
 * @throws {Error} the browser refused both
 */
export async function copyRichText({ plain, html }: { readonly plain: string; readonly html: string }): Promise<void> {
  if (navigator.clipboard && typeof ClipboardItem !== 'undefined') {
    const form = (type: string, text: string) => ({ [type]: new Blob([text], { type }) })
    try {
      await navigator.clipboard.write([new ClipboardItem({ ...form('text/plain', plain), ...form('text/html', html) })])
      return
    } catch (error) {
      console.warn('The clipboard refused, so the page copies', error)
    }
  }
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', plain)
    event.clipboardData?.setData('text/html', html)
    event.preventDefault()
  }
  document.addEventListener('copy', onCopy, { once: true })
  const copied = document.execCommand('copy')
  document.removeEventListener('copy', onCopy)
  if (!copied) throw new Error('The browser refused to copy')
}
