import { carryForward } from '../../../shared/carryForward.ts'
import { huaian } from '../../fixtures/samples.ts'
import type { Opened } from './open.ts'
import { empty } from './scenes.ts'
import { expect, expectAccessible, test } from './test.ts'

const report = carryForward(huaian(), 2025)
const labels = { preface: '前言', overview: '一、总体情况', problems: '五、存在的主要问题及改进情况' } as const

const carried = (Object.keys(labels) as (keyof typeof labels)[]).map((id) => ({
  id,
  label: labels[id],
  hint: '写清本年的工作。',
  text: report.narrative[id],
  unconfirmed: true,
  changes: report.textChanges.filter(({ section }) => section === id),
}))

const plain = (text: string) => ({
  editors: [{ id: 'other', label: '六、其他', text, unconfirmed: false, changes: [] }],
})

const field = ({ page }: Opened) => page.getByRole('textbox', { name: '六、其他' })
const handed = async ({ log }: Opened) => (await log()).filter(([name]) => name === 'onChange').map((entry) => entry[2])

/** What Ctrl+V with a text from Word does. */
const paste = (opened: Opened, text: string) =>
  field(opened).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    clipboardData.setData('text/html', '<p style="color:red">别的内容</p>')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

test('last year’s text is marked as such, with its moved years and levels', async ({ opened }) => {
  const { page, show, log } = opened
  await show('texts', empty, { editors: carried })
  await expect(page.getByText('沿用上年，待修改或确认')).toHaveCount(3)
  await expect(page.getByText('2024→2025（2处）')).toBeVisible()
  await expect(page.locator('.text-mirror .run-change').first()).toHaveText('2025')
  await expect(page.getByText('二级标题').first()).toBeVisible()
  await expectAccessible(opened)
  await opened.picture('texts')
  await page.getByRole('button', { name: '确认前言沿用上年的文字' }).click()
  expect(await log()).toEqual([['onConfirm', 'preface']])
  await expect(page.getByText('沿用上年，待修改或确认')).toHaveCount(2)
})

test('what is drawn behind the field stands where its letters stand', async ({ opened }) => {
  const { page, show } = opened
  for (const width of [1366, 1093, 911, 683]) {
    await page.setViewportSize({ width, height: 768 })
    await show('texts', empty, { editors: carried })
    const heights = await page.locator('.text-field').evaluateAll((fields) =>
      fields.map((element) => {
        const textarea = element.querySelector('textarea')!
        const mirror = element.querySelector('.text-mirror')!
        // A field no higher than its letters: were a line broken elsewhere, the heights would differ.
        textarea.style.height = '0'
        textarea.style.minHeight = '0'
        const height = textarea.scrollHeight
        textarea.style.height = ''
        return [Math.max(height, 96), mirror.getBoundingClientRect().height]
      }),
    )
    for (const [letters, drawn] of heights) expect(drawn).toBe(letters)
  }
})

test('what is typed is handed over after a pause and when the field is left', async ({ opened }) => {
  await opened.show('texts', empty, plain(''))
  await field(opened).pressSequentially('无其他事项')
  await expect.poll(() => handed(opened)).toEqual(['无其他事项'])
  await field(opened).pressSequentially('。')
  await field(opened).blur()
  expect(await handed(opened)).toEqual(['无其他事项', '无其他事项。'])
  await expect(opened.page.getByText('6字', { exact: true })).toBeVisible()
})

test('a paste from Word keeps paragraphs and drops the rest', async ({ opened }) => {
  await opened.show('texts', empty, plain('末段'))
  await field(opened).focus()
  await opened.page.keyboard.press('Control+Home')
  await paste(opened, '　　一、收费情况\r\n\r\n\t本年\u00a0收取信息处理费0元。\v无其他事项。\r\n')
  await expect(field(opened)).toHaveValue('一、收费情况\n本年 收取信息处理费0元。\n无其他事项。\n末段')
  const caret = await field(opened).evaluate((element) => (element as HTMLTextAreaElement).selectionStart)
  expect(caret).toBe('一、收费情况\n本年 收取信息处理费0元。\n无其他事项。\n'.length)
  await field(opened).pressSequentially('新')
  await field(opened).blur()
  expect((await handed(opened)).at(-1)).toBe('一、收费情况\n本年 收取信息处理费0元。\n无其他事项。\n新末段')
})

test('an input method loses no letter, and nothing is handed over while it composes', async ({ opened }) => {
  await opened.show('texts', empty, plain('本年'))
  await field(opened).focus()
  await opened.page.keyboard.press('Control+End')
  const devtools = await opened.page.context().newCDPSession(opened.page)
  for (const text of ['s', 'sh', 'shou', '收', '收到']) {
    await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  }
  await expect(field(opened)).toHaveValue('本年收到')
  await opened.page.waitForTimeout(900)
  expect(await handed(opened)).toEqual([])
  await devtools.send('Input.insertText', { text: '收到' })
  await expect(field(opened)).toHaveValue('本年收到')
  await expect.poll(() => handed(opened)).toEqual(['本年收到'])
  await expect(opened.page.locator('.text-paragraph').first()).toContainText('本年收到')
})

test('the field has no history of its own; what the page takes back is shown, with the caret there', async ({
  opened,
}) => {
  const { page, show } = opened
  await show('texts', empty, plain('甲乙'))
  await field(opened).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('丙')
  await page.keyboard.press('Control+z')
  await expect(field(opened)).toHaveValue('甲乙丙')
  await expect.poll(() => handed(opened)).toEqual(['甲乙丙'])
  await page.evaluate(() => window.changeText(0, { text: '甲丙' }))
  await expect(field(opened)).toHaveValue('甲丙')
  expect(await field(opened).evaluate((element) => (element as HTMLTextAreaElement).selectionStart)).toBe(1)
})

test('a finding in a text leads to its place', async ({ opened }) => {
  const { page, show } = opened
  await page.setViewportSize({ width: 1366, height: 400 })
  await show('texts', empty, { editors: carried })
  await page.evaluate(() => window.changeText(1, { goTo: { paragraph: 4, from: 0, to: 3, at: 1 } }))
  const selected = () => page.evaluate(() => window.getSelection()?.toString())
  await expect.poll(selected).toBe(report.narrative.overview.split('\n')[4]?.slice(0, 3))
  await expect(page.locator('[data-section=overview] .text-paragraph').nth(4)).toBeInViewport()
})
