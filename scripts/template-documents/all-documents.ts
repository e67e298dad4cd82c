import type { TemplateDefinition } from './template-definition.ts'
import { cunminDaibiaoHuiyiJilu } from './templates/cunmin-daibiao-huiyi-jilu.ts'
import { cunwuGongkailan } from './templates/cunwu-gongkailan.ts'
import { dibaoShenqingbiao } from './templates/dibao-shenqingbiao.ts'
import { dubanTongzhi } from './templates/duban-tongzhi.ts'
import { gongshi } from './templates/gongshi.ts'
import { gongzuoJianbao } from './templates/gongzuo-jianbao.ts'
import { han } from './templates/han.ts'
import { huanjingZhengzhiTaizhang } from './templates/huanjing-zhengzhi-taizhang.ts'
import { huiyiJiyao } from './templates/huiyi-jiyao.ts'
import { huiyiTongzhi } from './templates/huiyi-tongzhi.ts'
import { juzhuQingkuangZhengming } from './templates/juzhu-qingkuang-zhengming.ts'
import { linshiJiuzhuShenqingshu } from './templates/linshi-jiuzhu-shenqingshu.ts'
import { pifu } from './templates/pifu.ts'
import { qingkuangShuoming } from './templates/qingkuang-shuoming.ts'
import { qingshi } from './templates/qingshi.ts'
import { renminTiaojieXieyishu } from './templates/renmin-tiaojie-xieyishu.ts'
import { ruhuZoufangJilu } from './templates/ruhu-zoufang-jilu.ts'
import { xinfangDafuYijianshu } from './templates/xinfang-dafu-yijianshu.ts'
import { xinfangShouliGaozhishu } from './templates/xinfang-shouli-gaozhishu.ts'
import { zhaijidiShenqingbiao } from './templates/zhaijidi-shenqingbiao.ts'
import { zhenggaiTongzhishu } from './templates/zhenggai-tongzhishu.ts'
import { zhibanbiao } from './templates/zhibanbiao.ts'

/** Every template the starter channel carries. */
export const allTemplateDocuments: readonly TemplateDefinition[] = [
  zhaijidiShenqingbiao,
  dibaoShenqingbiao,
  linshiJiuzhuShenqingshu,
  xinfangShouliGaozhishu,
  xinfangDafuYijianshu,
  renminTiaojieXieyishu,
  huiyiTongzhi,
  huiyiJiyao,
  qingshi,
  han,
  pifu,
  gongshi,
  qingkuangShuoming,
  gongzuoJianbao,
  dubanTongzhi,
  cunminDaibiaoHuiyiJilu,
  cunwuGongkailan,
  juzhuQingkuangZhengming,
  ruhuZoufangJilu,
  zhibanbiao,
  zhenggaiTongzhishu,
  huanjingZhengzhiTaizhang,
]
