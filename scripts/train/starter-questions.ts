import { type FusionWeights, fuseRanks } from '../../library/search/meaning/rank-fusion.ts'
import { MOST_CANDIDATES } from './answered-questions.ts'
import { rankingOf, sumScores } from './measure-ranking.ts'
import type { Prepared } from './prepare.ts'
import { QualityMeasure, type QualityRow } from './quality-table.ts'
import type { AskedModel } from './question-candidates.ts'
import type { AnsweredQuestion } from './train-on-questions.ts'

/** Questions about what the app brings, each with the file that answers it; no training ever sees them. */
const QUESTIONS: Readonly<Record<string, string>> = {
  包工头跑路了几个人的血汗钱怎么要回来: 'gushi-nongmingong-gongzi-yitian',
  村里账目贴出来没人看怎么办: 'gushi-gongkailan-ban-dao-xiaomaibu',
  下暴雨那晚有人没通知到: 'gushi-shouxian-huiqu-jiaojie',
  村里欠施工队的钱拖了好多年: 'gushi-chegu-shigong-tingle-banian',
  表格太多怎么给基层减负: 'gushi-jiaohuan-baobiao-shao-tianbiao',
  两家人为了一条水沟吵架: 'gushi-paishuigou-tiao-liangci',
  出嫁的闺女还算不算村里的人: 'gushi-nv-chengyuan-mingce',
  小作坊卫生不合格要不要关掉: 'gushi-yingji-guanli-xiaozuofang',
  地里扔的药瓶子谁来收: 'gushi-nongyao-ping-huishou',
  腿脚不方便的人怎么办证拿补贴: 'gushi-canji-butie-shangmen',
  办事来回跑好几趟材料总缺: 'gushi-yizhang-qingdan-shao-pao-santang',
  地租给别人合同写不清楚: 'gushi-chengbao-hetong-kan-buqing',
  家里着了大火一时过不下去能领钱吗: 'jiedu-linshi-jiuzhu',
  没儿没女的老人谁来养: 'jiedu-tekun-gongyang',
  上坟烧纸会不会被罚: 'jiedu-senlin-fanghuo',
  儿女不管老人怎么办: 'jiedu-laonianren-quanyi',
  看病花了好多钱能报多少: 'jiedu-chengxiang-jumin-yibao',
  老了每个月能领多少钱: 'jiedu-chengxiang-jumin-yanglao',
  老百姓来上访多少天内要答复: 'jiedu-xinfang-gongzuo-tiaoli',
  发大水房子塌了国家补不补: 'jiedu-ziran-zaihai-jiuzhu',
  想在老宅基上翻盖新房要填什么表: 'zhaijidi-shenqingbiao',
  向上级要钱要人的公文怎么写: 'qingshi',
  邻里纠纷说和好了要签个什么: 'renmin-tiaojie-xieyishu',
  节假日谁守电话排个班: 'zhibanbiao',
  检查发现问题让他限期改: 'zhenggai-tongzhishu',
  开完会把定下来的事记下来: 'huiyi-jiyao',
  有人来村里要开个证明该不该开: 'zhinan-zhixie-zhengming',
  电脑坏了里面的资料怎么保住: 'zhinan-beifen-upan-banyun',
  去村民家里拉家常要注意什么: 'zhinan-ruhu-zoufang',
  怎么把我们单位自己的文件放进来: 'zhinan-daoru-benji-wenjian',
}

/** Measures, among all passages, when the first of the right file comes; with a plain sum when no fusion is given. */
export function measureStarter(
  asked: AskedModel,
  prepared: Prepared,
  name: string,
  fusion?: FusionWeights,
): QualityRow {
  const measure = new QualityMeasure()
  for (const [text, file] of Object.entries(QUESTIONS)) {
    const question: AnsweredQuestion = {
      id: text,
      question: text,
      bag: prepared.lessons.bags.cut(text),
      answers: [],
      wanted: 1,
      lookAlikes: prepared.index.best(text, MOST_CANDIDATES),
    }
    const candidates = asked.candidates(question)
    const ranking = rankingOf(candidates, fusion ? fuseRanks(candidates, fusion) : sumScores(candidates))
    const first = ranking.find((place) => prepared.passages[place]?.file.endsWith(`/${file}.md`) ?? false)
    measure.add({ ...question, answers: first === undefined ? [] : [first] }, ranking)
  }
  return measure.row(name)
}
