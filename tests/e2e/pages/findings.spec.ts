import { carryForward } from '../../../shared/carryForward.ts'
import { checkReport } from '../../../shared/checks/index.ts'
import { huaian } from '../../fixtures/samples.ts'
import { empty } from './scenes.ts'
import { expect, expectAccessible, test } from './test.ts'

const begun = carryForward(huaian(), 2025)
const carriedIn = 'applications.carriedIn.natural'
const findings = checkReport({ ...begun, figures: { ...begun.figures, [carriedIn]: 100 } })

test.beforeEach(async ({ opened: { show } }) => show('findings', empty, { form: '2021', findings }))

test('findings are grouped, with both numbers and the difference, and lead to the cell', async ({ opened }) => {
  const { page, log } = opened
  await expect(page.getByText('错误1条，警告38条')).toBeVisible()
  await expect(page.getByText('本年填写 100')).toBeVisible()
  await expect(page.getByText('相差 −3')).toBeVisible()
  await expectAccessible(opened)
  await opened.picture('findings')
  await page.getByRole('button', { name: /^上年结转/ }).press('Enter')
  expect(await log()).toEqual([['onGo', carriedIn]])
})

test('blank cells are one line a table, which unfolds', async ({ opened }) => {
  const { page } = opened
  await expect(page.locator('.finding')).toHaveCount(12)
  await page.getByRole('button', { name: '逐条列出（23条）' }).click()
  await expect(page.locator('.finding')).toHaveCount(35)
  await expectAccessible(opened)
})

test('an error is accepted with a reason only, and the reason can be taken back', async ({ opened }) => {
  const { page, log } = opened
  await page.getByRole('button', { name: /^说明理由：/ }).click()
  const dialog = page.getByRole('dialog', { name: '说明理由' })
  await expect(dialog).toContainText('数字再变动时需重新说明')
  await expect(dialog.getByLabel('这样填写的理由')).toBeFocused()
  await expectAccessible(opened)
  await opened.picture('findings-dialog')
  await dialog.getByLabel('这样填写的理由').fill('  ')
  await dialog.getByRole('button', { name: '保存理由' }).click()
  await expect(dialog.getByText('请写明理由，不能只填空格。')).toBeVisible()
  expect(await log()).toEqual([])
  await dialog.getByLabel('这样填写的理由').fill(' 上年结转有更正，已公布更正说明 ')
  await dialog.getByRole('button', { name: '保存理由' }).click()
  expect(await log()).toEqual([['onOverride', 'X1', '上年结转有更正，已公布更正说明']])
  await expect(page.getByText('警告38条，已说明理由1条')).toBeVisible()
  await expect(page.getByText('理由（2026-01-12）：上年结转有更正，已公布更正说明')).toBeVisible()
  await opened.picture('findings-reasoned')
  await page.getByRole('button', { name: /^撤销理由：/ }).click()
  await expect(page.getByText('错误1条，警告38条')).toBeVisible()
})

test('findings in texts follow the paper, each with its part and paragraph', async ({ opened }) => {
  const { page, show } = opened
  const [first = '', ...rest] = huaian().narrative.overview.split('\n')
  const narrative = {
    preface: '根据国办公开办函〔2019〕60号编制。现将2023年度政府信息公开工作报告如下：',
    overview: [first, ...rest.map((paragraph) => `${paragraph.slice(0, -1)}，，加强的的管理,完善“制度。`)].join('\n'),
    problems: '无。',
    other: '（文字描述，收取信息处理费情况在此处报告。）',
  }
  const given = { ...huaian(), unit: { name: '淮安区教育局' }, narrative }
  await show('findings', empty, { form: '2021', findings: checkReport(given) })
  await expect(page.getByRole('button', { name: /^存在问题/ })).toContainText('不足10个字')
  await expect(page.getByRole('button', { name: /^用语/ }).first()).toContainText('开头的说明第1段')
  await expectAccessible(opened)
  await page.setViewportSize({ width: 1366, height: 680 })
  await opened.picture('findings-texts')
})

test('a report without findings says so', async ({ opened }) => {
  const { page, show } = opened
  await show('findings', empty, { form: '2021', findings: [] })
  await expect(page.getByText('没有发现问题。')).toBeVisible()
})

test('a text is mended from the list, one fault or all of a rule, and the button says what is put there', async ({
  opened,
}) => {
  const { page, show, log } = opened
  const place = (from: number) => ({ section: 'overview', paragraph: 0, from, to: from + 2 }) as const
  const doubled = [3, 9].map((from) => ({
    rule: 'Q7',
    severity: 'hint',
    cells: [],
    left: null,
    right: null,
    difference: null,
    message: `第${from}个字起标点重复。`,
    advice: '请删去一个。',
    where: place(from),
    mend: { ...place(from), before: '。。', after: '。', label: `删去第${from}字`, certain: true },
  }))
  await show('findings', empty, { form: '2021', findings: [...findings.slice(0, 1), ...doubled] })
  await expect(page.getByRole('button', { name: '全部改正（2处）' })).toHaveCount(1)
  await expectAccessible(opened)
  await opened.picture('findings-mend')
  await page.getByRole('button', { name: '删去第9字：第9个字起标点重复。' }).click()
  await page.getByRole('button', { name: '全部改正（2处）' }).click()
  expect(await log()).toEqual([
    ['onMend', ['删去第9字']],
    ['onMend', ['删去第3字', '删去第9字']],
  ])
})
