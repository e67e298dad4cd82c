import {
  body,
  closing,
  line,
  officialTitle,
  recipient,
  redHead,
  signature,
} from '../../../library/documents/official.ts'
import { notBefore } from '../schema/common-checks.ts'
import { date, rowNumber, table, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'
import { contact, issuedOn, issuing, officialChecks } from './official-parts.ts'

const goodData = {
  发文机关: '云溪镇人民政府',
  发文字号: '云政整改〔2026〕17号',
  被检查单位: '石桥村李记粮油店',
  检查日期: '2026-10-12',
  检查人员: '陈秋霞、罗敏',
  检查地点: '石桥村主街28号一层店面和二层住房',
  问题: [
    {
      问题描述: '店面与二层住房之间的楼梯没有防火分隔，楼梯口堆放纸箱约2立方米',
      依据: '《消防法》第十九条',
      整改要求: '清走楼梯口纸箱，在楼梯与店面之间加装防火门',
      完成期限: '2026-10-26',
    },
    {
      问题描述: '店内仅有1具灭火器，压力指针在红区',
      依据: '《消防法》第十六条',
      整改要求: '更换并增配，共配2具压力正常的4公斤干粉灭火器',
      完成期限: '2026-10-15',
    },
  ],
  报告期限: '2026-10-27',
  报送部门: '应急管理站',
  临时措施: '夜间不住人、楼梯口当天清空',
  复查日期: '2026-10-28',
  联系人: '陈秋霞',
  联系电话: '13800001105',
  成文日期: '2026-10-12',
}

export const zhenggaiTongzhishu: TemplateDefinition = {
  identifier: 'zhenggai-tongzhishu',
  title: '整改通知书',
  layout: 'official',
  body: [
    ...redHead('{发文机关}', '{发文字号}'),
    officialTitle('整改通知书'),
    recipient('{被检查单位}：'),
    ...body('{检查日期}，本机关工作人员{检查人员}对你单位（{检查地点}）进行检查，发现下列问题：'),
    line('{#问题}'),
    ...body('{序号}．{问题描述}。依据：{依据}。整改要求：{整改要求}。完成期限：{完成期限}。'),
    line('{/问题}'),
    ...body(
      '请按期整改，并于{报告期限}前将整改情况和前后照片报{报送部门}。整改期间应当采取下列临时措施：{临时措施}。本机关将于{复查日期}复查。',
    ),
    closing('你单位如有异议，可以向本机关陈述、申辩。联系人：{联系人}，电话：{联系电话}。'),
    ...signature('{发文机关}', '{成文日期}'),
    ...body('被检查单位签收：                    年    月    日'),
  ],
  schema: {
    description: '检查发现当场改不了的隐患和问题时用；罚款、停产停业等须有法定权限并按法定程序办，不能用本文书代替。',
    sections: {
      文头: {
        ...issuing('云政整改〔2026〕17号'),
        被检查单位: text('营业执照或者门牌上的名称'),
      },
      检查: {
        检查日期: date('到现场的那一天'),
        检查人员: text('两名以上，用顿号隔开', { example: '陈秋霞、罗敏' }),
        检查地点: text('写到门牌、楼层或者部位'),
      },
      问题: {
        问题: table('一个问题一行，各有各的期限', {
          序号: rowNumber(),
          问题描述: text('位置、现象、数量；末尾不加句号', { minLength: 6 }),
          依据: text('法律或者标准的名称和条款', { example: '《消防法》第十六条' }),
          整改要求: text('做到什么程度算改好'),
          完成期限: date('写到日'),
        }),
      },
      后续: {
        报告期限: date('整改情况最晚哪天报来'),
        报送部门: text('站所名称'),
        临时措施: text('整改前怎么防出事；末尾不加句号'),
        复查日期: date('说到做到的日子'),
        ...contact,
        ...issuedOn,
      },
    },
    checks: [
      ...officialChecks,
      {
        id: 'two-inspectors',
        severity: 'must',
        holds: '$exists(检查人员) ? $contains(检查人员, /[、，, ]/)',
        says: '检查应当由两名以上人员进行，请把姓名都写上。',
        fields: ['检查人员'],
      },
      {
        id: 'basis-named',
        severity: 'must',
        holds: '$exists(依据) ? $not($contains(依据, /有关规定|相关规定|有关法律/))',
        says: '依据只写“有关规定”，要写出法律或者标准的名称和条款。',
        fields: ['问题/依据'],
      },
      {
        id: 'deadlines-after-inspection',
        severity: 'must',
        holds: '$exists(完成期限) and $exists($form.检查日期) ? 完成期限 >= $form.检查日期',
        says: '完成期限在检查日期之前，请核对。',
        fields: ['问题/完成期限'],
      },
      notBefore(
        'recheck-after-report',
        '复查日期',
        '报告期限',
        '复查日期在报告期限之前，那时整改可能还没完成。',
        'should',
      ),
      {
        id: 'no-penalty',
        severity: 'must',
        holds: '$exists(整改要求) ? $not($contains(整改要求, /罚款|停产|停业|查封|吊销/))',
        says: '整改要求里出现了罚款、停产停业一类的处理，须有法定权限并另走法定程序，不能写在整改通知书里。',
        fields: ['问题/整改要求'],
      },
    ],
    basis: [
      { title: '中华人民共和国安全生产法', provisions: ['第九条', '第四十一条'] },
      { title: '中华人民共和国消防法', provisions: ['第十六条', '第十九条'], note: '按检查的问题选用' },
    ],
    materials: [{ name: '检查记录、照片' }, { name: '依据的条文' }, { name: '送达签收' }],
    fileName: '整改通知书-{被检查单位}-{检查日期}',
    official: true,
  },
  good: {
    title: '填好的样子：店铺消防隐患',
    note: '每个问题都有依据、改到什么程度、哪天改完。',
    notes: {
      '问题/0/问题描述': '位置、东西、多少都写了，复查时对得上。',
      '问题/1/整改要求': '写清配几具、什么规格，改没改好一看就知道。',
      临时措施: '没改好之前怎么防出事，也写上了。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：没有依据、越了权限',
    note: '这样的通知书对方可以不认，出了事也说不清。',
    notes: {
      检查人员: '只有一个人，检查应当两人以上。',
      '问题/0/依据': '“有关规定”不是依据。',
      '问题/0/整改要求': '写了罚款，乡镇没有这项权限就不能写。',
      '问题/0/完成期限': '早于检查日期。',
      复查日期: '复查安排在报告期限之前。',
    },
    data: {
      ...goodData,
      检查人员: '陈秋霞',
      问题: [
        {
          问题描述: '楼梯口堆放纸箱约2立方米',
          依据: '有关规定',
          整改要求: '立即清走，逾期罚款500元',
          完成期限: '2026-10-02',
        },
      ],
      复查日期: '2026-10-20',
    },
  },
}
