import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { chineseCatalogues, englishCatalogues } from './catalogues.ts'

export type Language = 'zh-CN' | 'en'

export async function startLanguage(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    defaultNS: 'app',
    resources: { 'zh-CN': chineseCatalogues, en: englishCatalogues },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = language
}

export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}
