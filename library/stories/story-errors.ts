import { AppError } from '../errors/app-error.ts'

export class StoryNotFoundError extends AppError<'STORY_NOT_FOUND'> {
  constructor() {
    super({
      code: 'STORY_NOT_FOUND',
      what: '没有这个故事。',
      why: '它可能已经删除，或者不是在这里写的。',
      todo: '三十天内删除的，可以在故事列表的“已删除”里恢复。',
    })
  }
}

export class StoryError extends AppError<
  'STORY_CHANGED' | 'STORY_NOT_OPEN' | 'STORY_NOT_ALLOWED' | 'STORY_PUBLISHED' | 'STORY_TOO_LARGE' | 'STORY_NOT_A_STORY'
> {}

export const storyChanged = () =>
  new StoryError({
    code: 'STORY_CHANGED',
    what: '没有保存：这个故事刚在另一个地方改过。',
    why: '照存会盖掉那边写的内容。',
    todo: '您写的还在这个窗口里。请先抄下要紧的，再重新载入接着写。',
  })

export const storyNotOpen = (state: 'published' | 'retired') =>
  new StoryError({
    code: 'STORY_NOT_OPEN',
    what: state === 'published' ? '没有保存：这个故事已经发布了。' : '没有保存：这个故事已经退役了。',
    todo:
      state === 'published'
        ? '内容没有改动。要改请先点“更正”，改完再走一遍核实和审定。'
        : '内容没有改动。要再用请先恢复。',
  })

export const storyNotAllowed = (why: string) =>
  new StoryError({
    code: 'STORY_NOT_ALLOWED',
    what: '没有保存：这一步要由别的同事来做。',
    why,
    todo: '内容没有改动。可以在旁边写意见，或者请有这项分工的同事修改。',
  })

export const publishedNotDeleted = () =>
  new StoryError({
    code: 'STORY_PUBLISHED',
    what: '没有删除：这个故事发布过，读者手里可能有。',
    todo: '请用“退役”，读者会看到撤回的说明；记录都留着。',
  })

export const storyTooLarge = () =>
  new StoryError({
    code: 'STORY_TOO_LARGE',
    what: '没有保存：内容太多了。',
    why: '一个故事的文字最多 4 MB；图片和影片另外存放，不算在内。',
    todo: '请分成几个故事来讲。',
  })

export const notAStory = () =>
  new StoryError({
    code: 'STORY_NOT_A_STORY',
    what: '这份资料不是故事。',
    todo: '请在故事列表里选一个。',
  })
