const digits = '零一二三四五六七八九'

/** The number 0 to 99 as it is written: 14, 十四, 二十, 两. */
function numberOf(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const words = text.replace('两', '二').replace('〇', '零')
  if (!/^[零一二三四五六七八九十]{1,3}$/.test(words)) return undefined
  const [tens, ones] = words.includes('十') ? words.split('十') : ['零', words.replace(/^零(?=.)/, '')]
  const ten = tens === '' ? 1 : digits.indexOf(tens ?? '')
  const one = ones === '' ? 0 : digits.indexOf(ones ?? '')
  return ten < 0 || one < 0 ? undefined : ten * 10 + one
}

/**
 * A time of day in any usual way of writing it: 14:30, 14：30, 1430, 14点半, 下午2点半, 上午九点一刻, 2:30 pm.
 * @returns `HH:MM`, or undefined for what is no time
 */
export function readClockTime(given: string): string | undefined {
  const text = given.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, '')
  const found =
    /^(凌晨|早上|上午|中午|下午|晚上|晚|am|pm)?([\d零〇一二两三四五六七八九十]{1,3})(?:[:.点时](半|一刻|三刻|[\d零〇一二三四五六七八九十]{1,3})?分?|(\d\d))?(整)?(am|pm)?$/.exec(
      text,
    )
  const compact = /^(\d{1,2})(\d\d)$/.exec(text)
  const [, before, hourText = '', minuteText = '', , , after] = found ?? []
  let hour = compact ? Number(compact[1]) : numberOf(hourText)
  const minute = compact ? Number(compact[2]) : minutesIn(minuteText)
  if ((!found && !compact) || hour === undefined || minute === undefined || minute > 59) return undefined
  const half = before ?? after
  if (half !== undefined && /^(下午|晚上|晚|pm)$/.test(half) && hour < 12) hour += 12
  if (half === '中午' && hour < 11) hour += 12
  if (half === 'am' && hour === 12) hour = 0
  if (hour > 23) return undefined
  // A bare number is no time: 14 may be anything.
  if (!compact && half === undefined && !/[:.点时]/.test(text)) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function minutesIn(text: string): number | undefined {
  if (text === '') return 0
  if (text === '半') return 30
  if (text === '一刻') return 15
  if (text === '三刻') return 45
  return numberOf(text)
}
