/**
 * The compressed streams of a PDF, inflated once before the parser sees them: it would inflate whatever they hold and
 * take what breaks off for the whole, so that a figure behind the break would be a blank.
 */
import { createInflate } from 'node:zlib'
import { Refused } from '../failure.ts'
import { limits } from '../limits.ts'
import { isUnsoundFont } from './fontPrograms.ts'

/** From where to where a stream's data stand in the file. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface StreamFacts {
  /** A stream that is not a picture breaks off or is damaged. */
  readonly damaged: boolean
  readonly pictures: number
  /** Font programs that the parser is not to see. */
  readonly unsoundFonts: readonly Span[]
}

/** So far before the word `stream` its dictionary is looked for. */
const dictionaryBytes = 4096
/** Streams within streams: a filter named twice. */
const deepest = 3

/**
 * Looks through all streams that begin like deflated data, whatever their dictionaries say of them.
 * Throws `Refused('zipBomb')` where they hold more than a report can.
 */
export async function checkStreams(bytes: Buffer): Promise<StreamFacts> {
  let left: number = limits.pdfInflatedBytes
  let damaged = false
  let pictures = 0
  const unsoundFonts: Span[] = []
  for (const { start, end, dictionary } of streamsOf(bytes)) {
    const picture = /\/Subtype\s*\/Image\b/.test(dictionary)
    if (picture) pictures += 1
    // Pictures are never decoded (see `open`).
    if (picture && !/\/Type\s*\/(?:ObjStm|XRef)\b/.test(dictionary)) continue
    const inflated = await inflate(bytes.subarray(start, end), left, 1)
    left -= inflated.bytes
    damaged ||= inflated.damaged
    if (isUnsoundFont(dictionary, inflated.beginning, inflated.damaged)) unsoundFonts.push({ start, end })
  }
  return { damaged, pictures, unsoundFonts }
}

/** The file with nothing in some of its streams; all else stays at its place. */
export function withoutStreams(bytes: Buffer, spans: readonly Span[]): Buffer {
  if (spans.length === 0) return bytes
  const emptied = Buffer.from(bytes)
  for (const { start, end } of spans) emptied.fill(0, start, end)
  return emptied
}

interface Stream extends Span {
  readonly dictionary: string
}

/** The streams of the file as they stand in it; a stream without an end reaches to the end of the file. */
function* streamsOf(bytes: Buffer): Generator<Stream> {
  const word = Buffer.from('stream')
  const last = Buffer.from('endstream')
  let endless = false
  for (let at: number = bytes.indexOf(word); at >= 0; ) {
    let start = at + word.length
    if (bytes[start] === 0x0d) start += 1
    if (bytes[start] === 0x0a) start += 1
    if (bytes.subarray(at - 3, at).toString('latin1') === 'end') {
      at = bytes.indexOf(word, start)
      continue
    }
    const found: number = endless ? -1 : bytes.indexOf(last, start)
    endless = found < 0
    const end = endless ? bytes.length : found
    const before = bytes.subarray(Math.max(0, at - dictionaryBytes), at).toString('latin1')
    yield { start, end, dictionary: before.slice(before.lastIndexOf(' obj') + 1) }
    // Data that hold the word themselves are met again from their inside, which only costs time.
    at = bytes.indexOf(word, endless ? start : end + last.length)
  }
}

const looksDeflated = (bytes: Uint8Array): boolean => {
  const [method = 0, flags = 0] = bytes
  return (method & 0x0f) === 8 && method >> 4 <= 7 && ((method << 8) | flags) % 31 === 0
}

interface Inflated {
  readonly bytes: number
  readonly damaged: boolean
  /** The first bytes, behind all layers. */
  readonly beginning: Buffer
}

/** So many bytes of a stream are looked at to know it; those before the encrypted part of a Type 1 font are some 6 KB. */
const beginningBytes = 64 * 1024

/** Inflates and counts, keeping only the first bytes, which tell whether there is another layer below. */
async function inflate(bytes: Buffer, left: number, depth: number): Promise<Inflated> {
  if (!looksDeflated(bytes)) return { bytes: 0, damaged: false, beginning: bytes.subarray(0, beginningBytes) }
  const stream = createInflate({ chunkSize: beginningBytes })
  const chunks: Buffer[] = []
  let beginning: Buffer = Buffer.alloc(0)
  let count = 0
  let damaged = false
  stream.end(bytes)
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      count += chunk.length
      if (count > left) throw new Refused('zipBomb')
      if (beginning.length === 0) beginning = chunk
      if (chunks.length === 0 ? looksDeflated(chunk) : chunks.length > 0) chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof Refused) throw error
    damaged = true
  } finally {
    stream.destroy()
  }
  if (chunks.length === 0) return { bytes: count, damaged, beginning }
  if (depth >= deepest) throw new Refused('zipBomb')
  const below = await inflate(Buffer.concat(chunks), left - count, depth + 1)
  return { bytes: count + below.bytes, damaged, beginning: below.beginning }
}
