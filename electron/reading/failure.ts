/** Why a file was refused. Each reason has its own sentence: what happened, that nothing was changed, what to do. */

export type FailureCode =
  | 'missing'
  | 'folder'
  | 'empty'
  | 'unreadable'
  | 'tooLarge'
  | 'encrypted'
  | 'richText'
  | 'database'
  | 'scan'
  | 'unsupported'
  | 'brokenZip'
  | 'zipBomb'
  | 'tooManyEntries'
  | 'notWord'
  | 'brokenOffice'
  | 'oldWord'
  | 'brokenSheet'
  | 'brokenPdf'
  | 'doctype'
  | 'tooDeep'
  | 'tooComplex'
  | 'brokenXml'
  | 'encoding'
  | 'brokenData'
  | 'newerData'
  | 'noTables'
  | 'timeout'
  | 'memory'
  | 'crash'

export interface Failure {
  readonly ok: false
  readonly code: FailureCode
  readonly message: string
}

export type Outcome<T> = ({ readonly ok: true } & T) | Failure

const sentences: Record<FailureCode, string> = {
  missing: '找不到这个文件，请检查文件名和所在文件夹后重试。',
  folder: '选择的是一个文件夹，请选择上年报告的文件。',
  empty: '这个文件是空的（0字节），请找回完整的文件后重试。',
  unreadable: '没有权限读取这个文件，或它正被其他程序独占，请关闭其他程序或换一个位置后重试。',
  tooLarge: '这个文件太大，不像是一份年度报告，没有读取，请确认选对了文件，或删去其中的图片后另存再试。',
  encrypted: '这个文件设有打开密码，无法读取，请在 Word 或 WPS 中取消密码后另存再试。',
  richText: '这是 RTF 文件，没有读取，请用 Word 或 WPS 打开后另存为 .docx 再试。',
  database: '这是“公开年报”的数据文件，不是一份报告，没有读取，请在“设置”中导入另一台电脑的数据。',
  scan: '这个 PDF 文件是扫描件，只有图像没有文字，无法读取，请向原单位索取 Word 文件，或在本程序中照着填写。',
  unsupported:
    '不认识这种文件，没有读取，请选择 Word、PDF、网页、Excel 或文本文件，或用 Word、WPS 打开后另存为 .docx 再试。',
  brokenZip: '这个 .docx 文件不完整或已损坏，没有读取，请重新复制一份，或用 Word、WPS 打开修复后另存再试。',
  zipBomb: '这个文件展开后异常庞大，可能有害，没有读取，请向来源核实。',
  tooManyEntries: '这个文件内含的部件异常多，可能有害，没有读取，请向来源核实。',
  brokenOffice: '这个旧格式的 Office 文件不完整或已损坏，没有读取，请重新复制一份，或用 Word、WPS 打开修复后另存再试。',
  oldWord: '这是 Word 95 或更早版本的文件，没有读取，请用 Word 或 WPS 打开后另存为 .docx 再试。',
  brokenSheet: '这个表格文件不完整或已损坏，没有读取，请重新复制一份，或用 Excel、WPS 打开修复后另存再试。',
  brokenPdf: '这个 PDF 文件不完整或已损坏，没有读取，请重新下载一份再试。',
  notWord: '这个文件不是 Word 文档，没有读取，请确认选对了文件。',
  doctype: '这个文件含有不安全的声明，可能有害，没有读取，请向来源核实，或用 Word、WPS 打开后另存再试。',
  tooDeep: '这个文件的结构嵌套过深，可能有害，没有读取，请向来源核实，或用 Word、WPS 打开后另存再试。',
  tooComplex: '这个文件的内容异常繁多，不像是一份年度报告，没有读取，请确认选对了文件。',
  brokenXml: '这个 .docx 文件的内容已损坏，没有读取，请用 Word 或 WPS 打开修复后另存再试。',
  encoding: '这个文件使用了不支持的文字编码，没有读取，请用 Word 或 WPS 打开后另存再试。',
  brokenData: '这个 .nianbao 文件的内容有误，没有读取，请重新取一份完整的文件。',
  newerData: '这个文件由更新版本的“公开年报”保存，本版本不能读取，请先升级程序。',
  noTables: '在这个文件里没有找到年度报告的三张表，没有读取，请确认选对了文件。',
  timeout: '读取这个文件用时过长，已经停止，请用 Word 或 WPS 打开后另存再试。',
  memory: '读取这个文件占用内存过多，已经停止，请用 Word 或 WPS 打开后另存再试。',
  crash: '读取这个文件时出错，已经停止，请用 Word 或 WPS 打开后另存再试。',
}

/** A refusal as a value; `detail` replaces the usual sentence where a more exact one is known. */
export const failure = (code: FailureCode, detail?: string): Failure => ({
  ok: false,
  code,
  message: detail ?? sentences[code],
})

/** Carries a refusal out of a parser's callbacks; caught at the reader's entry and turned into a value again. */
export class Refused extends Error {
  readonly failure: Failure
  constructor(code: FailureCode, detail?: string) {
    super(code)
    this.failure = failure(code, detail)
  }
}
