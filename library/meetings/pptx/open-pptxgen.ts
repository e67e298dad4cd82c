import type PptxGenJS from 'pptxgenjs'

/** A new presentation of pptxgenjs, loaded when the first is asked for. Its types do not know that it is a module. */
export async function openPptxGen(): Promise<PptxGenJS.default> {
  const { default: loaded } = (await import('pptxgenjs')) as unknown as { default: new () => PptxGenJS.default }
  const presentation = new loaded()
  presentation.layout = 'LAYOUT_WIDE'
  return presentation
}
