import type { Messages } from '../language/messages.ts'
import type { homeZhCN } from './home.zh-CN.ts'

/** What the home desk says, in English. */
export const homeEn: Messages<typeof homeZhCN> = {
  title: 'Home',
  question: 'What are you looking for?',
  examples: 'Try',
  exampleWords: '宅基地|低保 申请|盖房子要什么手续|信访 答复|土地管理法 第六十二条',
  kinds: 'Kinds',
  items: 'Items: {{n}}',
  topics: 'Topics',
  recent: 'Recently read',
  favourites: 'Favourites',
  newest: 'Newly added',
  all: 'All',
  jobs: 'In progress',
  recovery: {
    what: 'The library file was damaged and has been kept aside.',
    restored: 'What you see comes from the backup “{{restored}}”; what came in later may have to be imported again.',
    notRestored: 'There was no usable backup: this is a new library. Please import your files again.',
    kept: 'The damaged file is in “{{place}}” in the library’s folder; nothing was deleted.',
    toSettings: 'See backups and check',
  },
  emptyRecent: 'What you read is listed here, on this machine only. You can turn this off in Settings.',
  emptyFavourites: 'Choose “Favourite” on a passage you use often, and open it from here next time.',
  emptyNewest: 'Drop files or a folder onto the window to add them. Word, PDF, web pages and text are read.',
}
