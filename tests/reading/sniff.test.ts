/** What a file is, by its bytes. */

import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { Refused } from '../../electron/reading/failure.ts'
import { readDocument } from '../../electron/reading/formats.ts'
import { kindOfFile } from '../../electron/reading/sniff.ts'

describe('pages, archives and plain text are told apart', () => {
  const files: readonly (readonly [string, string])[] = [
    ['html', '<!DOCTYPE html><title>a</title>'],
    ['html', '\ufeff  <html>'],
    ['html', '<?xml version="1.0" encoding="GBK"?><html xmlns="http://www.w3.org/1999/xhtml">'],
    ['html', `<!-- ${'x'.repeat(8000)} --><html>`],
    ['html', '一、总体情况<br>2024年<table>'],
    ['html', '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><x:ExcelWorkbook>'],
    ['mht', 'From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n\tboundary="b"\r\n\r\n--b'],
    ['mht', 'MIME-Version: 1.0\nContent-Type: text/html; charset=gbk\n\n<html>'],
    ['xls', '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'],
    ['text', '某县教育局2024年政府信息公开工作年度报告\n规章\t0\t0\t0'],
    ['text', '标题：年报\n\nContent-Type: multipart/related'],
    ['text', 'a < b and b > c'],
    ['nianbao', ' {"nianbao":1}'],
  ]

  it.each(files)('%s: %s', (kind, text) => {
    expect(kindOfFile(Buffer.from(text))).toBe(kind)
    if (kind === 'html') expect(kindOfFile(Buffer.from(text, 'utf16le'))).toBe(kind)
  })

  it('what has no text in it is none', () => {
    expect(() => kindOfFile(Buffer.from([1, 2, 0, 3, 0, 0, 4]))).toThrow('unsupported')
  })
})

describe('other files that offices have are told what to do with them', () => {
  const zip = (...names: string[]) =>
    Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<a/>')]))))
  const bytes = (...start: number[]) => Buffer.from([...start, ...new Array<number>(40).fill(0)])
  const files: readonly (readonly [string, Buffer, RegExp])[] = [
    ['a photo', bytes(0xff, 0xd8, 0xff, 0xe0), /图片.*照着填写/],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), /图片/],
    ['a fax', bytes(0x49, 0x49, 0x2a, 0), /图片/],
    ['a .rar', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'), /压缩包.*解压/],
    ['a .7z', Buffer.from('7z\xbc\xaf\x27\x1c\0', 'latin1'), /压缩包/],
    ['a .zip of a report', zip('上年报告.docx'), /压缩包/],
    ['a .zip of a folder', zip('年报/a.txt', '年报/b.bin'), /压缩包/],
    ['an .ofd', zip('OFD.xml', 'Doc_0/Document.xml'), /OFD.*粘贴文字/],
    ['an .odt', zip('mimetype', 'content.xml'), /另存为 \.docx/],
    ['a presentation', zip('[Content_Types].xml', 'ppt/presentation.xml'), /不是 Word/],
    ['Word’s XML', Buffer.from('<?xml version="1.0"?><w:wordDocument>'), /另存为 \.docx/],
    ['Word’s newer XML', Buffer.from('<?xml version="1.0"?><pkg:package xmlns:pkg="a">'), /另存为 \.docx/],
    ['a .uof', Buffer.from('<?xml version="1.0"?><uof:UOF xmlns:uof="a">'), /另存为 \.docx/],
  ]

  it.each(files)('%s', async (_, file, words) => {
    const refusal = await Promise.resolve()
      .then(() => readDocument(kindOfFile(file) as 'docx', file))
      .then(
        () => '',
        (error: unknown) => (error instanceof Refused ? error.failure.message : String(error)),
      )
    expect(refusal).toMatch(words)
    expect(refusal).toMatch(/^[^\n]+，(?:没有读取|无法读取)，请[^\n]+。$/)
  })

  it('a text that begins with the letters of a bitmap is a text', () => {
    expect(kindOfFile(Buffer.from('BM局2024年政府信息公开工作年度报告'))).toBe('text')
    expect(kindOfFile(Buffer.from('x'))).toBe('text')
  })
})
