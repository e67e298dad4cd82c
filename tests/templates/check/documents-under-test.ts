/** An official document of the fictional town, as it should be (GB/T 9704-2012), in parts that a test can spoil. */
export interface OfficialParts {
  readonly page: string
  readonly number: string
  readonly numberAlign: string
  readonly title: string
  readonly titleFont: string
  readonly titleSize: number
  readonly titleAlign: string
  readonly addressee: string
  readonly addresseeIndent: string
  readonly body: string
  readonly bodyFont: string
  readonly bodySize: number
  readonly bodyIndent: string
  readonly line: string
  readonly heading1Font: string
  readonly heading2Font: string
  readonly attachment: string
  readonly date: string
  readonly dateAlign: string
  readonly copies: string
  readonly copiesSize: number
}

export const RIGHT: OfficialParts = {
  page: '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1304" w:gutter="0"/>',
  number: '溪政发〔2026〕12号',
  numberAlign: '<w:jc w:val="center"/>',
  title: '溪口镇人民政府关于做好冬季防火工作的通知',
  titleFont: '方正小标宋简体',
  titleSize: 44,
  titleAlign: '<w:jc w:val="center"/>',
  addressee: '各村民委员会，镇属各站所：',
  addresseeIndent: '',
  body: '为做好今冬防火工作，现将有关事项通知如下。',
  bodyFont: '仿宋_GB2312',
  bodySize: 32,
  bodyIndent: '<w:ind w:firstLine="640" w:firstLineChars="200"/>',
  line: '<w:spacing w:line="578" w:lineRule="exact"/>',
  heading1Font: '黑体',
  heading2Font: '楷体_GB2312',
  attachment: '附件：1. 值班表',
  date: '2026年11月21日',
  dateAlign: '<w:ind w:right="1280" w:rightChars="400"/><w:jc w:val="right"/>',
  copies: '抄送：云岭县应急管理局。',
  copiesSize: 28,
}

const run = (text: string, font: string, size: number) =>
  `<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${font}"/><w:sz w:val="${size}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (properties: string, ...runs: readonly string[]) =>
  `<w:p><w:pPr>${properties}</w:pPr>${runs.join('')}</w:p>`

/** The body of word/document.xml; the section's properties stand in its last paragraph. */
export function officialBody(parts: OfficialParts): string {
  const { line, bodyFont, bodySize, bodyIndent } = parts
  const text = (words: string, properties = bodyIndent) =>
    paragraph(`${line}${properties}`, run(words, bodyFont, bodySize))
  return [
    paragraph('<w:jc w:val="center"/>', run('溪口镇人民政府文件', '方正小标宋简体', 52)),
    paragraph(`${line}${parts.numberAlign}`, run(parts.number, '仿宋_GB2312', 32)),
    paragraph(parts.titleAlign, run(parts.title, parts.titleFont, parts.titleSize)),
    text(parts.addressee, parts.addresseeIndent),
    text(parts.body),
    paragraph(`${line}${bodyIndent}`, run('一、压实责任', parts.heading1Font, 32)),
    paragraph(
      `${line}${bodyIndent}`,
      run('（一）明确分工。', parts.heading2Font, 32),
      run('各村要把责任落实到人。', bodyFont, bodySize),
    ),
    text(parts.attachment),
    text('溪口镇人民政府', '<w:ind w:right="960"/><w:jc w:val="right"/>'),
    text(parts.date, parts.dateAlign),
    paragraph('', run(parts.copies, '仿宋_GB2312', parts.copiesSize)),
    `<w:p><w:pPr><w:sectPr>${parts.page}</w:sectPr></w:pPr></w:p>`,
  ].join('')
}
