import type { chineseCatalogues } from './catalogues.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: typeof chineseCatalogues
  }
}
