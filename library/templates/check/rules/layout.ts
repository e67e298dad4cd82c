import { formFaults } from '../layout/form-faults.ts'
import { outlineOfficial } from '../layout/official-outline.ts'
import { pageFaults } from '../layout/page-faults.ts'
import { LAYOUT_RULES } from '../layout/repair-layout.ts'
import type { Fault, Rule } from './rule.ts'

/** The layout of official documents (党政机关公文格式, GB/T 9704-2012). */
export const layout: Rule = {
  title: '公文版式',
  find({ document, official }) {
    if (!official) return []
    const outline = outlineOfficial(document)
    const looks = LAYOUT_RULES.flatMap((rule): Fault[] => {
      const offenders = rule.offenders(outline)
      const [first] = offenders
      if (!first) return []
      return [
        {
          rule: 'layout',
          severity: 'should',
          says: rule.says(first, offenders.length, outline),
          why: rule.why,
          paragraph: first,
          repair: { label: rule.label },
          layoutRepair: rule.name,
        },
      ]
    })
    return [...pageFaults(outline), ...formFaults(outline, document), ...looks]
  },
}
