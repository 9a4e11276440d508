/** The pictures of the manual are those that `npm run screens` takes, and its page needs nothing but itself. */
import { describe, expect, it } from 'vitest'
import { manualPage } from '../../build/manual/page.ts'
import { manual, picturesIn } from '../../shared/manual/chapters.ts'
import { text } from '../../shared/manual/manual.ts'
import { screens } from '../e2e/screens/list.ts'

const names = screens.map(({ name }) => name)
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47])

describe('the pictures', () => {
  it.each([...picturesIn])('“%s” is taken by `npm run screens`', (name) => {
    expect(names).toContain(name)
  })

  it('have names of their own', () => {
    expect(new Set(names).size).toBe(names.length)
  })

  it('stand once in the manual', () => {
    const all = manual.flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'picture'))
    expect(all).toHaveLength(picturesIn.size)
  })

  it('show what a clerk has to find again', () => {
    const wanted = ['import-review', 'text-last-year', 'text-outline', 'text-findings', 'find-replace', 'compare']
    expect([...picturesIn]).toEqual(expect.arrayContaining([...wanted, 'terms', 'settings', 'backups', 'problem']))
  })
})

describe('the page', () => {
  const page = manualPage(manual, '1.2.3', () => png)

  it('holds all pictures in itself and names no address', () => {
    const sources = [...page.matchAll(/src="([^"]*)"/g)].map(([, source = '']) => source)
    expect(sources).toHaveLength(picturesIn.size)
    for (const source of sources) expect(source).toMatch(/^data:image\/png;base64,/)
    expect(page).not.toMatch(/https?:|url\(|@import|<script|<link/)
  })

  it('leads to every chapter', () => {
    for (const { id, title } of manual) {
      expect(page).toContain(`<a href="#${id}">${title}</a>`)
      expect(page).toContain(`<h2 id="${id}">${title}</h2>`)
    }
  })

  it('keeps the caption where a picture was not taken', () => {
    const bare = manualPage(manual, '1.2.3', () => undefined)
    expect(bare).not.toContain('<img')
    expect(bare.match(/<figcaption>/g)).toHaveLength(picturesIn.size)
  })

  it('shows words as words', () => {
    const chapter = { id: 'x', title: '甲<乙', parts: [text('<img src=x>&')] }
    const odd = manualPage([chapter], '1.2.3', () => undefined)
    expect(odd).toContain('<p>&lt;img src=x&gt;&amp;</p>')
    expect(odd).toContain('甲&lt;乙')
  })
})
