/** The parts of a MIME message, as far as a saved page needs them: headers, nesting, the encodings of bodies. */
import { Refused } from '../failure.ts'
import { limits } from '../limits.ts'

export interface Part {
  /** In lower case: `text/html`. */
  readonly type: string
  readonly parameters: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  /** As it stands in the file. */
  readonly body: Buffer
  /** Of a multipart. */
  readonly parts: readonly Part[]
}

/** Parses a message. Throws `Refused` for nesting, numbers of parts and headers that no saved page has. */
export function parseMessage(bytes: Buffer): Part {
  return parsePart(bytes, 0, { parts: 0 })
}

function parsePart(bytes: Buffer, depth: number, count: { parts: number }): Part {
  count.parts += 1
  if (depth > limits.mimeDepth) throw new Refused('tooDeep')
  if (count.parts > limits.mimeParts) throw new Refused('tooComplex')
  const { headers, body } = splitHead(bytes)
  const { value, parameters } = parseHeader(headers['content-type'] ?? 'text/plain')
  const type = value.toLowerCase()
  const boundary = type.startsWith('multipart/') ? (parameters.boundary ?? '') : ''
  const parts = boundary === '' ? [] : splitBody(body, boundary).map((part) => parsePart(part, depth + 1, count))
  return { type, parameters, headers, body, parts }
}

/** Header lines up to the first empty line; a part without one is all body. */
function splitHead(bytes: Buffer): { headers: Record<string, string>; body: Buffer } {
  const start = /^(?:\r?\n)?/.exec(bytes.toString('latin1', 0, 2))?.[0].length ?? 0
  const head = bytes.toString('latin1', start, start + limits.mimeHeaderBytes)
  if (/^\r?\n/.test(head)) return { headers: {}, body: bytes.subarray(start) }
  const end = /\r?\n\r?\n/.exec(head)
  if (!end && bytes.length > limits.mimeHeaderBytes) throw new Refused('tooComplex')
  const lines = head
    .slice(0, end?.index ?? head.length)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !Object.hasOwn(headers, name)) headers[name] = line.slice(colon + 1).trim()
  }
  return { headers, body: end ? bytes.subarray(start + end.index + end[0].length) : Buffer.alloc(0) }
}

/** `text/html; charset="gb2312"`: a value and its parameters. */
export function parseHeader(text: string): { value: string; parameters: Record<string, string> } {
  const [value = ''] = text.split(';', 1)
  const parameters: Record<string, string> = {}
  for (const [, name = '', quoted, plain] of text.matchAll(/;\s*([\w*.-]{1,60})\s*=\s*(?:"([^"]*)"|([^\s;]*))/g)) {
    const key = name.toLowerCase()
    if (!Object.hasOwn(parameters, key)) parameters[key] = quoted ?? plain ?? ''
  }
  return { value: value.trim(), parameters }
}

/** The pieces between boundary lines; the last one may have lost its end. */
function splitBody(body: Buffer, boundary: string): Buffer[] {
  const line = Buffer.from(`--${boundary}`, 'latin1')
  const pieces: Buffer[] = []
  let start: number | undefined
  for (let at = body.indexOf(line); at >= 0; at = body.indexOf(line, at + line.length)) {
    if (at > 0 && body[at - 1] !== 0x0a) continue
    const close = body.toString('latin1', at + line.length, at + line.length + 2) === '--'
    // A longer boundary, of a multipart inside, may begin with the same characters.
    const rest = /^[ \t]*(?:\r?\n|$)/.exec(body.toString('latin1', at + line.length, at + line.length + 80))
    if (!close && !rest) continue
    if (start !== undefined) pieces.push(body.subarray(start, withoutLineEnd(body, at)))
    start = close ? undefined : at + line.length + (rest?.[0].length ?? 0)
    if (close || pieces.length > limits.mimeParts) break
  }
  return start === undefined ? pieces : [...pieces, body.subarray(start)]
}

function withoutLineEnd(body: Buffer, at: number): number {
  if (body[at - 1] !== 0x0a) return at
  return body[at - 2] === 0x0d ? at - 2 : at - 1
}

/** A body as its bytes. Its size is looked at before it is decoded: no encoding of a body makes it larger. */
export function decodeBody({ headers, body }: Part): Buffer {
  const encoding = headers['content-transfer-encoding']?.toLowerCase().trim() ?? ''
  if (body.length > 2 * limits.htmlBytes) throw new Refused('tooLarge')
  if (encoding.startsWith('base64')) return Buffer.from(body.toString('latin1'), 'base64')
  return encoding.startsWith('quoted-printable') ? decodeQuotedPrintable(body) : body
}

const hex = (byte: number | undefined): number => {
  if (byte === undefined) return -1
  return Number.parseInt(String.fromCharCode(byte), 16)
}

/** `=E5` is a byte, `=` at the end of a line joins it with the next; anything else behind `=` stays as it is. */
function decodeQuotedPrintable(body: Buffer): Buffer {
  const decoded = Buffer.alloc(body.length)
  let size = 0
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0
    if (byte !== 0x3d) {
      decoded[size++] = byte
      continue
    }
    const softEnd = endOfLine(body, at + 1)
    const [high, low] = [hex(body[at + 1]), hex(body[at + 2])]
    if (softEnd !== undefined) at = softEnd - 1
    else if (high >= 0 && low >= 0) {
      decoded[size++] = high * 16 + low
      at += 2
    } else decoded[size++] = byte
  }
  return decoded.subarray(0, size)
}

/** Where the next line begins, if nothing but white space stands before it. */
function endOfLine(body: Buffer, from: number): number | undefined {
  let at = from
  while (body[at] === 0x20 || body[at] === 0x09) at += 1
  if (body[at] === 0x0d) at += 1
  return body[at] === 0x0a ? at + 1 : undefined
}
