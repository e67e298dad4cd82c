import type { MeetingPerson } from '../../../library/meetings/outline/outline.schema.ts'
import { freshId } from '../../record-form/record-path.ts'

const MOST_PEOPLE = 500

/** People from lines such as `王素芬，溪口村党支部书记`, or rows of a spreadsheet; a name that is there already is passed over. */
export function pastedPeople(people: readonly MeetingPerson[], text: string): MeetingPerson[] {
  const known = new Set(people.map(({ name }) => name))
  const all = [...people]
  for (const line of text.split(/\r\n|\n|\r/)) {
    const [first = '', ...rest] = line
      .split(/[\t,，;；:：]|\s{2,}|(?<=^\S{2,4}) /)
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '')
    // 王 素芬 is one name.
    const name = first.replace(/^(\p{Script=Han}) (?=\p{Script=Han}{1,2}$)/u, '$1').slice(0, 40)
    if (name === '' || known.has(name) || /^(姓名|名字|name)$/i.test(name)) continue
    known.add(name)
    const post = rest.join(' ').slice(0, 100)
    if (all.length < MOST_PEOPLE) all.push({ id: freshId('n', all), name, part: 'attendee', ...(post && { post }) })
  }
  return all.slice(people.length)
}
