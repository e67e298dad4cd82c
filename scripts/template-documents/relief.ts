import {
  formLine,
  formNote,
  formTable,
  formTitle,
  headRow,
  label,
  loopRow,
  opinion,
  row,
  tallRow,
  text,
  value,
} from './form.ts'
import type { TemplateDocument } from './template-document.ts'

const applicant = [
  row(label('申请人'), value('{申请人姓名}'), label('性别'), value('{性别}'), label('联系电话'), value('{联系电话}')),
  row(label('身份证号'), value('{身份证号}', 3), label('家庭人口'), value('{家庭人口}人')),
  row(label('户籍地址'), value('{户籍地址}', 5)),
  row(label('现居住地'), value('{现居住地}', 5)),
]

const household = headRow('序号', '家庭成员', '关系', '身份证号', '健康、就业、就学')
const members = loopRow('家庭成员', '{序号}', '{姓名}', '{与申请人关系}', '{身份证号码}', '{状况}')
const account = row(label('开户银行'), value('{开户银行}', 2), label('户名、账号'), value('{户名} {银行账号}', 2))

export const reliefDocuments: readonly TemplateDocument[] = [
  {
    identifier: 'linshi-jiuzhu-shenqingshu',
    title: '临时救助申请书',
    layout: 'form',
    body: [
      formTitle('临时救助申请书'),
      formLine('{乡镇名}人民政府：\t申请日期：{申请日期}'),
      formTable([15, 18, 11, 18, 14, 24], applicant),
      formTable([10, 18, 14, 34, 24], [household, members]),
      formTable(
        [17, 17, 16, 17, 17, 16],
        [
          row(label('困难类型'), value('{困难类型}', 2), label('发生日期'), value('{困难发生日期}', 2)),
          tallRow(30, label('申请理由'), value('{申请理由}', 5)),
          row(label('家庭月收入'), value('{家庭月收入}元', 2), label('已获救助'), value('{已获救助或赔付}', 2)),
          row(label('已支出'), value('{已支出金额}元', 2), label('自付金额'), value('{自付金额}元', 2)),
          account,
          tallRow(
            20,
            label('承诺与授权'),
            text(
              '以上情况属实，愿意配合入户调查。我家庭同意县级民政部门依法查询、核对家庭收入和财产状况。如有隐瞒、伪造，愿退回所得并承担相应责任。\n\n申请人（签名、按手印）：                              年    月    日',
              5,
            ),
          ),
          tallRow(
            18,
            label('村级意见'),
            opinion(
              '入户人（两人签名）：                              \n负责人（签名、盖章）：               年    月    日',
              5,
            ),
          ),
          tallRow(
            18,
            label('乡镇审核\n意见'),
            opinion(
              '拟救助金额：            元\n经办人：              负责人（签名、盖章）：               年    月    日',
              5,
            ),
          ),
          tallRow(18, label('县级审批\n意见'), opinion('负责人（签名、盖章）：               年    月    日', 5)),
        ],
      ),
      formNote('说明：情况紧急、先行救助的，在乡镇审核意见栏注明“先行救助”和发放日期，材料和公示事后补齐。'),
    ],
  },
]
