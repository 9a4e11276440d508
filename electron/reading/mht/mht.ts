/**
 * A page saved as one file (.mht, .mhtml). Measured: a MIME library made for letters joins all parts of text/html, also
 * the running heads that Word keeps beside its page, and decodes every picture; only the page itself is read here.
 */
import { Refused } from '../failure.ts'
import { readPageBytes } from '../html/html.ts'
import { limits } from '../limits.ts'
import type { SourceDocument } from '../source.ts'
import { decodeBody, type Part, parseMessage } from './mime.ts'

/** Reads an .mht. Throws `Refused` where there is no page in it, or one that harms. */
export function readMht(bytes: Buffer): SourceDocument {
  const message = parseMessage(withoutStart(bytes))
  const page = pageOf(message)
  if (!page) throw new Refused('unsupported', '这个 .mht 文件里没有网页，没有读取，请在浏览器中重新另存一份再试。')
  const { charset } = page.parameters
  return readPageBytes(decodeBody(page), 'mht', {
    ...(charset !== undefined && { charset }),
    sheets: sheetsOf(message),
  })
}

/** Browsers move the style sheets of a page into parts of their own; what they hide is hidden there. */
function sheetsOf(message: Part): Map<string, string> {
  const sheets = new Map<string, string>()
  let bytes = 0
  for (const part of message.parts) {
    const place = part.headers['content-location']
    if (part.type !== 'text/css' || place === undefined) continue
    bytes += part.body.length
    if (bytes > limits.styleBytes) break
    sheets.set(place, decodeBody(part).toString())
  }
  return sheets
}

/** A mark of UTF-8 and empty lines before the first header. */
function withoutStart(bytes: Buffer): Buffer {
  const start = /^(?:\u00ef\u00bb\u00bf)?[\r\n\t ]*/.exec(bytes.toString('latin1', 0, 256))?.[0].length ?? 0
  return bytes.subarray(start)
}

const isPage = ({ type }: Part): boolean => type === 'text/html' || type === 'application/xhtml+xml'

/** The root of a multipart/related, or the first page in any other. */
function pageOf(part: Part): Part | undefined {
  if (isPage(part)) return part
  const root = rootOf(part)
  const candidates = root ? [root, ...part.parts] : part.parts
  for (const candidate of candidates) {
    const page = pageOf(candidate)
    if (page) return page
  }
  return undefined
}

/** RFC 2387: the part that `start` names, else the first; browsers name the page by its place instead. */
function rootOf({ parts, parameters, headers }: Part): Part | undefined {
  const { start } = parameters
  const place = headers['snapshot-content-location'] ?? headers['content-location']
  return (
    (start === undefined ? undefined : parts.find((part) => part.headers['content-id'] === start)) ??
    (place === undefined ? undefined : parts.find((part) => isPage(part) && part.headers['content-location'] === place))
  )
}
