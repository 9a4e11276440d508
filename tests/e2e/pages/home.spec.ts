import { empty, many, office, today } from './scenes.ts'
import { expect, expectAccessible, test } from './test.ts'

test.describe('the first start', () => {
  test('offers two large choices and an example', async ({ opened }) => {
    const { page, show, log } = opened
    await show('home', empty)
    await expect(page.getByRole('button', { name: /^导入上年报告/ })).toBeVisible()
    await expectAccessible(opened)
    await opened.picture('home-first')
    await page.getByRole('button', { name: '看一份一分钟示例' }).click()
    await expect.poll(log).toEqual([['go', { at: 'report', id: 902 }]])
  })

  test('makes a blank report for a unit whose kind and level its name tells', async ({ opened }) => {
    const { page, show, log, calls } = opened
    await show('home', empty)
    await page.getByRole('button', { name: /^新建空白报告/ }).click()
    const dialog = page.getByRole('dialog', { name: '新建空白报告' })
    await expect(dialog.getByLabel('单位全称')).toBeFocused()
    await dialog.getByRole('button', { name: /新\s?建/ }).click()
    await expect(dialog.getByText('请填写单位全称')).toBeVisible()
    await dialog.getByLabel('单位全称').fill('沭阳县庙头镇人民政府')
    await expect(dialog.getByText('乡镇、街道')).toBeVisible()
    await expect(dialog.getByLabel('报告年度')).toHaveValue('2025')
    await expectAccessible(opened)
    await opened.picture('home-new')
    await dialog.getByLabel('单位全称').press('Enter')
    await expect.poll(log).toEqual([['go', { at: 'report', id: 901 }]])
    expect(await calls('createUnit')).toEqual([
      { unit: { name: '沭阳县庙头镇人民政府', kind: 'township', level: 'township' } },
    ])
  })

  test('keeps what was typed when it fails, and makes no second unit when tried again', async ({ opened }) => {
    const { page, show, log, calls, fail } = opened
    await show('home', empty)
    await page.getByRole('button', { name: /^新建空白报告/ }).click()
    await page.getByLabel('单位全称').fill('沭阳县教育局')
    await fail('createBlank', '磁盘已满，没有新建，请清理磁盘后重试。')
    await page
      .getByRole('button', { name: /新\s?建$/ })
      .last()
      .click()
    await expect(page.getByText('磁盘已满，没有新建，请清理磁盘后重试。')).toBeVisible()
    await expect(page.getByLabel('单位全称')).toHaveValue('沭阳县教育局')
    await fail('createBlank', null)
    await page
      .getByRole('button', { name: /新\s?建$/ })
      .last()
      .click()
    await expect.poll(log).toHaveLength(1)
    expect(await calls('createUnit')).toHaveLength(1)
  })

  test('takes a file dropped anywhere as last year’s', async ({ opened }) => {
    const { page, show, log, calls } = opened
    await show('home', empty)
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array([80, 75, 3, 4])], '2024年报告.docx'))
      window.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, cancelable: true }))
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }))
    })
    await expect.poll(log).toEqual([['go', { at: 'import', source: { handle: 'dropped', name: '2024年报告.docx' } }]])
    expect(await calls('dropSource')).toEqual([{ name: '2024年报告.docx', base64: 'UEsDBA==' }])
  })
})

test.describe('a county office', () => {
  test('sees state, change and days left of each unit', async ({ opened }) => {
    const { page, show } = opened
    await show('home', office)
    const row = (name: string) => page.locator('tbody', { hasText: name })
    await expect(row('沭阳县人民政府办公室')).toContainText(`填报中还有19天（1月31日）今天 14:05`)
    await expect(row('沭阳县民政局')).toContainText('审核未通过还有4天（1月16日）')
    await expect(row('沭阳县发展和改革局')).toContainText('已逾期2天（1月10日）')
    await expect(row('沭阳县庙头镇人民政府')).toContainText('请按本县通知填写期限')
    await expect(row('沭阳县教育局')).toContainText('已导出期限2025年1月31日')
    expect(today).toBe('2026-01-12')
    await expectAccessible(opened)
    await opened.picture('home-office')
  })

  test('opens a report, continues last year’s and goes to the settings for a missing deadline', async ({ opened }) => {
    const { page, show, log } = opened
    await show('home', office)
    await page.getByRole('button', { name: '打开沭阳县人民政府2025年度报告' }).press('Enter')
    await page.getByRole('button', { name: '用沭阳县教育局2024年度报告编写2025年度报告' }).click()
    await expect.poll(log).toHaveLength(2)
    await page.getByRole('button', { name: '请按本县通知填写期限' }).click()
    expect(await log()).toEqual([
      ['go', { at: 'report', id: 21 }],
      ['go', { at: 'report', id: 903 }],
      ['go', { at: 'settings' }],
    ])
  })

  test('says that states could not be found out, and asks again on demand', async ({ opened }) => {
    const { page, show, fail } = opened
    await show('home', office, { failing: ['states', '数据文件正被占用，没有读到状态，请稍后重试。'] })
    await expect(page.getByText('数据文件正被占用，没有读到状态，请稍后重试。')).toBeVisible()
    await expect(page.getByText('查看状态中').first()).toBeVisible()
    await fail('states', null)
    await page.getByRole('button', { name: /重\s?试/ }).click()
    await expect(page.getByText('审核未通过').first()).toBeVisible()
    await expect(page.getByText('查看状态中')).toHaveCount(0)
  })

  test('unfolds older years and archived units', async ({ opened }) => {
    const { page, show, calls } = opened
    await show('home', office)
    await expect(page.getByRole('button', { name: '打开沭阳县人民政府办公室2023年度报告' })).toHaveCount(0)
    await page.getByRole('button', { name: '沭阳县人民政府办公室：较早的1个年度' }).click()
    await expect(page.getByRole('button', { name: '打开沭阳县人民政府办公室2023年度报告' })).toBeVisible()
    await expect(page.getByText('沭阳县物价局')).toBeHidden()
    await page.getByText('已归档的单位（1个）').click()
    await expect(page.getByText('沭阳县物价局')).toBeVisible()
    const asked = (await calls('states')) as { ids: number[] }[]
    expect(asked.flatMap(({ ids }) => ids).filter((id) => id === 13)).toEqual([13])
  })

  test('renames, archives and, after a backup, deletes a unit', async ({ opened }) => {
    const { page, show, calls, fail } = opened
    await show('home', office)
    const menu = (name: string) => page.getByRole('button', { name: `${name}：更多操作` })
    await menu('沭阳县教育局').click()
    await expect(page.getByRole('menuitem', { name: '归档' })).toBeVisible()
    await expectAccessible(opened)
    await page.getByRole('menuitem', { name: /改名/ }).click()
    await expect(page.getByRole('dialog').getByLabel('单位全称')).toBeFocused()
    await page.getByRole('dialog').getByLabel('单位全称').fill('沭阳县教育体育局')
    await page.getByRole('button', { name: /改\s?名$/ }).click()
    await expect(menu('沭阳县教育体育局')).toBeVisible()
    expect(await calls('updateUnit')).toMatchObject([{ id: 5, unit: { name: '沭阳县教育体育局', kind: 'department' } }])

    await menu('沭阳县教育体育局').click()
    await page.getByRole('menuitem', { name: '归档' }).click()
    await expect(page.getByText('已归档的单位（2个）')).toBeVisible()

    await menu('沭阳县民政局').click()
    await page.getByRole('menuitem', { name: /删除/ }).click()
    const dialog = page.getByRole('dialog', { name: /^删除/ })
    await expect(dialog).toContainText('将删除单位“沭阳县民政局”和它的1份年度报告（2025年）')
    await expectAccessible(opened)
    await opened.picture('home-delete')
    await fail('deleteUnit', '备份没有成功，没有删除，请检查磁盘空间。')
    await dialog.getByRole('button', { name: '备份后删除' }).click()
    await expect(dialog.getByText('备份没有成功，没有删除，请检查磁盘空间。')).toBeVisible()
    await fail('deleteUnit', null)
    await dialog.getByRole('button', { name: '备份后删除' }).click()
    await expect(page.getByText(/已备份到“公开年报-删除前备份-2026-01-12.nianbao-db”/)).toBeVisible()
    await expect(menu('沭阳县民政局')).toHaveCount(0)
  })
})

test.describe('200 units of ten years', () => {
  test('are drawn a page at a time, their states asked for no further', async ({ opened }) => {
    const { page, show, calls } = opened
    await show('home', many())
    await expect(page.getByText('第1–20个，共200个单位')).toBeVisible()
    await expect(page.locator('.units tbody tr')).toHaveCount(20)
    const asked = (await calls('states')) as { ids: number[] }[]
    expect(asked.flatMap(({ ids }) => ids)).toHaveLength(20)
    await expectAccessible(opened)
    await opened.picture('home-many')
    await page.getByTitle('10').click()
    await expect(page.getByText('第181–200个，共200个单位')).toBeVisible()
  })

  test('are found by name', async ({ opened }) => {
    const { page, show } = opened
    await show('home', many())
    await page.getByLabel('按名称查找单位').fill('西太平 信访')
    await expect(page.locator('.units tbody')).toHaveCount(1)
    await expect(page.locator('.units tbody')).toContainText('西太平县信访局')
    await page.getByLabel('按名称查找单位').fill('没有这个')
    await expect(page.getByText('没有名称含“没有这个”的在用单位。')).toBeVisible()
  })
})
