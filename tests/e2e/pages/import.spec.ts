import { doubtfulCell, importing, missingCell, office, strangeTables, twoReports } from './scenes.ts'
import { expect, expectAccessible, test } from './test.ts'

const missing = { name: /“行政复议·尚未审结”：是空白/ }

test('a refusal is shown as its sentence, with another choice', async ({ opened }) => {
  const { page, show, fail } = opened
  await show('import', importing())
  await opened.picture('import-choose')
  await fail('readSource', '这个文件里没有找到年度报告的表格，没有读取，请选择上年的年度报告。')
  await page.getByRole('button', { name: '选择文件…' }).click()
  await expect(page.getByRole('alert')).toContainText('没有找到年度报告的表格')
  await expectAccessible(opened)
  await fail('readSource', null)
  await page.getByRole('button', { name: '另选文件…' }).click()
  await expect(page.getByRole('heading', { name: '核对上年报告' })).toBeVisible()
})

test('a file that was dropped on the first page is read at once', async ({ opened }) => {
  const { page, show, calls } = opened
  await show('import', importing(), { source: { handle: 'dropped', name: '2024.docx' } })
  await expect(page.getByRole('heading', { name: '核对上年报告' })).toBeVisible()
  expect(await calls('readSource')).toEqual([{ handle: 'dropped' }])
})

test.describe('pasted text', () => {
  test.beforeEach(async ({ opened: { page, show } }) => {
    await show('import', importing())
    await page.getByRole('button', { name: '粘贴文字…' }).click()
  })

  test('is handed over as it is', async ({ opened }) => {
    const { page, calls } = opened
    const field = page.getByLabel(/选中整篇报告/)
    await expect(field).toBeFocused()
    await page.getByRole('button', { name: /读\s?取/ }).click()
    await expect(page.getByText('还没有粘贴文字')).toBeVisible()
    await field.fill('行政许可\t473\n行政处罚\t0')
    await expectAccessible(opened)
    await opened.picture('import-paste')
    await page.getByRole('button', { name: /读\s?取/ }).click()
    await expect(page.getByRole('heading', { name: '核对上年报告' })).toBeVisible()
    expect(await calls('pasteSource')).toEqual([{ name: '粘贴的文字', text: '行政许可\t473\n行政处罚\t0' }])
  })

  test('keeps the page it was copied from where that has a table, until the text is changed', async ({ opened }) => {
    const { page, calls } = opened
    const field = page.getByLabel(/选中整篇报告/)
    const html = '<table><tr><td>行政许可</td><td>473</td></tr></table>'
    const paste = async () => {
      await field.evaluate((element, page) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/html', page)
        clipboardData.setData('text/plain', '行政许可\t473')
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      }, html)
      // A made event inserts nothing by itself.
      await field.fill('行政许可\t473')
    }
    await paste()
    await expect(page.getByText('将按表格读取')).toBeVisible()
    await field.fill('行政许可\t474')
    await expect(page.getByText('将按表格读取')).toHaveCount(0)
    await field.fill('')
    await paste()
    await page.getByRole('button', { name: /读\s?取/ }).click()
    await expect.poll(() => calls('pasteSource')).toEqual([{ name: '粘贴的文字', html }])
  })
})

test.describe('the review', () => {
  test.beforeEach(async ({ opened: { page, show } }) => {
    await show('import', importing())
    await page.getByRole('button', { name: '选择文件…' }).click()
    await expect(page.getByRole('heading', { name: '核对上年报告' })).toBeVisible()
  })

  test('counts how the cells were read, and lists what to look at', async ({ opened }) => {
    const { page } = opened
    await expect(page.getByLabel('每格的读取结果')).toHaveText('已找到 198空白 0存疑 1没有找到 1')
    await expect(page.getByText('文件中写的是“8（其中修订2件”：括号不成对，请核对数字')).toBeVisible()
    await expect(page.getByText('表三在原文件中跨两页，已接成一张。')).toBeVisible()
    await expectAccessible(opened)
    await opened.picture('import-review')
  })

  test('goes to the very cell, in whichever table it is', async ({ opened }) => {
    const { page } = opened
    await page.getByRole('button', { name: /没有找到.*尚未审结/ }).click()
    await expect(page.getByRole('tab', { name: '四、政府信息公开行政复议、行政诉讼情况' })).toHaveAttribute(
      'aria-selected',
      'true',
    )
    await expect(page.locator(':focus')).toHaveAttribute('aria-label', /行政复议·尚未审结/)
    await opened.picture('import-table-four')
  })

  test('takes corrections: marks, findings and what is carried forward follow', async ({ opened }) => {
    const { page, calls, log } = opened
    await page.getByRole('button', { name: /没有找到.*尚未审结/ }).click()
    await page.keyboard.type('37')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('每格的读取结果')).toHaveText('已找到 199空白 0存疑 1没有找到 0')
    await page.getByRole('tab', { name: '上年勾稽 2' }).click()
    await expect(page.getByText('“自然人”一列不符合勾稽关系')).toBeVisible()
    await opened.picture('import-findings')
    await page.getByRole('button', { name: /“四、结转下年度继续办理”一行六类申请人合计/ }).click()
    await expect(page.locator(':focus')).toHaveAttribute('aria-label', /结转下年度继续办理.*总计/)
    await page.getByRole('tab', { name: '待核对 1' }).click()
    await page.getByRole('button', { name: '“行政规范性文件”的“本年制发件数”：读得对' }).click()
    await expect(page.getByText('没有存疑或没有找到的格。')).toBeVisible()

    await page.getByLabel('文件的年度').fill('2024')
    await page.keyboard.press('Tab')
    await expect(page.getByLabel('要编写的年度')).toHaveValue('2025')
    await page.getByRole('tab', { name: '带入今年' }).click()
    await expect(page.getByRole('row', { name: '自然人 104' })).toBeVisible()
    await expectAccessible(opened)
    await opened.picture('import-carried')

    await page.getByRole('tab', { name: '文字' }).click()
    await page.getByRole('textbox', { name: '六、其他需要报告的事项' }).fill('无其他事项。')
    await opened.picture('import-texts')
    // The text is still in its pause: confirming takes it along.
    await page.getByRole('button', { name: '确认并开始填报' }).click()
    await expect.poll(log).toEqual([['go', { at: 'report', id: 904 }]])
    expect(await calls('acceptImport')).toMatchObject([
      {
        handle: 'chosen',
        unitId: 1,
        toYear: 2025,
        reviewed: {
          year: 2024,
          unit: { name: '淮安市人民政府' },
          figures: { [missingCell]: 37, [doubtfulCell]: 8 },
          narrative: { other: '无其他事项。' },
        },
      },
    ])
  })

  test('shows the text of the file for the cell that is pointed at and the one that is focused', async ({ opened }) => {
    const { page } = opened
    const line = page.locator('.source-line')
    await page.getByRole('button', { name: /存疑.*行政规范性文件/ }).click()
    await expect(line).toHaveText('“行政规范性文件”的“本年制发件数”：原文“8（其中修订2件”，文件中第1个表第4行第2列')
    await page.locator('[data-cell="proactive.licensing.decisions"]').hover()
    await expect(line).toContainText('原文“447228”，文件中第1个表第7行第2列')
    await page.getByRole('heading', { name: '核对上年报告' }).hover()
    await expect(line).toContainText('原文“8（其中修订2件”')
  })

  test('shows the table of the file, marks the cell of the figure there, and the figure of the cell here', async ({
    opened,
  }) => {
    const { page } = opened
    await page.getByRole('tab', { name: '原表' }).click()
    await page.getByRole('tab', { name: '三、收到和处理政府信息公开申请情况' }).click()
    await page.locator('[data-key="applications.carriedIn.natural"]').click()
    const marked = page.locator('.source-grid [aria-current]')
    await expect(marked).toHaveText('34')
    await expect(page.getByRole('table', { name: '文件中第2个表' })).toBeVisible()
    await expectAccessible(opened)
    await opened.picture('import-source')
    // Up, to the same applicant's 新收: by the keyboard, and the form follows without taking the focus away.
    await marked.focus()
    await page.keyboard.press('ArrowUp')
    await expect(marked).toHaveText('3001')
    await expect(marked).toBeFocused()
    await expect(page.locator('[data-cell="applications.newReceived.natural"]')).toHaveClass(/form-pointed/)
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-key="applications.newReceived.natural"]')).toBeFocused()
  })

  test('a row that is said to be another is read again, and what was typed stays', async ({ opened }) => {
    const { page, calls } = opened
    await page.getByRole('button', { name: /没有找到.*尚未审结/ }).click()
    await page.keyboard.type('37')
    await page.keyboard.press('Enter')
    await page.getByLabel('文件中的单位名称').fill('淮安市政府')
    await page.getByRole('tab', { name: '原表' }).click()
    await page.locator('[data-key="review.reconsideration.upheld"]').click()
    await page.getByLabel('第4行是哪一行').click()
    await page.getByTitle('不带入', { exact: true }).last().click()
    await expect
      .poll(() => calls('readSource'))
      .toEqual([
        { handle: 'chosen' },
        { handle: 'chosen', assignments: { tables: [], rows: [{ table: 2, row: 3, is: null }], columns: [] } },
      ])
    await expect(page.locator(`[data-key="${missingCell}"]`)).toHaveValue('37')
    await expect(page.getByLabel('文件中的单位名称')).toHaveValue('淮安市政府')
    await page.getByLabel('这是哪张表').click()
    await opened.picture('import-which-table')
    await page.getByTitle('二、主动公开政府信息情况').last().click()
    await expect
      .poll(() => calls('readSource'))
      .toContainEqual({
        handle: 'chosen',
        assignments: {
          tables: [{ table: 2, is: 'proactive' }],
          rows: [{ table: 2, row: 3, is: null }],
          columns: [],
        },
      })
  })

  test('does not go on without the year, and asks when cells were not looked at', async ({ opened }) => {
    const { page, calls, log } = opened
    await page.getByRole('button', { name: '确认并开始填报' }).click()
    await expect(page.getByText('文件中没有找到年度，请填写。')).toBeVisible()
    expect(await calls('acceptImport')).toEqual([])
    await page.getByLabel('文件的年度').fill('2024')
    await page.getByRole('button', { name: '确认并开始填报' }).click()
    await expect(page.getByRole('dialog', { name: '还有2格没有核对' })).toBeVisible()
    await page.getByRole('button', { name: '照现在的继续' }).click()
    await expect.poll(log).toHaveLength(1)
  })

  test('keeps everything when confirming fails', async ({ opened }) => {
    const { page, fail, log } = opened
    await page.getByLabel('文件的年度').fill('2024')
    await page.getByRole('button', { name: missing.name }).click()
    await page.getByRole('button', { name: /：读得对$/ }).click()
    await fail('acceptImport', '这个单位已有2025年度报告，没有导入，请改年度。')
    await page.getByRole('button', { name: '确认并开始填报' }).click()
    await expect(page.getByText('这个单位已有2025年度报告，没有导入，请改年度。')).toBeVisible()
    await expect(page.getByLabel('文件的年度')).toHaveValue('2024')
    expect(await log()).toEqual([])
  })

  test('makes a new unit where the name is another, and says what a renamed one means', async ({ opened }) => {
    const { page } = opened
    await page.getByLabel('文件中的单位名称').fill('淮安市水务局')
    await expect(page.getByText('新单位（用文件中的名称）')).toBeVisible()
    await page.getByRole('combobox', { name: '归入单位' }).click()
    await page.getByTitle('淮安市教育局').click()
    await expect(page.getByText('标题和文字中的“淮安市水务局”会换成“淮安市教育局”。')).toBeVisible()
  })

  test('works at the width that 200 % zoom leaves', async ({ opened }) => {
    const { page } = opened
    await page.setViewportSize({ width: 683, height: 384 })
    await expect(page.getByRole('button', { name: '确认并开始填报' })).toBeVisible()
    expect(await page.evaluate(() => document.querySelector('main')!.scrollWidth <= window.innerWidth)).toBe(true)
    await opened.picture('import-zoom')
  })
})

test('a year that the unit has already is said before confirming', async ({ opened }) => {
  const { page, show } = opened
  const seed = importing()
  const review = { ...seed.review!, report: { ...seed.review!.report, year: 2024, unit: { name: '沭阳县人民政府' } } }
  await show('import', { ...office, review })
  await page.getByRole('button', { name: '选择文件…' }).click()
  await expect(
    page.getByText('2025年度报告已在填报：只补上年结转的空白格和上年对照数字，已填的数字和文字不改动。'),
  ).toBeVisible()
})

test('of two reports in a file the person says which', async ({ opened }) => {
  const { page, show, calls } = opened
  await show('import', twoReports())
  await page.getByRole('button', { name: '选择文件…' }).click()
  await expect(page.getByText('文件里有2份报告，读取哪一份')).toBeVisible()
  await expectAccessible(opened)
  await opened.picture('import-two-reports')
  await page.getByLabel('文件里有2份报告，读取哪一份').click()
  await page
    .getByTitle(/第2份：.*2023年/)
    .last()
    .click()
  await expect(page.getByLabel('文件的年度')).toHaveValue('2023')
  expect(await calls('readSource')).toContainEqual({
    handle: 'chosen',
    assignments: { report: 1, tables: [], rows: [], columns: [] },
  })
})

test('where no table was recognised the person says which is which', async ({ opened }) => {
  const { page, show, calls } = opened
  await show('import', strangeTables())
  await page.getByRole('button', { name: '选择文件…' }).click()
  const words = page.getByRole('list', { name: '读取说明' })
  await expect(words).toContainText('没有认出年度报告的表格，一格也没有读到')
  await expect(words.getByRole('listitem')).toHaveCount(5)
  const tables = page.getByRole('region', { name: '文件中的表格' })
  await expect(tables).toContainText('去年')
  await expectAccessible(opened)
  await opened.picture('import-strange')
  await tables.getByLabel('这是哪张表').click()
  await page.getByTitle('四、政府信息公开行政复议、行政诉讼情况').last().click()
  expect(await calls('readSource')).toContainEqual({
    handle: 'chosen',
    assignments: { tables: [{ table: 0, is: 'review' }], rows: [], columns: [] },
  })
  // Then it goes on as with any other file.
  await expect(words).toBeHidden()
  await opened.picture('import-strange-said')
  await page.getByRole('tab', { name: /待核对/ }).click()
  await expect(words).toContainText('读到5格')
})
