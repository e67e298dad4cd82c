import type { MaterialResponse } from './response-view.ts'

/** One question of a card: words to write, or choices to tick. */
export interface CardQuestion {
  /** Names its answer. */
  readonly id: string
  /** As printed. */
  readonly ask: string
  /** What may be ticked; absent where words are written. An answer names the choices by value, apart by spaces. */
  readonly choices?: readonly { readonly value: string; readonly text: string }[] | undefined
  /** More than one may be ticked. */
  readonly several?: boolean | undefined
  /** Lines to write on, on paper; 0 for choices. */
  readonly lines: number
}

const POST: CardQuestion = { id: 'post', ask: '您的岗位', lines: 1 }

/**
 * The questions of the two cards (需求卡 before, 反馈卡 after), in the order in which they are printed and typed in.
 * Nobody is asked for a name, and nothing for a mark.
 */
export const CARD_QUESTIONS: Readonly<Record<MaterialResponse['type'], readonly CardQuestion[]>> = {
  needs: [
    POST,
    {
      id: 'years',
      ask: '在这个岗位多久了',
      choices: [
        { value: 'under-1', text: '不到一年' },
        { value: '1-3', text: '一到三年' },
        { value: '4-10', text: '四到十年' },
        { value: 'over-10', text: '十年以上' },
      ],
      lines: 0,
    },
    { id: 'hard', ask: '办事时最难办、最常被问住的是什么', lines: 3 },
    { id: 'topics', ask: '想弄清楚哪些条款、哪些题目', lines: 2 },
    {
      id: 'form',
      ask: '怎样讲对您最有帮助（可选几项）',
      choices: [
        { value: 'clauses', text: '逐条领学' },
        { value: 'story', text: '讲身边的故事' },
        { value: 'drill', text: '情景演练' },
        { value: 'hands-on', text: '照着步骤动手做' },
        { value: 'discussion', text: '分组讨论' },
        { value: 'reading', text: '发材料自己看' },
      ],
      several: true,
      lines: 0,
    },
  ],
  feedback: [
    POST,
    { id: 'useful', ask: '哪些内容有用', lines: 2 },
    { id: 'unclear', ask: '哪里没有讲清楚', lines: 2 },
    { id: 'add', ask: '下次想加上什么', lines: 2 },
    { id: 'leave-out', ask: '下次可以去掉什么', lines: 1 },
    { id: 'tomorrow', ask: '明天就能用上的一件事', lines: 1 },
    {
      id: 'length',
      ask: '时间长短',
      choices: [
        { value: 'too-long', text: '偏长' },
        { value: 'right', text: '正好' },
        { value: 'too-short', text: '偏短' },
      ],
      lines: 0,
    },
  ],
}
