/**
 * The paragraph styles of a file this program wrote. The reader knows its own files, and which paragraph is which,
 * by these ids: they are final.
 */
export const styleIds = {
  title: 'NianbaoTitle',
  preface: 'NianbaoPreface',
  /** The six official section headings only. */
  heading: 'NianbaoHeading',
  /** A paragraph of a narrative, whatever it begins with, and also where it is empty. */
  body: 'NianbaoBody',
  unit: 'NianbaoSignature',
  date: 'NianbaoDate',
  /** 附注. */
  note: 'NianbaoNote',
  cell: 'NianbaoCell',
  /** Layout only; holds no text. */
  spacer: 'NianbaoSpacer',
  /** Ends a section behind a table; holds no text. */
  sectionEnd: 'NianbaoSectionEnd',
  /** The sign-off sheet is no part of the report: what has these styles is not read. */
  signOffTitle: 'NianbaoSignOffTitle',
  signOffCell: 'NianbaoSignOffCell',
  pageNumber: 'NianbaoPageNumber',
} as const
