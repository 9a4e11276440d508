/** What a file is, by its bytes. */
import { describe, expect, it } from 'vitest'
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
