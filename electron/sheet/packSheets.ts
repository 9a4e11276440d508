/** Sheets as the bytes of an .xlsx, packed by write-excel-file. What it has no option for is added by its own hooks. */
import writeExcelFile, { type Feature, type Image } from 'write-excel-file/node'
import { getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings } from 'write-excel-file/utility'
import { fixZipTimes } from '../zipTimes.ts'
import type { DrawnSheet } from './drawnSheet.ts'

/** 宋体 11, as new workbooks of Chinese Excel and WPS have it. */
const font = { fontFamily: '宋体', fontSize: 11 } as const

/** Packs sheets. The same sheets give the same bytes. */
export async function packSheets(sheets: readonly DrawnSheet[]): Promise<Uint8Array> {
  const bytes = await writeExcelFile(
    sheets.map(({ name, rows, columnWidths }) => ({
      sheet: name,
      data: rows,
      columns: columnWidths.map((width) => ({ width })),
      orientation: 'landscape' as const,
    })),
    { ...font, features: [additions(sheets)] },
  ).toBuffer()
  return fixZipTimes(bytes)
}

const sheetFile = 'xl/worksheets/sheet{id}.xml'

/** What `Feature` is of: the package does not export its type of a file's content by name. */
type FileContent = Image['content']

/** The values of formulas, every sheet on one page of A4, and the parts of a font in the order of the schema. */
function additions(sheets: readonly DrawnSheet[]): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/styles.xml': { transform: inSchemaOrder },
        [sheetFile]: {
          transform: (xml, _options, { sheetIndex }) => onOnePage(withValues(xml, sheets[sheetIndex])),
          transformElementAttributes: (name, attributes, _index, _options, { sheetIndex }) =>
            name === 'pageSetup'
              ? { ...attributes, orientation: sheets[sheetIndex]?.orientation ?? 'portrait', fitToHeight: 1 }
              : attributes,
        },
      },
    },
  }
}

/** `<f>` is followed by the value that the formula has. */
const withValues = (xml: string, sheet: DrawnSheet | undefined): string =>
  xml.replace(/(<c r="([A-Z]+\d+)"[^>]*><f>[^<]*<\/f>)/g, (whole: string, _cell: string, address: string) => {
    const value = sheet?.formulaValues.get(address)
    return value === undefined ? whole : `${whole}<v>${value}</v>`
  })

const onOnePage = (xml: string): string =>
  insertElementMarkupAccordingToOrderOfSiblings(
    xml,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    getOrderOfSiblings(sheetFile, 'worksheet') ?? [],
    'worksheet',
  )

/** The package writes name, size, family, colour; ISO/IEC 29500 wants size, colour, name, family. */
const inSchemaOrder = (xml: string): string =>
  xml.replace(/<font>(<name [^>]*\/>)(<sz [^>]*\/>)(<family [^>]*\/>)(<color [^>]*\/>)/g, '<font>$2$4$1$3')
