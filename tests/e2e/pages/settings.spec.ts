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
  await page.getByRole('button', { name: '备份到…' }).click()
  await expect(page.getByText('已备份到“E:\\年报备份.nianbao-db”')).toBeVisible()
  await page.getByRole('button', { name: '恢复备份…' }).click()
  const dialog = page.getByRole('dialog', { name: '恢复备份' })
  await dialog.getByRole('button', { name: /2026年1月12日 09:30/ }).click()
  await expect(dialog.getByText('12格数字不同，1段文字不同')).toBeVisible()
  await expectAccessible(opened)
  await opened.picture('backups')
  await dialog.getByRole('button', { name: '全部恢复到这个备份…' }).click()
  expect(await calls('restoreBackup')).toEqual([])
  await page.getByRole('button', { name: '恢复到这个备份', exact: true }).click()
  await expect(page.getByText(/恢复前的数据文件还在“D:\\年报\\公开年报.db”/)).toBeVisible()
  expect(await calls('restoreBackup')).toEqual([{ handle: 'backup-0' }])
  await fail('showDataFile', '文件夹打不开，请在资源管理器中查看。')
  await page.getByRole('button', { name: '在文件夹中显示' }).click()
  await expect(page.getByText('文件夹打不开，请在资源管理器中查看。')).toBeVisible()
})

test('single reports are brought back from a backup; one that was handed in cannot be chosen', async ({ opened }) => {
  const { page, show, calls } = opened
  await show('settings', office)
  await page.getByRole('button', { name: '恢复备份…' }).click()
  const dialog = page.getByRole('dialog', { name: '恢复备份' })
  await dialog.getByRole('button', { name: /2026年1月11日 17:20/ }).click()
  await expect(dialog.getByLabel('沭阳县教育局 2025年度')).toBeDisabled()
  await expect(dialog.getByRole('button', { name: '只取回选中的0份…' })).toBeDisabled()
  await dialog.getByLabel('沭阳县民政局 2025年度').check()
  await dialog.getByRole('button', { name: '只取回选中的1份…' }).click()
  await page.getByRole('button', { name: '取回报告' }).click()
  await expect(page.getByText(/已从2026年1月11日 17:20（关闭程序时）的备份取回：加进0份，改回1份/)).toBeVisible()
  expect(await calls('bringBack')).toEqual([{ handle: 'backup-1', ids: [4] }])
})

test('a damaged data file: the backup, what was rescued, or both, each with what it holds', async ({ opened }) => {
  const { page, show, log, calls } = opened
  const message = '数据文件已损坏，程序没有往里面写任何内容，原文件会原样保留，请在下面选择怎样恢复。'
  const start = { state: 'problem', kind: 'damaged', message, file: 'D:\\年报\\公开年报.db' }
  const changedAt = '2026-01-12T01:00:00.000Z'
  const one = { year: 2025, origin: 'written' as const, changedAt }
  const rescued = { cells: 190, of: 190, texts: 4, changedAt, doubtful: 0 }
  const damage = {
    backup: { handle: 'b', name: 'b.db', at: '2026-01-11T17:20:41', reason: 'closing' as const, reports: 3 },
    rescued: 2,
    units: 2,
    phrases: 5,
    orphans: 0,
    reports: [
      {
        ...one,
        unitName: '沭阳县教育局',
        rescued,
        backupChangedAt: '2026-01-10T01:00:00.000Z',
        take: 'rescued' as const,
      },
      {
        ...one,
        unitName: '沭阳县民政局',
        rescued: { ...rescued, cells: 152, texts: 3, doubtful: 2 },
        backupChangedAt: '2026-01-10T01:00:00.000Z',
        take: 'backup' as const,
      },
      { ...one, unitName: '沭阳县司法局', rescued: null, backupChangedAt: changedAt, take: 'backup' as const },
    ],
  }
  await show('problem', { ...empty, damage }, { start })
  await expect(page.getByText('数字152格（应有190格），文字3段（应有4段），2处待确认', { exact: false })).toBeVisible()
  await expectAccessible(opened)
  await opened.picture('damaged')
  await page.getByRole('button', { name: '备份和抢救的合起来' }).click()
  await expect.poll(log).toEqual([['onStart', { state: 'ready', notice: null }]])
  expect(await calls('recover')).toEqual([{ from: 'both' }])
})

test('a data file that cannot be opened leaves the decision to the person', async ({ opened }) => {
  const { page, show, log, fail } = opened
  const start = {
    state: 'problem',
    kind: 'other',
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
