/** Sections of the document: paper, margins, how pages are counted, and the page number at their foot. */
import { Footer, type ISectionPropertiesOptions, PageOrientation, Paragraph, SectionType } from 'docx'
import type { PageRules } from '../../shared/document/blocks.ts'
import type { DocumentSection } from '../../shared/document/sections.ts'
import { styleIds } from '../../shared/document/styleIds.ts'
import { asBound } from '../../shared/document/turnPage.ts'
import { pageNumbersOf } from './footers.ts'
import { turnedPageNumber } from './turnedPageNumber.ts'

/** The properties of a section; `opens`: it is the first, before which no page ends. */
export function sectionProperties(
  { page, begins, numbering }: DocumentSection,
  opens: boolean,
): ISectionPropertiesOptions {
  const { width, height } = asBound(page)
  const { margins } = page
  return {
    ...(!opens && { type: begins === 'leaf' ? SectionType.ODD_PAGE : SectionType.NEXT_PAGE }),
    page: {
      // The package takes the paper upright and turns it itself.
      size: { width, height, ...(page.landscape && { orientation: PageOrientation.LANDSCAPE }) },
      margin: { ...margins, header: margins.top / 2, footer: footerOf(page), gutter: 0 },
      ...(!opens && numbering === 'fromOne' && { pageNumbers: { start: 1 } }),
    },
  }
}

/** The page number of a landscape page stands at its side: its own footer is empty and keeps out of the text. */
const footerOf = ({ landscape, footerDistance, margins }: PageRules) =>
  landscape ? Math.floor(margins.bottom / 2) : footerDistance

/** The footers of a section. One that is not counted has empty ones, or it would have those of the section before it. */
export function footersOf({ page, numbering }: DocumentSection): { default: Footer; even?: Footer } {
  const { odd, even } = pageNumbersOf(page)
  const footer = (paragraph: Paragraph) => {
    if (numbering === 'none') return emptyFooter()
    return page.landscape ? turnedPageNumber(paragraph, page) : new Footer({ children: [paragraph] })
  }
  return { default: footer(odd), ...(even && { even: footer(even) }) }
}

const emptyFooter = () => new Footer({ children: [new Paragraph({ style: styleIds.sectionEnd })] })
