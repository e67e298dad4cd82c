/** What the home desk says, in Chinese. */
export const homeZhCN = {
  title: '首页',
  question: '想查什么？',
  examples: '试试',
  exampleWords: '宅基地|低保 申请|盖房子要什么手续|信访 答复|土地管理法 第六十二条',
  kinds: '资料分类',
  items: '{{n}} 条',
  topics: '主题',
  recent: '最近阅读',
  favourites: '收藏',
  newest: '新收入的资料',
  all: '全部',
  jobs: '正在进行',
  emptyRecent: '读过的条文会列在这里，只记在本机，可以在设置里关闭。',
  emptyFavourites: '读到常用的条文，点“收藏”，下次从这里直接打开。',
  emptyNewest: '把文件或文件夹拖进窗口，就能收进资料库。支持 Word、PDF、网页和文本。',
} as const
