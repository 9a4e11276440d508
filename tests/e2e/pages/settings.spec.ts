import { empty, office } from './scenes.ts'
import { expect, expectAccessible, test } from './test.ts'

test.describe('settings of a unit', () => {
  test('are saved when a field is left', async ({ opened }) => {
    const { page, show, calls } = opened
    await show('settings', office)
    await page.getByRole('button', { name: '沭阳县庙头镇人民政府' }).click()
    await expect(page.getByText('条例未规定乡镇、街道的期限，请按本县通知填写')).toBeVisible()
    await expectAccessible(opened)
    await opened.picture('settings')
    await page.getByLabel('按通知要求的日期').click()
    await expect(page.getByText('请选择几月几日')).toBeVisible()
    await page.getByRole('combobox', { name: '期限的月份' }).click()
    await page.getByTitle('2', { exact: true }).click()
    // By keyboard: the number that is typed, not the first of the list.
    await page.getByRole('combobox', { name: '期限的日' }).focus()
    await page.keyboard.type('20')
    await page.keyboard.press('Enter')
    await page.getByLabel('联系方式句子').fill('如有疑问，请与庙头镇党政办公室联系。')
    await page.getByLabel('简称').focus()
    await expect(page.getByText(/^已保存 /)).toBeVisible()
    expect((await calls('updateUnit')).at(-1)).toEqual({
      id: 4,
      unit: { name: '沭阳县庙头镇人民政府', kind: 'township', level: 'township' },
      settings: { deadline: { month: 2, day: 20 }, contact: '如有疑问，请与庙头镇党政办公室联系。', signature: '' },
    })
  })

  test('stay as typed when saving fails, also on the way to another unit and back', async ({ opened }) => {
    const { page, show, fail, calls } = opened
    await show('settings', office)
    await fail('updateUnit', '数据文件所在的磁盘写不进去，没有保存，请检查后重试。')
    await page.getByLabel('简称').fill('县府办')
    await page.getByLabel('联系方式句子').focus()
    await expect(page.getByText('数据文件所在的磁盘写不进去，没有保存，请检查后重试。')).toBeVisible()
    await page.getByRole('button', { name: '沭阳县民政局' }).click()
    await page.getByRole('button', { name: '知道了' }).click()
    await page.getByRole('button', { name: '沭阳县人民政府办公室' }).click()
    await expect(page.getByLabel('简称')).toHaveValue('县府办')
    await fail('updateUnit', null)
    await page.getByLabel('简称').focus()
    await page.getByLabel('联系方式句子').focus()
    await expect(page.getByText(/^已保存 /)).toBeVisible()
    expect((await calls('updateUnit')).at(-1)).toMatchObject({ unit: { shortName: '县府办' } })
  })
})

test('the data file is backed up, restored after a question, and shown', async ({ opened }) => {
  const { page, show, calls, fail } = opened
  await show('settings', office)
  await page.getByRole('button', { name: '备份…' }).click()
  await expect(page.getByText('已备份到“E:\\年报备份.nianbao-db”')).toBeVisible()
  await page.getByRole('button', { name: '恢复…' }).click()
  await expect(page.getByRole('dialog', { name: '从备份恢复？' })).toBeVisible()
  expect(await calls('restore')).toEqual([])
  await page.getByRole('button', { name: '选择备份文件…' }).click()
  await expect(page.getByText('已从“E:\\年报备份.nianbao-db”恢复')).toBeVisible()
  await fail('showDataFile', '文件夹打不开，请在资源管理器中查看。')
  await page.getByRole('button', { name: '在文件夹中显示' }).click()
  await expect(page.getByText('文件夹打不开，请在资源管理器中查看。')).toBeVisible()
})

test('a data file that cannot be opened leaves the decision to the person', async ({ opened }) => {
  const { page, show, log, fail } = opened
  const start = {
    state: 'problem',
    message: '数据文件已损坏，没有打开，其中的内容没有改动。',
    file: 'C:\\Users\\办公室\\年报.nianbao-db',
  }
  await show('problem', empty, { start })
  await expect(page.getByRole('alert')).toHaveText('数据文件已损坏，没有打开，其中的内容没有改动。')
  await expectAccessible(opened)
  await opened.picture('problem')
  await fail('chooseDataFile', '这个文件不是本程序的数据文件，没有打开。')
  await page.getByRole('button', { name: '打开另一个数据文件' }).click()
  await expect(page.getByText('这个文件不是本程序的数据文件，没有打开。')).toBeVisible()
  await page.getByRole('button', { name: '另建新的数据文件' }).click()
  await expect.poll(log).toEqual([['onStart', { state: 'ready', notice: null }]])
})

test('reports of another PC are chosen and brought over; what is here already cannot be chosen', async ({ opened }) => {
  const { page, show, calls } = opened
  await show('settings', office)
  await page.getByRole('button', { name: '导入另一台电脑的数据…' }).click()
  const dialog = page.getByRole('dialog', { name: /老电脑/ })
  await expect(dialog.getByLabel(/沭阳县民政局 2024年度，这台电脑已有，不替换/)).toBeDisabled()
  await expectAccessible(opened)
  await dialog.getByLabel(/沭阳县教育局 2023年度/).uncheck()
  await dialog.getByRole('button', { name: '导入1份' }).click()
  await expect(page.getByText('已导入1份报告。导入前的数据已备份为“公开年报-导入前备份.db”。')).toBeVisible()
  expect((await calls('bringOver')).at(-1)).toEqual({ handle: 'other', ids: [2] })
})
