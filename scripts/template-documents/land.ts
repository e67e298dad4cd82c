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

export const landDocuments: readonly TemplateDocument[] = [
  {
    identifier: 'zhaijidi-shenqingbiao',
    title: '农村宅基地和建房申请表',
    layout: 'form',
    body: [
      formTitle('农村宅基地和建房申请表'),
      formLine('申请地点：{乡镇名}{村名}{组名}\t申请日期：{申请日期}'),
      formTable(
        [17, 18, 12, 18, 14, 21],
        [
          row(
            label('申请户主'),
            value('{申请人姓名}'),
            label('性别'),
            value('{性别}'),
            label('联系电话'),
            value('{联系电话}'),
          ),
          row(label('身份证号'), value('{身份证号}', 3), label('家庭人口'), value('{家庭人口}人')),
          row(label('户籍地址'), value('{户籍地址}', 5)),
        ],
      ),
      formTable(
        [10, 18, 12, 32, 28],
        [
          headRow('序号', '家庭成员', '关系', '身份证号', '户口所在地'),
          loopRow('家庭成员', '{序号}', '{姓名}', '{与户主关系}', '{身份证号码}', '{户口所在地}'),
        ],
      ),
      formTable(
        [17, 18, 15, 18, 14, 18],
        [
          row(
            label('现有宅基地'),
            value('{现有宅基地面积}平方米'),
            label('现有建筑'),
            value('{现有建筑面积}平方米'),
            label('权属证号'),
            value('{权属证号}'),
          ),
          row(label('原宅处置'), value('{原宅基地处置方式}', 5)),
          row(label('申请理由'), value('{申请理由}', 5)),
          row(label('拟用地位置'), value('{拟用地位置}', 3), label('土地现状'), value('{土地现状}')),
          row(label('四至'), value('东至{东至}，南至{南至}，西至{西至}，北至{北至}', 5)),
          row(
            label('宅基地面积'),
            value('{申请宅基地面积}平方米'),
            label('房屋占地'),
            value('{房屋占地面积}平方米'),
            label('建房类型'),
            value('{建房类型}'),
          ),
          row(
            label('建筑面积'),
            value('{建筑面积}平方米'),
            label('建筑层数'),
            value('{建筑层数}层'),
            label('建筑高度'),
            value('{建筑高度}米'),
          ),
          tallRow(
            20,
            label('申请人承诺'),
            text(
              '以上情况属实。我户没有将原住房出卖、出租、赠与后再申请宅基地的情形；建房按批准的位置、面积、层数、高度施工，原宅基地按上列方式处置。如有不实，愿承担相应责任。\n\n申请人（签名、按手印）：                              年    月    日',
              5,
            ),
          ),
          tallRow(
            18,
            label('村民小组\n或集体经济\n组织意见'),
            opinion('负责人（签名）：                              年    月    日', 5),
          ),
          tallRow(
            18,
            label('村级审查\n意见'),
            opinion(
              '公示时间：      年   月   日至      年   月   日        有无异议：           \n负责人（签名、盖章）：                        年    月    日',
              5,
            ),
          ),
          tallRow(
            18,
            label('乡镇政府\n审核批准\n意见'),
            opinion('负责人（签名、盖章）：                        年    月    日', 5),
          ),
        ],
      ),
      formNote(
        '说明：占用农用地的，先依法办理农用地转用审批；乡村建设规划许可与宅基地审批的衔接，按本县办事指南办理。',
      ),
    ],
  },
]
