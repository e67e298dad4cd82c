/** Surnames of two characters, then the most frequent of one (about 95 of 100 people). */
const TWO = '欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|司空|夏侯|端木'
const ONE =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾韦夏付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤俞詹翟葛温倪梅骆阮柯殷麦庞聂凌'
/** Two or three characters that begin like a name and are a word. */
const WORDS =
  /^(?:高[中考兴级年校等度]|马[上路儿匹铃虎力]|何[时处况去从]|方[便式面法案向]|任[务何]|白天|江[边西苏]|温[暖度]|向[来]|万一|石[头油]|田[间地]|武[术装]|毛[病巾笔衣线]|王[冠牌朝国者]|钱[款包财袋粮]|严[重格]|江|许[多可]|余[下额]|段[时]|龙[舟头]|程[度序]|梅[花雨]|周[末边一二三四五六日]|金|杨[树梅桃柳]|黄[土豆河牛羊瓜金桃鱼鳝狗泥色]|夏[天令季]|林[业地场]|汤|顾[问客]|张[罗贴口]|曾[经在]|叶子|史|孔|贺|陆[续军]|温|谢[谢绝意]|雷|苏|麦|向|万[元户]|任|石|和|平|安|高|方|成|于|时|全)/u
const NAME = new RegExp(
  `^(?:(?:${TWO})\\p{Script=Han}{1,2}|[${ONE}](?:某某?|[×xX＊*]{1,2}|\\p{Script=Han}{1,2}))$`,
  'u',
)
/** Characters that no given name has at its end, but sentences have there. */
const NOT_IN_NAMES = /[的了在是有和与也都就不没很说着过把被给对从到向为于及其他她它们这那哪吗呢吧啊家里上下中后前时]/u

/** Whether these characters can be somebody's full name; 某 and × for given names do not count as one. */
export function isFullName(text: string): boolean {
  return NAME.test(text) && !WORDS.test(text) && !NOT_IN_NAMES.test(text.slice(1)) && !/[某×xX＊*]/.test(text)
}

/** The one-character surnames, for a pattern. */
export const SURNAMES = ONE
