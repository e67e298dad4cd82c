import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { doctorChecksEn } from '../../../renderer/settings/doctor-checks.en.ts'
import { doctorText } from '../../../renderer/settings/doctor-text.ts'

/** The codes of the checks that are made, in their order. */
function checkCodes(): string[] {
  const source = readFileSync(path.join(import.meta.dirname, '../../../library/service/doctor.ts'), 'utf8')
  return [...source.matchAll(/\brun\('([a-z]+)', '/g)].map(([, code]) => code as string)
}

const lost = {
  code: 'blobs',
  name: '附件',
  ok: false,
  detail: '附件 0a1b2c3d4e5f 丢失或损坏',
  todo: '请重新导入带有这个附件的文件。',
} as const

describe('what a check of the library says', () => {
  it('has English texts for every check that is made, and no Chinese in them', () => {
    expect(Object.keys(doctorChecksEn)).toEqual(checkCodes())
    expect(JSON.stringify(doctorChecksEn)).not.toMatch(/\p{Script=Han}/u)
  })

  it('is what the service says, in Chinese', () => {
    expect(doctorText(lost, 'zh-CN')).toEqual({ name: '附件', text: `${lost.detail} ${lost.todo}` })
    expect(doctorText({ ...lost, ok: true, detail: '2 个附件，都完好', todo: undefined }, 'zh-CN').text).toBe(
      '2 个附件，都完好',
    )
  })

  it('goes by the code in English, and keeps what tells which one is wrong', () => {
    expect(doctorText({ ...lost, ok: true }, 'en')).toEqual({
      name: 'Attachments',
      text: doctorChecksEn.blobs.sound,
    })
    expect(doctorText(lost, 'en')).toEqual({
      name: 'Attachments',
      text: doctorChecksEn.blobs.wrong,
      particulars: lost.detail,
    })
  })
})
