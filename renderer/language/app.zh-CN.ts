/** What the window says, in Chinese. Chinese comes first: the English catalogue has its keys. */
export const appZhCN = {
  name: '薪火',
  nav: {
    label: '主导航',
    home: '首页',
    search: '检索',
    library: '资料库',
    favourites: '收藏与批注',
    import: '导入',
    settings: '设置',
  },
  shell: {
    skip: '跳到正文',
    back: '返回',
    keys: '键盘操作',
    arrived: '已打开：{{title}}',
    loading: '正在打开…',
  },
  searchBox: {
    label: '检索资料',
    placeholder: '输入事项、条文、文号，如：宅基地、低保 申请、国发12号',
    submit: '检索',
    clear: '清空',
    suggestions: '标题建议',
    all: '检索“{{query}}”的全部内容',
    count: '有 {{count}} 条标题建议',
  },
  kind: { policy: '政策', template: '文书', story: '故事', guide: '指南' },
  kindHint: {
    policy: '法律法规、文件与解读',
    template: '表格、申请书、通知',
    story: '基层怎么做成的',
    guide: '一步一步怎么办',
  },
  validity: {
    'in-force': '现行',
    'not-yet': '尚未生效',
    amended: '已修改',
    repealed: '已废止',
    expired: '失效',
  },
  validityLabel: '时效：{{validity}}',
} as const
