/** Findings marked in the text they are about: told at the caret, gone to by keyboard, mended by a click. */
import type { Finding, Mend } from '../../../shared/checks/finding.ts'
import { huaian } from '../../fixtures/samples.ts'
import type { Opened } from './open.ts'
import { empty } from './scenes.ts'
import { expect, expectAccessible, test } from './test.ts'

const text = '一、办理情况\n2024年收到申请12件，，办结12件。\n主动公开信息3条。。\n无其他事项。'

/** A finding on the letters of the text, which one click replaces. */
function finding(
  rule: string,
  severity: Finding['severity'],
  letters: string,
  more: Partial<Finding & { after: string }>,
) {
  const at = text.indexOf(letters)
  const before = text.slice(0, at)
  const paragraph = before.split('\n').length - 1
  const from = before.length - before.lastIndexOf('\n') - 1
  const place = { section: 'other', paragraph, from, to: from + letters.length } as const
  const { after, ...rest } = more
  const mend: Mend | undefined =
    after === undefined
      ? undefined
      : { ...place, before: letters, after, label: `改为${after}`, ...(rule === 'Q7' && { certain: true as const }) }
  const plain = {
    rule,
    severity,
    cells: [],
    left: null,
    right: null,
    difference: null,
    message: '',
    advice: '请核对。',
  }
  return { ...plain, where: place, ...(mend && { mend }), ...rest } satisfies Finding
}

const cell = 'applications.newReceived.natural'
const findings: Finding[] = [
  finding('N1', 'error', '12', {
    after: '15',
    cells: [cell],
    left: 12,
    right: 15,
    difference: -3,
    message: '文中写收到申请12件，表中本年新收政府信息公开申请数量是15件。',
  }),
  finding('Q4', 'warning', '2024年', { message: '这里写的是2024年，报告的年份是2025年。' }),
  finding('Q7', 'hint', '，，', { after: '，', message: '标点重复。' }),
  finding('Q7', 'hint', '。。', { after: '。', message: '标点重复。' }),
]

const show = (opened: Opened, more: object = {}) =>
  opened.show('texts', empty, {
    editors: [
      { id: 'other', label: '六、其他', text, unconfirmed: false, changes: [], findings, report: huaian(), ...more },
    ],
  })
const field = ({ page }: Opened) => page.getByRole('textbox', { name: '六、其他' })
const line = ({ page }: Opened) => page.locator('.finding-line [role=status]')
const marked = ({ page }: Opened, kind: string) => page.locator(`.text-mirror .run-${kind}`).allInnerTexts()
const caret = (opened: Opened) =>
  field(opened).evaluate((element: HTMLTextAreaElement) => [element.selectionStart, element.selectionEnd])
const handed = async ({ log }: Opened) => (await log()).filter(([name]) => name === 'onChange').map((entry) => entry[2])
const putCaret = (opened: Opened, at: number) =>
  field(opened).evaluate((element: HTMLTextAreaElement, place) => {
    element.focus()
    element.setSelectionRange(place, place)
  }, at)

test('each finding is marked at its letters, told by form and by a word beside the paragraph', async ({ opened }) => {
  await show(opened)
  expect(await marked(opened, 'error')).toEqual(['12'])
  expect(await marked(opened, 'warning')).toEqual(['2024年'])
  expect(await marked(opened, 'hint')).toEqual(['，，', '。。'])
  await expect(opened.page.locator('.text-gutter')).toHaveText(['一级标题', '错误第2段', '提示第3段', '第4段'])
  await expect(line(opened)).toHaveText('需要看的地方：错误1处，警告1处，提示2处')
  await opened.picture('text-findings')
  await expect(opened.page.getByText('本部分不到0.1页，全文7页')).toBeVisible()
  await expectAccessible(opened)
  await opened.picture('text-findings')
})

test('with the caret in it a finding says itself, with both numbers, and leads to the cell', async ({ opened }) => {
  await show(opened)
  await putCaret(opened, text.indexOf('12') + 1)
  await expect(line(opened)).toContainText('文中写收到申请12件，表中本年新收政府信息公开申请数量是15件。')
  await expect(line(opened)).toContainText('文中 12')
  await expect(line(opened)).toContainText('表中 15')
  await expect(field(opened)).toHaveAccessibleDescription(/文中写收到申请12件/)
  await expectAccessible(opened)
  await opened.picture('text-finding-at-caret')
  await opened.page.getByRole('button', { name: '到表格' }).click()
  expect(await opened.log()).toContainEqual(['goToCell', cell])
})

test('F8 goes from finding to finding, round and round, with its letters selected', async ({ opened }) => {
  await show(opened)
  await putCaret(opened, 0)
  const seen: string[] = []
  for (let count = 0; count < 5; count += 1) {
    await opened.page.keyboard.press('F8')
    const [from, to] = await caret(opened)
    seen.push(text.slice(from, to))
  }
  expect(seen).toEqual(['2024年', '12', '，，', '。。', '2024年'])
  await opened.page.keyboard.press('Shift+F8')
  await expect(line(opened)).toContainText('标点重复')
  await opened.page.getByRole('button', { name: '下一处' }).click()
  await expect(line(opened)).toContainText('报告的年份是2025年')
  await expect(field(opened)).toBeFocused()
})

test('one click takes the cell’s number, as a step of its own, after what is being typed', async ({ opened }) => {
  await show(opened)
  await putCaret(opened, 0)
  await opened.page.keyboard.type('甲')
  await putCaret(opened, text.indexOf('12') + 2)
  await opened.page.keyboard.press('Alt+Enter')
  const mended = `甲${text.replace('12件', '15件')}`
  await expect(field(opened)).toHaveValue(mended)
  expect(await handed(opened)).toEqual([`甲${text}`, mended])
  expect(await caret(opened)).toEqual([mended.indexOf('15') + 2, mended.indexOf('15') + 2])
  expect((await opened.log()).at(-1)).toEqual(['say', '已改正：改为15。按 Ctrl+Z 可以撤销。'])
})

test('faults of one rule that leave nothing to decide are mended together', async ({ opened }) => {
  await show(opened)
  await putCaret(opened, text.indexOf('，，') + 1)
  await opened.page.getByRole('button', { name: '同类全部改正（2处）' }).click()
  await expect(field(opened)).toHaveValue(text.replace('，，', '，').replace('。。', '。'))
  expect(await handed(opened)).toHaveLength(1)
})

test('a mark stays on its letters while the text in front of it is typed, and goes once they are typed over', async ({
  opened,
}) => {
  // No pause between two keys, however slow the machine, hands the text over: its findings are those of before.
  await opened.page.clock.install()
  await opened.page.clock.pauseAt(Date.now() + 1000)
  await show(opened)
  await putCaret(opened, 0)
  await opened.page.keyboard.type('新的一段')
  await opened.page.keyboard.press('Enter')
  expect(await handed(opened)).toEqual([])
  expect(await marked(opened, 'error')).toEqual(['12'])
  expect(await marked(opened, 'hint')).toEqual(['，，', '。。'])
  await putCaret(opened, `新的一段\n${text}`.indexOf('12') + 1)
  await opened.page.keyboard.type('0')
  expect(await marked(opened, 'error')).toEqual([])
  expect(await marked(opened, 'warning')).toEqual(['2024年'])
})

test('an input method composes undisturbed beside and in a marked place', async ({ opened }) => {
  await show(opened)
  const at = text.indexOf('12') + 2
  await putCaret(opened, at)
  const devtools = await opened.page.context().newCDPSession(opened.page)
  for (const composed of ['y', 'yu', '余', '余件']) {
    const length = composed.length
    await devtools.send('Input.imeSetComposition', { text: composed, selectionStart: length, selectionEnd: length })
    expect(await caret(opened)).toEqual([at + length, at + length])
    expect(await marked(opened, 'error')).toEqual(['12'])
  }
  await opened.page.waitForTimeout(900)
  expect(await handed(opened)).toEqual([])
  // F8 belongs to the input method as long as it composes.
  await opened.page.keyboard.press('F8')
  expect(await caret(opened)).toEqual([at + 2, at + 2])
  await devtools.send('Input.insertText', { text: '余件' })
  await expect(field(opened)).toHaveValue(`${text.slice(0, at)}余件${text.slice(at)}`)
  expect(await caret(opened)).toEqual([at + 2, at + 2])
})

test('nothing is replaced where the letters are others by now', async ({ opened }) => {
  const stale = findings.map((other) => (other.mend ? { ...other, mend: { ...other.mend, before: '别的' } } : other))
  await show(opened, { findings: stale })
  await putCaret(opened, text.indexOf('12') + 1)
  await opened.page.getByRole('button', { name: '改为15' }).click()
  await expect(opened.page.getByRole('alert')).toHaveText('这里的文字已经改动，没有替换；程序会按现在的文字重新检查。')
  await expect(field(opened)).toHaveValue(text)
})
