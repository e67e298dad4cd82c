import { writeSheet } from '../sheets/write-sheet.ts'

const headings = [
  '姓名',
  '身份证号',
  '性别',
  '民族',
  '联系电话',
  '村名',
  '组别',
  '户主姓名',
  '与户主关系',
  '户号',
  '户籍地址',
  '开户行',
  '银行账号',
]

/** Nobody's: the numbers' check digits are right, the places are not on any map. */
const rows = [
  ['张桂兰', '990101196203150024', '女', '汉族', '13900000001', '上坪村', '二组', '张桂兰', '户主', '0201', '', '', ''],
  ['李明远', '990101198811020038', '男', '汉族', '13900000002', '上坪村', '二组', '张桂兰', '儿子', '0201', '', '', ''],
  ['王秀英', '990101195507080040', '女', '苗族', '13900000003', '河口村', '五组', '王秀英', '户主', '0513', '', '', ''],
]

/** A spreadsheet that shows how a book may look; any other layout is read too. */
export const saveExampleBook = (name: string) => writeSheet(headings, rows, name)
