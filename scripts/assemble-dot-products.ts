import { readFileSync, writeFileSync } from 'node:fs'
import { assembleWat } from './build/assemble-wat.ts'

/** Assembles the WebAssembly of the vector scan into the module that carries it. */
const source = new URL('../library/search/index/dot-products.wat', import.meta.url)
const target = new URL('../library/search/index/dot-products-code.ts', import.meta.url)
const code = (await assembleWat(readFileSync(source, 'utf8'))).match(/.{1,100}/g) ?? []
writeFileSync(
  target,
  `/** Generated from dot-products.wat by scripts/assemble-dot-products.ts: WebAssembly in base64. Not to be edited. */
export const DOT_PRODUCTS_CODE =
  ${code.map((line) => `'${line}'`).join(' +\n  ')}
`,
)
