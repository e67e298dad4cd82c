import { expect, it } from 'vitest'
import { isLeftover, selectionFromFiles } from '../../../renderer/importing/selection.ts'

it.each(['通知/.DS_Store', '~$土地管理法.docx', 'a/Thumbs.db', 'desktop.ini', '.git'])('passes over %s', (path) => {
  expect(isLeftover(path)).toBe(true)
})

it('keeps the path a file has within the chosen folder', () => {
  const file = Object.assign(new File(['正文'], '通知.md'), { webkitRelativePath: '文件/2024/通知.md' })
  const leftover = Object.assign(new File([''], '.DS_Store'), { webkitRelativePath: '文件/.DS_Store' })
  expect(selectionFromFiles([file, leftover])).toEqual({ kind: 'files', files: [{ path: '文件/2024/通知.md', file }] })
})
