import { ADMINISTRATIVE_DIVISIONS } from './administrative-divisions.ts'

export type PlaceLevel = 'province' | 'city' | 'county' | 'town' | 'village'

/** A place that bears a name; several may bear the same. */
export interface KnownPlace {
  readonly level: 'province' | 'city' | 'county'
  /** In full, as GB/T 2260 has it. */
  readonly name: string
  readonly province: string
  /** Absent for provinces, and for counties that belong to none. */
  readonly city: string | undefined
}

/** Nationalities that stand in the names of autonomous places and fall away in everyday use. */
const NATIONALITY =
  /(?:(?:各|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|怒|鄂温克|保安|裕固|独龙|鄂伦春)族|柯尔克孜|哈萨克|蒙古|锡伯|塔吉克)+自治(?=[州县旗]$)/u

let remembered: ReadonlyMap<string, readonly KnownPlace[]> | undefined

/** Every province, prefecture and county by name, short names of autonomous ones included. Made once: the list never changes. */
export function knownPlaces(): ReadonlyMap<string, readonly KnownPlace[]> {
  remembered ??= readDivisions()
  return remembered
}

function readDivisions(): Map<string, KnownPlace[]> {
  const places = new Map<string, KnownPlace[]>()
  const add = (place: KnownPlace) => {
    const short = place.name.replace(NATIONALITY, '')
    for (const name of new Set([place.name, short])) {
      if (name.length < 2) continue
      const same = places.get(name)
      if (same) same.push(place)
      else places.set(name, [place])
    }
  }
  let province = ''
  for (const line of ADMINISTRATIVE_DIVISIONS.split('\n')) {
    if (line === '') continue
    if (line.startsWith('# ')) {
      province = line.slice(2)
      add({ level: 'province', name: province, province, city: undefined })
      continue
    }
    const [first = '', ...counties] = line.split(' ')
    const city = first === '-' ? undefined : first
    if (city) add({ level: 'city', name: city, province, city })
    for (const name of counties) add({ level: 'county', name, province, city })
  }
  return places
}
