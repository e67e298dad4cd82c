import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 三百八十 for 380; up to 999. */
export function chineseNumber(n: number): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
  const zero = hundreds > 0 && tens === 0 && ones > 0 ? '零' : ''
  const ten = tens === 0 ? '' : `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十`
  return `${hundreds > 0 ? `${digits[hundreds]}百` : ''}${zero}${ten}${digits[ones]}`
}

const duties = ['巡查河道', '登记来访', '核对名册', '公开账目', '检修水泵', '清理沟渠', '走访独居老人', '更换路灯']

/** A regulation of `provisions` provisions, twenty to a chapter. */
export function longRegulation(provisions: number): string {
  const lines = ['# 青禾镇村级事务规程', '', '青禾镇人民政府 2024年3月1日发布']
  for (let n = 1; n <= provisions; n++) {
    if (n % 20 === 1) {
      lines.push('', `## 第${chineseNumber((n + 19) / 20)}章　第${chineseNumber((n + 19) / 20)}类事务`)
    }
    const duty = duties[n % duties.length]
    lines.push('', `第${chineseNumber(n)}条　村民委员会应当按月${duty}，并在第${n}号台账上写明时间、地点和经手人。`)
    if (n % 7 === 0) lines.push('', '遇有大风、暴雨的，次日补做，并在村务公开栏说明。')
  }
  return `${lines.join('\n')}\n`
}

/** One policy at two dates: 第二条 changes, 第四条 is new, 第三条 stays. */
export const waterRules = {
  'older.md': `# 溪口镇农村饮水管护办法

（2019年5月1日溪口镇人民政府发布　自2019年6月1日起施行）

第一条　为了管好农村饮水工程，制定本办法。

第二条　管护员每月检查水源地一次。

第三条　水费按照计量收取，账目每季度公开。
`,
  'newer.md': `# 溪口镇农村饮水管护办法

（2023年3月1日溪口镇人民政府修订　自2023年4月1日起施行）

第一条　为了管好农村饮水工程，制定本办法。

第二条　管护员每周检查水源地两次，发现异常当日报告。

第三条　水费按照计量收取，账目每季度公开。

第四条　特困供养人员每月免收三吨水费。
`,
} as const

/** A folder of the given files under the system's temporary folder; names may hold folders. */
export function writeTexts(files: Readonly<Record<string, string | Buffer>>, folder = temporaryFolder()): string {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return folder
}

export const temporaryFolder = () => mkdtempSync(path.join(os.tmpdir(), 'xinhuo-texts-'))
