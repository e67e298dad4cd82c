import type { chineseCatalogues } from './language.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: typeof chineseCatalogues
  }
}
