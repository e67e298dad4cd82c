const KEY = 'xinhuo-large-type'

/** Adds a button for larger type, remembered where the browser remembers anything. */
export function startTypeSize(): void {
  const place = document.querySelector('.masthead-top')
  if (!place) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'type-size'
  button.textContent = '大字'
  const show = (large: boolean) => {
    document.documentElement.classList.toggle('large-type', large)
    button.setAttribute('aria-pressed', String(large))
  }
  button.addEventListener('click', () => {
    const large = !document.documentElement.classList.contains('large-type')
    show(large)
    remember(large)
  })
  show(remembered())
  place.append(button)
}

/** Some browsers keep nothing for pages opened from a folder. */
function remember(large: boolean): void {
  try {
    localStorage.setItem(KEY, large ? '1' : '')
  } catch {}
}

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) === '1'
  } catch {
    return false
  }
}
