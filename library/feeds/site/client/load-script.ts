const loading = new Map<string, Promise<void>>()

/** Loads a file of the site as a script: a page opened from a folder may fetch nothing else. */
export function loadScript(address: string): Promise<void> {
  let known = loading.get(address)
  if (!known) {
    known = new Promise((resolve, reject) => {
      const script = document.createElement('script')
      script.src = address
      script.onload = () => resolve()
      script.onerror = () => {
        loading.delete(address)
        reject(new Error(address))
      }
      document.head.append(script)
    })
    loading.set(address, known)
  }
  return known
}
