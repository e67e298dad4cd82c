import { AppError } from '../errors/app-error.ts'

/** A .docx that cannot be a template. */
export class TemplateDocumentError extends AppError<
  | 'TEMPLATE_DOCUMENT_BROKEN'
  | 'TEMPLATE_DOCUMENT_ENCRYPTED'
  | 'TEMPLATE_DOCUMENT_OLD'
  | 'TEMPLATE_DOCUMENT_MACROS'
  | 'TEMPLATE_DOCUMENT_OUTSIDE'
  | 'TEMPLATE_DOCUMENT_TOO_LARGE'
  | 'TEMPLATE_DOCUMENT_TOO_LONG'
> {}

export class TemplateNotFoundError extends AppError<'TEMPLATE_NOT_FOUND' | 'TEMPLATE_DOCUMENT_MISSING'> {}

/** A template that is given to be kept, and cannot be. */
export class TemplateRefusedError extends AppError<'TEMPLATE_SCHEMA_REFUSED' | 'TEMPLATE_UPLOAD_EMPTY'> {}

const SAFE = '资料库没有改动。'

export const documentRefusals = {
  broken: (cause?: unknown) =>
    new TemplateDocumentError({
      code: 'TEMPLATE_DOCUMENT_BROKEN',
      what: '这个文档打不开。',
      why: '它不是完整的 .docx 文件。',
      todo: `请用 WPS 打开后另存为 .docx 再试。${SAFE}`,
      cause,
    }),
  encrypted: () =>
    new TemplateDocumentError({
      code: 'TEMPLATE_DOCUMENT_ENCRYPTED',
      what: '这个文档加了密码。',
      todo: `请在 WPS 里去掉密码，另存为 .docx 再试。${SAFE}`,
    }),
  old: () =>
    new TemplateDocumentError({
      code: 'TEMPLATE_DOCUMENT_OLD',
      what: '这是旧版的 .doc 文档，只是名字改成了 .docx。',
      todo: `请用 WPS 打开后另存为 .docx 再试。${SAFE}`,
    }),
  macros: () =>
    new TemplateDocumentError({
      code: 'TEMPLATE_DOCUMENT_MACROS',
      what: '这个文档带有宏，没有打开。',
      why: '宏是会自己运行的程序，模板里用不着。',
      todo: `请用 WPS 打开后另存为不带宏的 .docx 再试。${SAFE}`,
    }),
  outside: () =>
    new TemplateDocumentError({
      code: 'TEMPLATE_DOCUMENT_OUTSIDE',
      what: '这个文档里有存放在别处的图片或内容，没有打开。',
      why: '换一台电脑或者没有网络，这些内容就没有了。',
      todo: `请在 WPS 里把它们插入文档本身（不用链接），保存后再试。${SAFE}`,
    }),
  tooLong: () =>
    new TemplateDocumentError({
      code: 'TEMPLATE_DOCUMENT_TOO_LONG',
      what: '这个文档太长，没法逐段读完。',
      todo: '请分成几份再试；文档没有改动。',
    }),
  tooLarge: () =>
    new TemplateDocumentError({
      code: 'TEMPLATE_DOCUMENT_TOO_LARGE',
      what: '这个文档展开后大得不正常，没有打开。',
      todo: `请确认来源可靠；图片太多时请先压缩图片。${SAFE}`,
    }),
}
