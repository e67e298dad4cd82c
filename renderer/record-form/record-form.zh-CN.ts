/** The fields of records' forms, in Chinese; the shape that every other language must have. */
export const recordFormZhCN = {
  comment: '批注所选文字',
  words: { write: '写好按回车，可以写几个。', none: '没有可选的。' },
  date: {
    example: '如 2025年3月，或 2025',
    dayExample: '如 2025年3月5日',
    wrong: '没看懂这个时间。可以写 2025、2025年3月 或 2025年3月5日。',
    dayWrong: '请写到日，如 2025年3月5日。',
  },
  entry: {
    place: '{{one}} {{n}}',
    add: '加一个{{one}}',
    remove: '去掉',
    removeOf: '去掉：{{name}}',
    upOf: '上移：{{name}}',
    downOf: '下移：{{name}}',
  },
  read: {
    certain: '读自原文：',
    likely: '猜自原文，请看对不对：',
    confirm: '对',
    confirmOf: '确认：{{label}}',
  },
  clause: {
    pickTitle: '选条文',
    find: '检索政策条文',
    findExample: '事项、条文或标题，如：宅基地 审批、土地管理法第六十二条',
    findNone: '没有找到，换个说法试试。',
    findFound: '{{n}} 份政策',
    whole: '选整份',
    take: '选这条',
    takeOf: '{{what}}：{{name}}',
    taken: '已选',
  },
} as const
