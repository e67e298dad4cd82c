/** Inches. */
interface Place {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}
interface Fill {
  readonly color: string
}
interface Outline extends Fill {
  readonly width: number
  readonly endArrowType?: 'triangle'
}
interface Shape extends Place {
  readonly fill?: Fill
  readonly line?: Outline
  readonly flipH?: boolean
  readonly flipV?: boolean
}
export interface DrawnRun {
  readonly text: string
  readonly options: {
    readonly lang: string
    readonly bold?: boolean
    readonly color: string
    readonly fontSize?: number
    readonly breakLine?: boolean
  }
}
interface Box extends Shape {
  readonly lang: string
  readonly shape: 'rect' | 'roundRect' | 'ellipse'
  readonly rectRadius?: number
  readonly align?: 'center'
  readonly valign?: 'middle'
  readonly margin?: number
}
interface Border {
  readonly type: 'none' | 'solid'
  readonly pt?: number
  readonly color?: string
}
export interface DrawnCell {
  readonly text: string
  readonly options: {
    readonly lang: string
    readonly fontSize: number
    readonly color: string
    readonly bold: boolean
    readonly valign: 'top'
    readonly border: readonly [Border, Border, Border, Border]
    readonly fill?: Fill
  }
}
interface Table extends Place {
  readonly colW: readonly number[]
  readonly rowH: readonly number[]
  readonly margin: readonly [number, number, number, number]
  readonly fontSize: number
  readonly lang: string
}

/** What is used of a slide of pptxgenjs 4.0.1. */
export interface PptxSlide {
  addText(runs: readonly DrawnRun[], options: Box): unknown
  addShape(shape: 'rect' | 'ellipse' | 'line', options: Shape): unknown
  /** Given its bytes, never a file or an address: those would be read. */
  addImage(options: Place & { readonly data: `data:image/png;base64,${string}`; readonly altText: string }): unknown
  addTable(rows: readonly (readonly DrawnCell[])[], options: Table): unknown
}

interface PptxPresentation {
  layout: string
  addSlide(): PptxSlide
  write(options: { readonly outputType: 'uint8array' }): Promise<unknown>
}

/** A new presentation of pptxgenjs, loaded when the first is asked for. Its own types do not know that it is a module. */
export async function openPptxGen(): Promise<PptxPresentation> {
  const { default: loaded } = (await import('pptxgenjs')) as unknown as { default: new () => PptxPresentation }
  const presentation = new loaded()
  presentation.layout = 'LAYOUT_WIDE'
  return presentation
}
