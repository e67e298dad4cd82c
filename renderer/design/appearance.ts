import type { Settings } from '../../library/settings/settings.schema.ts'

export type Appearance = Pick<Settings, 'theme' | 'textSize' | 'language'>

const storageKey = 'xinhuo.appearance'
const standard: Appearance = { theme: 'system', textSize: 'standard', language: 'zh-CN' }

/** The appearance of the last time, so that the first paint is right before the service has answered. */
export function rememberedAppearance(): Appearance {
  try {
    return { ...standard, ...(JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Appearance>) }
  } catch {
    return standard
  }
}

/** Puts theme and text size on the page, and remembers them. */
export function applyAppearance(appearance: Appearance, systemIsDark: boolean): void {
  const dark = appearance.theme === 'dark' || (appearance.theme === 'system' && systemIsDark)
  const { dataset } = document.documentElement
  dataset.theme = dark ? 'dark' : 'light'
  dataset.text = appearance.textSize
  const { theme, textSize, language } = appearance
  localStorage.setItem(storageKey, JSON.stringify({ theme, textSize, language }))
}
