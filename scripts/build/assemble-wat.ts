import openWabt from 'wabt'

/** The WebAssembly of a module's text, in base64. */
export async function assembleWat(text: string): Promise<string> {
  const wabt = await openWabt()
  const module = wabt.parseWat('dot-products.wat', text, { simd: true })
  const { buffer } = module.toBinary({})
  module.destroy()
  return Buffer.from(buffer).toString('base64')
}
