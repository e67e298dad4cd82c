import type { TextFinding } from '../text-finding.ts'

const STAR = '[★☆✩✪✭✮✯⭐*＊✱※]'
/** 秘密级, 机密级文件. */
const GRADE = '(?:绝密|机密|秘密)级?(?:文件|事项|资料|材料)?|涉密(?:文件|资料|材料)'
const LEVEL = '(?:绝\\s{0,3}密|机\\s{0,3}密|秘\\s{0,3}密)'

/** Marks as they are printed on papers; each stops. The words in a sentence are none. */
const STOPS: readonly RegExp[] = [
  // 秘密★, 机密★5年, 绝密★启用前 (《国家秘密定密管理暂行规定》).
  new RegExp(
    `${LEVEL}\\s{0,3}${STAR}(?!\\s?${STAR})(?:\\s{0,3}(?:长期|启用前|解密前|[0-9０-９一二三四五六七八九十]{1,3}\\s{0,2}(?:年|个月|月|天|日)?))?`,
    'gu',
  ),
  new RegExp(`(?:密\\s{0,3}级|定\\s?密|保密等级)\\s{0,3}[：:]?\\s{0,3}${LEVEL}`, 'gu'),
  new RegExp(`(?<=^[\\s#>*_]{0,8})[【〔\\[(（《“]?${LEVEL}[】〕\\])）》”]?(?=[\\s*_]{0,6}$)`, 'gmu'),
  new RegExp(`[【〔\\[(（]\\s?${LEVEL}\\s?[】〕\\])）]`, 'gu'),
  new RegExp(`(?<=^[\\s#>*_]{0,8})[【〔\\[(（《“]?(?:${GRADE})[】〕\\])）》”]?(?=[\\s*_]{0,6}$)`, 'gmu'),
  /工作秘密\s{0,3}[★☆*＊]|(?<=^[\s#>*_]{0,8})工作秘密(?=[\s*_]{0,6}$)/gmu,
  /内部(?:文件|资料|材料|刊物|文稿|情况|信息|简报)[\s，,。·、；;：:（(【]{0,6}(?:请?注意保[存管密]|妥善保管|妥为保管|请?勿外传|不得外传|严禁外传|禁止外传|不准外传|请勿翻印|不得翻印|请勿转载|不得转载|不得公开|不宜公开|谢绝外传|用后收回|阅后收回|请勿带离)/gu,
  /(?<=^[\s#>*_]{0,8})[【〔[(（]?内部(?:文件|资料|材料|刊物|使用|参考|传阅|掌握|情况)[】〕\])）]?(?=[\s*_]{0,6}$)|[【〔[(（]\s?内部(?:文件|资料|材料|使用|参考|传阅|掌握)\s?[】〕\])）]/gmu,
  /(?:仅供|只供|仅限)内部(?:参考|使用|传阅|掌握|学习|交流)/gu,
  /(?:请勿|不得|严禁|禁止|不准|切勿)(?:对外|擅自)?(?:外传|扩散)(?=[\s！!。）)】]*$)/gmu,
  /此件(?:不予?公开|不宜公开|不公开发布)|公开属性\s?[：:]\s?(?:不予?公开|不公开)/gu,
  /(?:只|仅|此件)?发至(?:县|乡|团|科|处|厅|省军)[级处科团]{0,3}(?!以上的)/gu,
]
/** Marks that a person should look at. */
const TOLD: readonly RegExp[] = [
  /(?:属于?|系|标为)\s?(?:绝密|机密|秘密)级/gu,
  /此件依申请公开|公开属性\s?[：:]\s?依申请公开/gu,
  /(?:会后|阅后|用后|看后)(?:收回|清退|销毁|即焚)/gu,
  /内部资料[\s，,]{0,3}免费交流/gu,
]
/** A sentence about marks, rather than one: 凡是标“秘密★”的文件都要登记. It is told, since a paper may lie behind it. */
const ABOUT =
  /(?:不|没|未|无|凡|凡是|标|标有|标着|标明|盖|盖着|盖有|印|印着|印有|写|写着|注明|属于?|等|类)\s?[“‘《"]?$/u

/** Marks of secrecy and of papers for inside (国家秘密标志, 内部资料 注意保存). No repair: whether it may be told is for people. */
export function secrecyMarks(text: string): TextFinding[] {
  return [
    ...STOPS.flatMap((pattern) => findings(text, pattern, 'must')),
    ...TOLD.flatMap((pattern) => findings(text, pattern, 'should')),
  ]
}

function findings(text: string, pattern: RegExp, usual: TextFinding['severity']): TextFinding[] {
  return [...text.matchAll(pattern)].map((match) => {
    const severity = ABOUT.test(text.slice(Math.max(0, match.index - 8), match.index)) ? 'should' : usual
    return {
      code: 'secrecy',
      severity,
      start: match.index,
      end: match.index + match[0].length,
      quote: match[0],
      says: severity === 'must' ? '这里有涉密或内部文件的标志。' : '这里的字样说明原文可能不是公开的。',
      todo:
        severity === 'must'
          ? '请先问清来源能不能公开。涉密的内容不能写进故事，也不能存在这台机器上。'
          : '请看一看，或向出文单位问清能不能公开，再决定。',
    }
  })
}
