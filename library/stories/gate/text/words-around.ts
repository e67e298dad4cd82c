/** Characters before and after a number in which words say what it is. */
const NEAR = 14

/** The words just before a place, without what stands between them and it: `身份证号` for `身份证号码：**`. */
export function wordsBefore(text: string, at: number, near = NEAR): string {
  return text
    .slice(Math.max(0, at - near), at)
    .replace(/[\s*_`“”"'（(【[：:是为=＝]+$/u, '')
    .replace(/^.*[。；;！？\n]/su, '')
}

/** The words just after a place. */
export function wordsAfter(text: string, at: number, near = NEAR): string {
  return text
    .slice(at, at + near)
    .replace(/^[\s*_`”"'）)】\]]+/u, '')
    .replace(/[。；;！？\n].*$/su, '')
}

/** Numbers that name a thing rather than a person: 订单号, 项目编号, 统一社会信用代码, 第 … 号文. */
const OF_A_THING =
  /(?:订单|运单|快递|物流|票据|发票|流水|案件?|项目|工程|合同|资产|设备|仪器|机器|产品|批次|批准文|准字|许可证?|执照|注册|登记证?|备案|档案?|卷|宗地|地块|不动产单元|图斑|条形?码?|信用代?码?|组织机构代?码?|税务?登?记?|文件?|公告|书|刊|ISBN|ISSN|IMEI|SN|MAC|IP|QQ群|邮编|邮政编码|版本|型号|规格|序列|学分|基站|电表|水表|户表|表计|溯源|防伪|二维|房源|采购|招标|中标|任务|工单|受理|诉求|投诉|回执|批复|编|代)(?:单?号码?|编号|编码|代码|码|号|ID|No\.?)?$/iu

export const isOfAThing = (text: string, at: number): boolean => OF_A_THING.test(wordsBefore(text, at))

/** A Latin letter or a digit touches the place, so that the number is part of something longer. */
export const touchesCode = (text: string, start: number, end: number): boolean =>
  /[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]$/u.test(text.slice(Math.max(0, start - 1), start)) ||
  /^[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]/u.test(text.slice(end, end + 1))
