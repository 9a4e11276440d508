/** docProps/core.xml: the title and the organ, no times and no user of the machine. */
import type { DocumentModel } from '../../shared/document/blocks.ts'
import { escapeXml } from './xmlText.ts'

/**
 * The package's own part would carry the time of the export and “Un-named”. The times are optional and left out: a
 * file is the same whenever it is exported.
 */
export function coreProperties({ title, author }: DocumentModel): string {
  const name = escapeXml(author)
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${name}</dc:creator><cp:lastModifiedBy>${name}</cp:lastModifiedBy><cp:revision>1</cp:revision></cp:coreProperties>`
}
