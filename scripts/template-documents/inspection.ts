import { formLine, formNote, formTable, formTitle, label, loopRow, repeatedHeadRow, row, value } from './form.ts'
import { body, closing, heading, line, officialTitle, recipient, redHead, signature } from './official.ts'
import type { TemplateDocument } from './template-document.ts'

export const inspectionDocuments: readonly TemplateDocument[] = [
  {
    identifier: 'huanjing-zhengzhi-taizhang',
    title: '环境整治台账',
    layout: 'form-landscape',
    body: [
      formTitle('{村名}环境整治台账'),
      formLine('包村干部：{包村干部}　　网格员：{网格员}\t统计时段：{统计开始日期}至{统计结束日期}', 'form-landscape'),
      formTable(
        [5, 9, 13, 10, 20, 9, 10, 9, 8, 7],
        [
          repeatedHeadRow('序号', '发现日期', '位置', '类别', '问题', '责任人', '整改措施', '期限', '复查日期', '结果'),
          loopRow(
            '问题',
            '{序号}',
            '{发现日期}',
            '{位置}',
            '{类别}',
            '{问题描述}',
            '{责任人}',
            '{整改措施}',
            '{整改期限}',
            '{复查日期}',
            '{复查结果}',
          ),
        ],
        'form-landscape',
      ),
      formTable(
        [14, 36, 14, 36],
        [
          row(label('发现问题'), value('{发现问题数}个'), label('已销号'), value('{已销号数}个')),
          row(label('未完成原因'), value('{未完成原因}', 3)),
          row(label('上报县级事项'), value('{上报事项}', 3)),
        ],
        'form-landscape',
      ),
      formLine('填表：{填表人}　　审核：{审核人}\t{填表日期}', 'form-landscape'),
      formNote('说明：一处一行，整改前后同角度各拍一张照片，照片以“序号-前”“序号-后”命名，与本表放在同一文件夹。'),
    ],
  },
  {
    identifier: 'zhenggai-tongzhishu',
    title: '整改通知书',
    layout: 'official',
    body: [
      ...redHead('{发文机关}', '{发文字号}'),
      officialTitle('整改通知书'),
      recipient('{被检查单位}：'),
      ...body('{检查日期}，本机关工作人员{检查人员}对你单位（{检查地点}）进行检查，发现下列问题：'),
      line('{#问题}', {}),
      ...body('{序号}．{问题描述}。依据：{依据}。整改要求：{整改要求}。完成期限：{完成期限}。'),
      line('{/问题}', {}),
      ...body(
        '请按期整改，并于{报告期限}前将整改情况和前后照片报{报送部门}。整改期间应当采取{临时措施}，确保安全。本机关将于{复查日期}复查。',
      ),
      closing('你单位如有异议，可以向本机关陈述、申辩。联系人：{联系人}，电话：{联系电话}。'),
      ...signature('{发文机关}', '{成文日期}'),
      ...body('被检查单位签收：                    年    月    日'),
    ],
  },
  {
    identifier: 'duban-tongzhi',
    title: '督办通知',
    layout: 'official',
    body: [
      ...redHead('{发文机关}', '{督办编号}'),
      officialTitle('关于{督办事项}的督办通知'),
      recipient('{承办单位}：'),
      ...body('{交办来源}，{督办事项}由你单位承办，原定于{原定期限}前完成。截至{检查日期}，进展为：{目前进展}。'),
      heading('一、需要完成的事'),
      ...body('{具体要求}'),
      heading('二、期限和反馈'),
      ...body(
        '请于{完成期限}前办结，并以电话或者一句话短信反馈{反馈内容}，不另报材料。确有困难不能按期完成的，于{说明期限}前说明原因和需要协调的事项。',
      ),
      heading('三、需要协调的'),
      ...body('{协调安排}'),
      closing('督办联系人：{联系人}，电话：{联系电话}。'),
      ...signature('{发文机关}', '{成文日期}'),
    ],
  },
]
