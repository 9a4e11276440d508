/** Files that drive a careless reader to gigabytes (MEASURED, "Reading"). */
import { strToU8 } from 'fflate'
import { wordFile } from '../reading/wordFiles.ts'

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

const withDocument = (xml: Uint8Array) => wordFile({ body: '', extra: { 'word/document.xml': xml } })

export const hostileFiles = (): { name: string; bytes: Uint8Array }[] => [
  {
    name: 'bomb.docx',
    bytes: withDocument(
      Buffer.concat([strToU8(`<w:document ${namespace}><w:body><w:p>`), Buffer.alloc(420 * 1024 * 1024, 0x20)]),
    ),
  },
  { name: 'deep.docx', bytes: withDocument(strToU8(`<w:document ${namespace}><w:body>${'<w:p>'.repeat(200_000)}`)) },
  {
    name: 'wide.docx',
    bytes: withDocument(
      strToU8(`<w:document ${namespace}><w:body>${'<w:p/>'.repeat(2_000_000)}</w:body></w:document>`),
    ),
  },
  {
    name: 'attributes.docx',
    bytes: withDocument(
      strToU8(
        `<w:document ${namespace}><w:body>${'<w:p w:a="1" w:b="2" w:c="3"><w:r/></w:p>'.repeat(200_000)}x</w:document>`,
      ),
    ),
  },
  {
    name: 'text.docx',
    bytes: withDocument(
      strToU8(
        `<w:document ${namespace}><w:body><w:p><w:r><w:t>${'县'.repeat(5_000_000)}</w:t></w:r></w:p></w:body></w:document>`,
      ),
    ),
  },
]
