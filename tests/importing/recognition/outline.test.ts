import { describe, expect, it } from 'vitest'
import { joinBlocks, splitBlocks } from '../../../library/importing/recognition/markdown-blocks.ts'
import {
  outlineFlatText,
  parseDivision,
  provisionsFromHeadings,
  spaceProvisions,
} from '../../../library/importing/recognition/outline.ts'

const outline = (...paragraphs: string[]) =>
  joinBlocks(outlineFlatText(splitBlocks(paragraphs.join('\n\n')))).split('\n\n')

describe('parseDivision', () => {
  it.each([
    ['第一章　总则', '章', '第一章　总则'],
    ['第一章 总  则', '章', '第一章　总则'],
    ['第 二 章　用 水', '章', '第二章　用水'],
    ['第一编 总则', '编', '第一编　总则'],
    ['第二分编　典型合同', '分编', '第二分编　典型合同'],
    ['第三节', '节', '第三节'],
  ])('reads “%s”', (line, kind, text) => {
    expect(parseDivision(line)).toEqual({ kind, text })
  })

  it.each(['第三章的规定，适用于本办法。', '第一章、第二章', '第二节课后服务由学校负责。', '第一条　为了规范'])(
    'does not take “%s” for one',
    (line) => {
      expect(parseDivision(line)).toBeUndefined()
    },
  )
})

describe('outlineFlatText', () => {
  it('sets chapters, sections and provisions of a flat text', () => {
    expect(
      outline(
        '第一章 总则',
        '第一条 为了节约用水，制定本办法。',
        '第二章 用水',
        '第一节 取水',
        '第二条 取水应当登记。',
        '附 则',
        '第三条 本办法自印发之日起施行。',
      ),
    ).toEqual([
      '## 第一章　总则',
      '第一条　为了节约用水，制定本办法。',
      '## 第二章　用水',
      '### 第一节　取水',
      '第二条　取水应当登记。',
      '## 附则',
      '第三条　本办法自印发之日起施行。',
    ])
  })

  it('puts chapters below books', () => {
    expect(outline('第一编 总则', '第一章 基本规定', '第一条 本法。')).toEqual([
      '## 第一编　总则',
      '### 第一章　基本规定',
      '第一条　本法。',
    ])
  })

  it('leaves a reference at the start of a paragraph a paragraph, and takes its space away', () => {
    expect(outline('第九条 甲。', '第十条 规定的情形除外。', '第二条 乙方应当遵守。', '第十条 丙。')).toEqual([
      '第九条　甲。',
      '第十条规定的情形除外。',
      '第二条乙方应当遵守。',
      '第十条　丙。',
    ])
  })

  it('recognises provisions whose space was lost, as long as they ascend', () => {
    expect(outline('第一条为了节约用水，制定本办法。', '第二条村民应当节约用水。', '第七条有关部门另行规定。')).toEqual(
      ['第一条　为了节约用水，制定本办法。', '第二条　村民应当节约用水。', '第七条有关部门另行规定。'],
    )
  })

  it('makes headings of the numbered sections of a notice', () => {
    expect(
      outline(
        '现通知如下。',
        '一、总体要求',
        '（一）明确责任。各村要明确专人负责，每周巡查一次。',
        '二、保障措施',
        '1\\. 经费保障',
        '按年列入预算。',
      ),
    ).toEqual([
      '现通知如下。',
      '## 一、总体要求',
      '### （一）明确责任',
      '各村要明确专人负责，每周巡查一次。',
      '## 二、保障措施',
      '#### 1. 经费保障',
      '按年列入预算。',
    ])
  })

  it('leaves the numbered items of a provision in it', () => {
    expect(
      outline('第一条　下列事项应当公开：', '（一）财务收支。每季度公布一次，接受监督；', '（二）土地承包。'),
    ).toEqual(['第一条　下列事项应当公开：', '（一）财务收支。每季度公布一次，接受监督；', '（二）土地承包。'])
  })

  it('keeps headings, lists and tables that are marked already', () => {
    expect(outline('## 一、范围', '- 甲', '| 村 | 户 |\n| --- | --- |\n| 柳溪 | 3 |', '二、要求')).toEqual([
      '## 一、范围',
      '- 甲',
      '| 村 | 户 |\n| --- | --- |\n| 柳溪 | 3 |',
      '二、要求',
    ])
  })
})

describe('provisionsFromHeadings', () => {
  it('makes paragraphs of provisions that were styled as headings', () => {
    const blocks = splitBlocks(
      '## 第一章 总则\n\n### 第一条\n\n为了节约用水，制定本办法。\n\n### 第二条 【范围】\n\n适用于全镇。',
    )
    expect(joinBlocks(provisionsFromHeadings(blocks))).toBe(
      '## 第一章 总则\n\n第一条　为了节约用水，制定本办法。\n\n第二条　【范围】\n\n适用于全镇。',
    )
  })
})

describe('spaceProvisions', () => {
  it('parts a number from its text when it is the next one, and changes nothing else', () => {
    const blocks = splitBlocks('第一条 甲。\n\n第二条村民应当节约用水。\n\n第十条有关的事项另定。\n\n第三条  乙。')
    expect(joinBlocks(spaceProvisions(blocks))).toBe(
      '第一条 甲。\n\n第二条\u3000村民应当节约用水。\n\n第十条有关的事项另定。\n\n第三条  乙。',
    )
  })
})
