import {
  convertMillimetersToTwip,
  type IFontAttributesProperties,
  type ISectionPropertiesOptions,
  PageOrientation,
} from 'docx'

/** Page margins in millimetres; the official ones are GB/T 9704-2012 §5.2 and §6.1. */
const margins = {
  official: { top: 37, bottom: 35, left: 28, right: 26 },
  form: { top: 22, bottom: 20, left: 25, right: 25 },
  'form-landscape': { top: 22, bottom: 20, left: 20, right: 20 },
}

export type PageLayout = 'official' | 'form' | 'form-landscape'

/** Width of the text area in twips, which tables fill exactly. */
export const textWidth: Record<PageLayout, number> = {
  official: convertMillimetersToTwip(210 - margins.official.left - margins.official.right),
  form: convertMillimetersToTwip(210 - margins.form.left - margins.form.right),
  'form-landscape': convertMillimetersToTwip(297 - margins['form-landscape'].left - margins['form-landscape'].right),
}

/** Chinese type sizes in half-points, the unit of `w:sz`. */
export const size = { 一号: 52, 二号: 44, 小二: 36, 三号: 32, 四号: 28, 小四: 24, 五号: 21 }

/** Exact line pitch of official documents, in twips: 22 lines over the 225 mm text area. */
export const officialLine = 578

const western = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', hint: 'eastAsia' }

/** Fonts by the names they carry on computers of Chinese offices. */
export const font = {
  title: { ...western, eastAsia: '方正小标宋简体' },
  body: { ...western, eastAsia: '仿宋_GB2312' },
  heading: { ...western, eastAsia: '黑体' },
  subheading: { ...western, eastAsia: '楷体_GB2312' },
  table: { ...western, eastAsia: '宋体' },
} satisfies Record<string, IFontAttributesProperties>

export function pageProperties(layout: PageLayout): ISectionPropertiesOptions {
  const sides = margins[layout]
  return {
    page: {
      // docx swaps width and height itself when the orientation is landscape
      size: {
        width: convertMillimetersToTwip(210),
        height: convertMillimetersToTwip(297),
        orientation: layout === 'form-landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        top: convertMillimetersToTwip(sides.top),
        bottom: convertMillimetersToTwip(sides.bottom),
        left: convertMillimetersToTwip(sides.left),
        right: convertMillimetersToTwip(sides.right),
        header: convertMillimetersToTwip(15),
        footer: convertMillimetersToTwip(layout === 'official' ? 23 : 12),
      },
    },
  }
}
