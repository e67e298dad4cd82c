import { formLine, formTable, formTitle, headRow, label, loopRow, row, tallRow, value } from './form.ts'
import type { TemplateDocument } from './template-document.ts'

export const mediationDocuments: readonly TemplateDocument[] = [
  {
    identifier: 'renmin-tiaojie-xieyishu',
    title: '人民调解协议书',
    layout: 'form',
    body: [
      formTitle('人民调解协议书'),
      formLine('{调解委员会名称}\t编号：{协议编号}'),
      formTable(
        [10, 14, 8, 10, 28, 30],
        [
          headRow('身份', '姓名', '性别', '年龄', '身份证号', '住址、电话'),
          loopRow('当事人', '{身份}', '{姓名}', '{性别}', '{年龄}', '{身份证号码}', '{住址和电话}'),
        ],
      ),
      formTable(
        [16, 84],
        [
          row(label('纠纷类型'), value('{纠纷类型}')),
          tallRow(34, label('主要事实\n争议事项\n各方责任'), value('{纠纷事实和责任}')),
        ],
      ),
      formTable(
        [8, 46, 16, 16, 14],
        [
          headRow('序号', '协议内容', '谁履行', '履行方式', '履行期限'),
          loopRow('协议内容', '{序号}', '{内容}', '{履行人}', '{履行方式}', '{履行期限}'),
        ],
      ),
      formTable(
        [16, 84],
        [
          row(label('违约约定'), value('{违约约定}')),
          row(
            label('告知事项'),
            value(
              '本协议自各方签名、盖章或者按指印，调解员签名并加盖调解委员会印章之日起生效，具有法律约束力。双方认为有必要的，可以自生效之日起三十日内共同向人民法院申请司法确认。',
            ),
          ),
          row(label('份数'), value('本协议一式{份数}份，各方当事人各一份，调解委员会留存一份。')),
          tallRow(
            22,
            label('当事人'),
            value('（签名、盖章或者按指印）：\n\n                                                          {签订日期}'),
          ),
          tallRow(
            22,
            label('调解员'),
            value('（签名）：\n记录人：{记录人}\n调解委员会（盖章）                                        {签订日期}'),
          ),
        ],
      ),
    ],
  },
]
