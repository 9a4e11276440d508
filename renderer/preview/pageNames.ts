/** What pages are called on the screen. A page without a number is the sign-off sheet, which is no page of the report. */
import type { Page } from '../../shared/document/pages.ts'

/** How many pages the report has. */
export const countedPages = (pages: readonly Page[]): number => pages.filter(({ number }) => number !== null).length

/** 共 6 页, or 共 6 页，另有审签单. */
export function countName(pages: readonly Page[]): string {
  const count = countedPages(pages)
  return `共 ${count} 页${count < pages.length ? '，另有审签单' : ''}`
}

/** 第1页，共6页, or 审签单. */
export const pageName = ({ number }: Page, count: number): string =>
  number === null ? '审签单' : `第${number}页，共${count}页`
