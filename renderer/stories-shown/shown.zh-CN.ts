/** What stories in everyday use say, in Chinese. */
export const shownZhCN = {
  acting: { label: '现在操作的是', nobody: '本机（不具名）' },
  today: {
    title: '今天的故事',
    read: '读这个故事',
    large: '大图阅读',
    hide: '今天不看',
    hideAlways: '首页不再放故事',
    hidden: '首页不再放故事了，可以在设置里打开。',
    back: '首页放一个故事',
  },
  clause: { stories: '用到这一条的故事（{{n}}）', storiesOfText: '用到这份政策的故事（{{n}}）' },
  story: { clauses: '故事里用到的条文（{{n}}）', notHeld: '资料库里没有这一条' },
} as const
