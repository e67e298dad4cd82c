import type { MaterialView } from '../../library/meetings/materials/material-view.ts'
import { askOverPipe, type LibraryService } from './library-service.ts'

const longClause = '村民出卖、出租、赠与住宅后，再申请宅基地的，不予批准。'.repeat(180)

/** A meeting with a story's worth of everything: words, a quiz, a scene with branches, a clause of 5,000 characters, 😀. */
export const presentedMeeting = {
  type: 'meeting',
  format: 1,
  title: '窗口培训 😀',
  theme: 'quiet',
  parts: [
    {
      id: 'kai',
      type: 'opening',
      title: '开场',
      minutes: 5,
      text: '请每个人想一件事。',
      notes: '先停一停。\n\n再请一位说。',
    },
    {
      id: 'du',
      type: 'reading',
      title: '领学条文',
      minutes: 10,
      cites: [{ id: 'changtiao', title: '一部没有的法', provision: '第一条', text: longClause }],
    },
    {
      id: 'yan',
      type: 'scene',
      title: '演一演',
      minutes: 20,
      drill: {
        type: 'drill',
        format: 1,
        title: '材料没带齐的老人',
        setting: '腊月二十八下午，窗口前还有三个人。',
        roles: [
          { id: 'laoren', name: '老人', about: '六十八岁', secret: '户口本在儿子家' },
          { id: 'chuangkou', name: '窗口' },
        ],
        turns: [
          {
            id: 'mian',
            title: '少一张复印件',
            text: '老人把袋子放在台上。',
            lines: [{ id: 'l1', role: 'laoren', text: '都在这里了。' }],
            ask: '你会怎么做？',
            choices: [
              {
                id: 'a',
                text: '先收下，写清缺什么',
                outcome: '第二天托人送来了。',
                worth: 'good',
                cites: [
                  {
                    id: 'xk',
                    title: '行政许可法',
                    provision: '第三十二条',
                    validity: 'in-force',
                    text: '当场或者五日内一次告知。',
                  },
                ],
              },
              { id: 'b', text: '让他明天再来', outcome: '他再没来过。', worth: 'poor', to: 'end' },
            ],
          },
          { id: 'di-er', title: '第二天', text: '复印件到了。' },
        ],
        happened: '窗口后来把要的材料印成了单子。',
        debrief: ['哪一步最容易让人误会？'],
      },
    },
    {
      id: 'ti',
      type: 'quiz',
      title: '两道题',
      minutes: 5,
      questions: [{ id: 't1', type: 'judgement', ask: '材料不齐，要一次说清。', isTrue: true, why: '少跑一趟。' }],
    },
    { id: 'wan', type: 'closing', title: '带回去', minutes: 5, text: '明天就试。' },
  ],
}

export function keepMeeting(service: LibraryService, record: object = presentedMeeting): Promise<MaterialView> {
  return askOverPipe<MaterialView>(service.pipe, 'POST', '/api/materials', { record })
}
