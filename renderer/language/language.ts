import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { homeEn } from '../home/home.en.ts'
import { homeZhCN } from '../home/home.zh-CN.ts'
import { readingEn } from '../reading/reading.en.ts'
import { readingZhCN } from '../reading/reading.zh-CN.ts'
import { searchEn } from '../search/search.en.ts'
import { searchZhCN } from '../search/search.zh-CN.ts'
import { appEn } from './app.en.ts'
import { appZhCN } from './app.zh-CN.ts'

export type Language = 'zh-CN' | 'en'

/** Namespaces: `app` for the whole window, and one for each desk large enough to want its own. */
export const chineseCatalogues = { app: appZhCN, home: homeZhCN, reading: readingZhCN, search: searchZhCN } as const

export async function startLanguage(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    defaultNS: 'app',
    resources: { 'zh-CN': chineseCatalogues, en: { app: appEn, home: homeEn, reading: readingEn, search: searchEn } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = language
}

export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}
