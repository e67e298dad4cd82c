import type { TemplateDefinition } from './template-definition.ts'
import { anquanJianchaJilu } from './templates/anquan-jiancha-jilu.ts'
import { canjirenButieShenqingbiao } from './templates/canjiren-butie-shenqingbiao.ts'
import { cunminDaibiaoHuiyiJilu } from './templates/cunmin-daibiao-huiyi-jilu.ts'
import { cunwuGongkailan } from './templates/cunwu-gongkailan.ts'
import { dangyuanDahuiJilu } from './templates/dangyuan-dahui-jilu.ts'
import { dibaoShenqingbiao } from './templates/dibao-shenqingbiao.ts'
import { dubanTongzhi } from './templates/duban-tongzhi.ts'
import { fangxunZhibanJilu } from './templates/fangxun-zhiban-jilu.ts'
import { fawenGaozhi } from './templates/fawen-gaozhi.ts'
import { gaolingJintieShenqingbiao } from './templates/gaoling-jintie-shenqingbiao.ts'
import { gongshi } from './templates/gongshi.ts'
import { gongyigangKaoqinbiao } from './templates/gongyigang-kaoqinbiao.ts'
import { gongzuoJianbao } from './templates/gongzuo-jianbao.ts'
import { han } from './templates/han.ts'
import { huanjingZhengzhiTaizhang } from './templates/huanjing-zhengzhi-taizhang.ts'
import { huiyiJiyao } from './templates/huiyi-jiyao.ts'
import { huiyiQiandaobiao } from './templates/huiyi-qiandaobiao.ts'
import { huiyiTongzhi } from './templates/huiyi-tongzhi.ts'
import { jiancehuZoufangJilu } from './templates/jiancehu-zoufang-jilu.ts'
import { jieshaoxin } from './templates/jieshaoxin.ts'
import { juminYanglaoCanbaoDengjibiao } from './templates/jumin-yanglao-canbao-dengjibiao.ts'
import { juzhuQingkuangZhengming } from './templates/juzhu-qingkuang-zhengming.ts'
import { linshiJiuzhuFafangbiao } from './templates/linshi-jiuzhu-fafangbiao.ts'
import { linshiJiuzhuShenqingshu } from './templates/linshi-jiuzhu-shenqingshu.ts'
import { maodunPaichaTaizhang } from './templates/maodun-paicha-taizhang.ts'
import { pifu } from './templates/pifu.ts'
import { qingjiaBaobeidan } from './templates/qingjia-baobeidan.ts'
import { qingkuangShuoming } from './templates/qingkuang-shuoming.ts'
import { qingshi } from './templates/qingshi.ts'
import { renminTiaojieXieyishu } from './templates/renmin-tiaojie-xieyishu.ts'
import { ruhuZoufangJilu } from './templates/ruhu-zoufang-jilu.ts'
import { senlinFanghuoXunchaJilu } from './templates/senlin-fanghuo-xuncha-jilu.ts'
import { shouquanWeituoshu } from './templates/shouquan-weituoshu.ts'
import { shouwenChuliandan } from './templates/shouwen-chuliandan.ts'
import { tekunGongyangShenqingbiao } from './templates/tekun-gongyang-shenqingbiao.ts'
import { tudiLiuzhuanHetong } from './templates/tudi-liuzhuan-hetong.ts'
import { wupinLingqubiao } from './templates/wupin-lingqubiao.ts'
import { xiaoxingGongchengYanshoudan } from './templates/xiaoxing-gongcheng-yanshoudan.ts'
import { xinfangDafuYijianshu } from './templates/xinfang-dafu-yijianshu.ts'
import { xinfangDengjibiao } from './templates/xinfang-dengjibiao.ts'
import { xinfangShouliGaozhishu } from './templates/xinfang-shouli-gaozhishu.ts'
import { zhaijidiShenqingbiao } from './templates/zhaijidi-shenqingbiao.ts'
import { zhenggaiTongzhishu } from './templates/zhenggai-tongzhishu.ts'
import { zhibanbiao } from './templates/zhibanbiao.ts'
import { zijinZhichuShenpidan } from './templates/zijin-zhichu-shenpidan.ts'

/** Every template the starter channel carries. */
export const allTemplateDocuments: readonly TemplateDefinition[] = [
  zhaijidiShenqingbiao,
  tudiLiuzhuanHetong,
  dibaoShenqingbiao,
  linshiJiuzhuShenqingshu,
  tekunGongyangShenqingbiao,
  gaolingJintieShenqingbiao,
  canjirenButieShenqingbiao,
  juminYanglaoCanbaoDengjibiao,
  linshiJiuzhuFafangbiao,
  wupinLingqubiao,
  xinfangDengjibiao,
  xinfangShouliGaozhishu,
  xinfangDafuYijianshu,
  maodunPaichaTaizhang,
  renminTiaojieXieyishu,
  shouquanWeituoshu,
  huiyiTongzhi,
  huiyiQiandaobiao,
  huiyiJiyao,
  qingshi,
  han,
  pifu,
  gongshi,
  qingkuangShuoming,
  gongzuoJianbao,
  dubanTongzhi,
  fawenGaozhi,
  shouwenChuliandan,
  qingjiaBaobeidan,
  jieshaoxin,
  cunminDaibiaoHuiyiJilu,
  dangyuanDahuiJilu,
  cunwuGongkailan,
  zijinZhichuShenpidan,
  xiaoxingGongchengYanshoudan,
  gongyigangKaoqinbiao,
  juzhuQingkuangZhengming,
  ruhuZoufangJilu,
  jiancehuZoufangJilu,
  zhibanbiao,
  fangxunZhibanJilu,
  senlinFanghuoXunchaJilu,
  anquanJianchaJilu,
  zhenggaiTongzhishu,
  huanjingZhengzhiTaizhang,
]
