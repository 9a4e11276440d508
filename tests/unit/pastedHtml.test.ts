import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { joinedLines } from '../../renderer/text/brokenLines.ts'
import { type HtmlNode, saysMore, textOfHtml } from '../../renderer/text/pastedHtml.ts'
import { readPasted } from '../../renderer/text/pastedText.ts'

/** Nodes as the window's own parser gives them. */
function nodeOf(node: DefaultTreeAdapterTypes.Node): HtmlNode {
  const attributes = 'attrs' in node ? node.attrs : []
  return {
    name: node.nodeName,
    text: 'value' in node && node.nodeName === '#text' ? node.value : '',
    attribute: (name) => attributes.find((attribute) => attribute.name === name)?.value ?? '',
    get children() {
      const children = 'childNodes' in node ? node.childNodes : []
      return children.filter(({ nodeName }) => nodeName !== '#comment').map(nodeOf)
    },
  }
}

const read = (html: string) => textOfHtml(nodeOf(parse(html)))
const lines = (html: string) => readPasted('纯文本', read(html)).paragraphs

describe('text pasted from Word', () => {
  const numbered = `<p class=MsoListParagraph><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>一、<span
    style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>主动公开<o:p></o:p></p>
    <p><span style='font-family:Wingdings;mso-list:Ignore'>l<span>&nbsp;</span></span>依申请公开</p>`

  it('keeps the numbers of its lists and drops bullets', () => {
    expect(lines(numbered)).toEqual(['一、主动公开', '依申请公开'])
  })

  it('leaves out what 修订 has deleted, comments and hidden text, and says so', () => {
    const html = `<p>收到申请<s><del cite="mailto:x" datetime="2025-01-02">11</del></s><ins>12</ins>件
      <span style='mso-hide:all'>内部数字</span><a class=msocomanchor href="#c1">[批注1]</a></p>
      <div style='mso-element:comment-list'><p class=MsoCommentText>请核对</p></div>`
    expect(lines(html)).toEqual(['收到申请12件'])
    expect(readPasted('', read(html)).notes).toEqual(['修订中已删除的文字和批注没有粘贴', '隐藏的文字没有粘贴'])
  })

  it('leaves out footnotes and their marks', () => {
    const html = `<p>办结3件<a style='mso-footnote-id:ftn1' href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a>。</p>
      <div style='mso-element:footnote-list'><div id=ftn1><p class=MsoFootnoteText>含上年结转。</p></div></div>`
    expect(lines(html)).toEqual(['办结3件。'])
    expect(lines('<p>收到3件<sup>[2]</sup>。面积12m<sup>2</sup></p>')).toEqual(['收到3件。面积12m2'])
  })

  it('makes lines of a table, and says so', () => {
    const html =
      '<p>如下：</p><table><tr><td><p>新收</p></td><td>3</td><td></td></tr><tr><td>结转</td><td>0</td></tr></table>'
    expect(lines(html)).toEqual(['如下：', '新收 3', '结转 0'])
    expect(readPasted('', read(html)).notes).toEqual(['其中1张表已改成逐行的文字，数字请填在表格里'])
  })
})

describe('text pasted from a web page', () => {
  it('keeps the paragraphs of a page that is laid out with a table', () => {
    const { text, tables } = read('<table><tr><td><p>第一段</p><p>第二段</p></td></tr></table>')
    expect([text, tables]).toEqual(['第一段\n第二段', 0])
  })

  it('numbers its lists as they are shown', () => {
    expect(lines('<ol start=3><li>甲</li><li value=7>乙</li><li>丙</li></ol>')).toEqual(['3.甲', '7.乙', '8.丙'])
    expect(lines('<ol style="list-style-type: cjk-ideographic"><li>甲</li></ol><ul><li>乙</li></ul>')).toEqual([
      '一、甲',
      '乙',
    ])
    expect(read('<ol style="list-style:none"><li>（一）甲</li></ol><ol><li>一、乙</li></ol>').text).toBe(
      '（一）甲\n一、乙',
    )
    expect(
      read(`<ol>${'<li>甲</li>'.repeat(21)}</ol>`)
        .text.split('\n')
        .at(-1),
    ).toBe('21.甲')
  })

  it('joins the lines of its source, with a space between words only', () => {
    expect(read('<p>收到\n   申请3\n件 from\n Word</p>').text).toBe('收到申请3件 from Word')
    expect(read('<p>甲<br>乙</p><pre>丙\n丁</pre>').text).toBe('甲\n乙\n丙\n丁')
  })

  it('is read from its plain side where the formatted one says no more', () => {
    expect(saysMore(read('<p style="color:red">别的</p>'))).toBe(false)
    expect(readPasted('纯文本', read('<p>别的</p>')).paragraphs).toEqual(['纯文本'])
  })

  it('never leaves an element, a style or a script in the text', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '<ol>',
      '<li>',
      '<table><tr><td>',
      '</table>',
      '<del>',
      '<script>run()</script>',
      '<style>p{}</style>',
      '<img src=x onerror=run()>',
      '<!-- 注 -->',
      '<![if !x]>',
      '<![endif]>',
      '收到',
      '3件',
      '\n',
      '&nbsp;',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const { text } = read(pieces.join(''))
        expect(text.replaceAll(/收到|3件|\d+\.|\s/g, '')).toBe('')
      }),
    )
  })

  it('is read however deep it is nested', () => {
    expect(() => read(`${'<div>'.repeat(5000)}甲`)).not.toThrow()
  })
})

describe('what only one machine can show', () => {
  it('goes, and the clerk is told', () => {
    const { paragraphs, notes } = readPasted('\uf0b7收到\ue000件', null)
    expect(paragraphs).toEqual(['收到件'])
    expect(notes).toEqual(['去掉了2个别的电脑上显示不出的符号或造字，请核对'])
  })
})

describe('lines of a PDF', () => {
  const width = 28
  const paragraph =
    '本机关严格落实条例要求，持续推进政府信息公开工作，全年主动公开政府信息一千二百条，办结依申请公开十二件，没有因此被申请行政复议或者提起行政诉讼的情况。'
  const cut = (text: string) => [...text.matchAll(new RegExp(`.{1,${width}}`, 'gu'))].map(([line]) => line)

  it('are joined into the paragraphs they were cut from', () => {
    const pasted = ['一、总体情况', ...cut(paragraph), '（一）主动公开', ...cut(`${paragraph}又一句。`)]
    expect(joinedLines(pasted)).toEqual(['一、总体情况', paragraph, '（一）主动公开', `${paragraph}又一句。`])
  })

  it('are told from paragraphs, headings and short lines', () => {
    expect(joinedLines([paragraph, paragraph, paragraph])).toBeNull()
    expect(joinedLines(['主动公开', '依申请公开', '平台建设', '监督保障'])).toBeNull()
    expect(joinedLines(['一个没有句号的很长的标题占满了整整一行还多一些的字数', '正文。'])).toBeNull()
    expect(joinedLines([])).toBeNull()
  })

  it('keep every letter when they are joined', () => {
    const line = fc.string({ unit: fc.constantFrom('收', '到', '，', '。', '1', '年'), minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (pasted) => {
        expect((joinedLines(pasted) ?? pasted).join('')).toBe(pasted.join(''))
      }),
    )
  })
})
