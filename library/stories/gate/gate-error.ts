import { AppError } from '../../errors/app-error.ts'

/** A finding that cannot be repaired or overruled as asked. */
export class GateError extends AppError<'FINDING_NOT_FOUND' | 'OVERRULE_NOT_ALLOWED' | 'OVERRULE_REASON_MISSING'> {}

export const findingNotFound = () =>
  new GateError({
    code: 'FINDING_NOT_FOUND',
    what: '检查结果里没有这一处。',
    why: '文字可能刚改过，或这一处不能一键处理。',
    todo: '内容没有改动。请重新检查，再按新的结果处理。',
  })

export const overruleNotAllowed = (name: string) =>
  new GateError({
    code: 'OVERRULE_NOT_ALLOWED',
    what: '没有放行：要由负责核实、审定或发布的同事来定。',
    why: `${name}没有这些分工。`,
    todo: '内容没有改动。可以先按提示修改，或请同事来看。',
  })

export const overruleReasonMissing = () =>
  new GateError({
    code: 'OVERRULE_REASON_MISSING',
    what: '没有放行：请写明理由。',
    todo: '理由会和您的名字一起记下来，以后查得到。',
  })
