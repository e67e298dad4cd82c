import { describe, expect, it } from 'vitest'
import { policyText } from '../../store/temporary-library.ts'
import { startReceiver } from '../receiver.ts'
import { startOffice } from './publishing-office.ts'

describe('a channel that is published', () => {
  it('arrives at who trusts it, with its changes and withdrawals', async () => {
    const office = await startOffice()
    await office.importText('宅基地.md', policyText('宅基地管理办法', '沧浪亭台'))
    await office.importText('低保.md', policyText('低保申请办法', '昆仑雪山'))
    await office.define({ choice: { queries: ['kind:policy'], items: [], excluded: [] } })
    expect(await office.publish('第一版')).toMatchObject({
      version: 1,
      items: 2,
      new: 2,
      changed: 0,
      objectsWritten: 2,
    })

    const receiver = await startReceiver()
    await receiver.trust(office.repository)
    expect(await receiver.apply(office.repository)).toMatchObject({ version: 1, new: 2 })
    expect(await receiver.find('沧浪亭台')).toEqual(['宅基地管理办法'])
  })
})
