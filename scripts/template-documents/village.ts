import {
  formLine,
  formNote,
  formTable,
  formTitle,
  head,
  headRow,
  label,
  loopRow,
  opinion,
  repeatedHeadRow,
  row,
  tallRow,
  text,
  value,
} from './form.ts'
import { body, closing, line, officialTitle, signature } from './official.ts'
import type { TemplateDocument } from './template-document.ts'

export const villageDocuments: readonly TemplateDocument[] = [
  {
    identifier: 'cunwu-gongkailan',
    title: '村务公开栏',
    layout: 'form-landscape',
    body: [
      formTitle('{村名}村务公开栏（{公开年份}年第{公开期次}期）'),
      formLine('公开单位：{村名}村民委员会\t公开时间：{公开开始日期}至{公开结束日期}', 'form-landscape'),
      formTable([100], [row(head('一、财务收支（单位：元）'))], 'form-landscape'),
      formTable(
        [7, 13, 34, 15, 15, 16],
        [
          headRow('序号', '日期', '收支事项', '收入', '支出', '经办、审批'),
          loopRow('财务收支', '{序号}', '{日期}', '{收支事项}', '{收入}', '{支出}', '{经办审批}'),
          row(label('本期合计', 3), value('{收入合计}'), value('{支出合计}'), value('结余{结余}')),
        ],
        'form-landscape',
      ),
      formTable([100], [row(head('二、补贴救助（只公布姓名、组别、事项、金额）'))], 'form-landscape'),
      formTable(
        [7, 15, 13, 35, 15, 15],
        [
          headRow('序号', '姓名', '组别', '补贴、救助事项', '金额（元）', '发放日期'),
          loopRow('补贴救助', '{序号}', '{姓名}', '{组别}', '{事项}', '{金额}', '{发放日期}'),
        ],
        'form-landscape',
      ),
      formTable([100], [row(head('三、会议决定和重要事项'))], 'form-landscape'),
      formTable(
        [7, 13, 45, 20, 15],
        [
          headRow('序号', '日期', '事项和决定', '进展', '责任人'),
          loopRow('重要事项', '{序号}', '{日期}', '{事项和决定}', '{进展}', '{责任人}'),
        ],
        'form-landscape',
      ),
      formLine('村委会主任：{村委会主任}　　审核人：{审核人}\t村务监督委员会：{监督委员会主任}', 'form-landscape'),
      formNote('对公布内容有疑问的，可以查阅原始凭证或者会议记录。联系电话：{联系电话}；向乡镇反映：{乡镇反映电话}。'),
    ],
  },
  {
    identifier: 'ruhu-zoufang-jilu',
    title: '入户走访记录',
    layout: 'form',
    body: [
      formTitle('入户走访记录'),
      formLine('{乡镇名}{村名}{组名}\t走访日期：{走访日期}'),
      formTable(
        [16, 18, 15, 18, 15, 18],
        [
          row(
            label('户主'),
            value('{户主姓名}'),
            label('家庭人口'),
            value('{家庭人口}人'),
            label('联系电话'),
            value('{联系电话}'),
          ),
          row(label('住址'), value('{住址}', 5)),
          row(label('户情类别'), value('{户情类别}', 5)),
          row(label('受访人'), value('{受访人}', 2), label('走访人'), value('{走访人}', 2)),
        ],
      ),
      formTable(
        [14, 20, 14, 26, 26],
        [
          headRow('姓名', '与户主关系', '年龄', '就业就学、健康', '现在何处'),
          loopRow('家庭成员', '{姓名}', '{与户主关系}', '{年龄}', '{状况}', '{现在何处}'),
        ],
      ),
      formTable(
        [16, 84],
        [
          row(label('住房、饮水'), value('{住房饮水情况}')),
          row(label('收入、就业'), value('{收入就业情况}')),
          row(label('看病、上学'), value('{就医就学情况}')),
          row(label('安全隐患'), value('{安全隐患}')),
          tallRow(20, label('群众诉求'), value('{群众诉求}')),
        ],
      ),
      formTable(
        [8, 34, 20, 18, 20],
        [
          headRow('序号', '当场答复或者下一步', '责任人', '期限', '办结情况'),
          loopRow('办理事项', '{序号}', '{办理措施}', '{责任人}', '{办理期限}', '{办结情况}'),
        ],
      ),
      formTable(
        [100],
        [tallRow(16, opinion('受访人（签名）：                走访人（签名）：                              '))],
      ),
      formNote('说明：本记录只供办理诉求用，不外传；已有数据能查到的，不再让群众重复填报。'),
    ],
  },
  {
    identifier: 'juzhu-qingkuang-zhengming',
    title: '居住情况证明',
    layout: 'official',
    body: [
      officialTitle('居住情况证明'),
      line('编号：{证明编号}', { alignment: 'right' }),
      ...body(
        '兹证明{申请人姓名}（身份证号：{身份证号}），自{开始居住日期}起在{居住地址}居住，居住情况为{居住方式}。上述情况由本村{核实方式}核实，核实人：{核实人}。',
      ),
      ...body('本证明用于{用途}，有效期至{有效期}，复印无效。'),
      ...body('申请人承诺所述情况属实：              （签名）'),
      closing('联系人：{联系人}，联系电话：{联系电话}。'),
      ...signature('{村名}村民委员会（盖章）', '{出具日期}'),
    ],
  },
  {
    identifier: 'zhibanbiao',
    title: '值班表',
    layout: 'form-landscape',
    body: [
      formTitle('{单位名称}{值班时段}值班表'),
      formLine('值班电话：{值班电话}　　传真：{传真号码}\t值班时间：{交接班时间}交接班', 'form-landscape'),
      formTable(
        [10, 8, 16, 16, 16, 16, 18],
        [
          repeatedHeadRow('日期', '星期', '带班领导', '电话', '值班人员', '电话', '备勤、驾驶员'),
          loopRow(
            '值班安排',
            '{日期}',
            '{星期}',
            '{带班领导}',
            '{带班电话}',
            '{值班人员}',
            '{值班人员电话}',
            '{备勤人员}',
          ),
        ],
        'form-landscape',
      ),
      formTable(
        [14, 86],
        [
          row(
            label('紧急联络'),
            value(
              '县政府值班室：{县政府值班室电话}　　县应急管理局：{县应急管理局电话}　　派出所：{派出所电话}　　卫生院：{卫生院电话}',
            ),
          ),
          tallRow(
            16,
            label('报告要求'),
            text(
              '险情、灾情、事故、群体性事件，接报后先口头报带班领导，同时核实时间、地点、人员伤亡、已采取措施，按规定时限书面报告。换班须经带班领导同意并通知值班室。',
            ),
          ),
        ],
        'form-landscape',
      ),
      formLine('制表：{制表人}　　审核：{审核人}\t{制表日期}', 'form-landscape'),
    ],
  },
]
