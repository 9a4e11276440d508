/** The text of a page: its encoding is known by a mark, by its bytes or by what it says of itself, in this order. */
import { Refused } from '../failure.ts'

/** So much of a page is looked at for its charset; browsers look at 1 KB, pages of Chinese offices say it later. */
const prescanBytes = 16 * 1024

/** Names of Western charsets: servers give them to pages they know nothing of, and no Chinese text is written in one. */
const western = /^(?:iso-?8859-\d+|latin-?1|us-ascii|ascii|windows-125\d|x-user-defined|utf-?7)$/i

/** More wrong characters than this share of all others than ASCII: the encoding is not known. */
const wrongShare = 0.3

/**
 * Decodes a page. Takes its bytes and the charset that its envelope names (an .mht part has one). Valid UTF-8 is UTF-8
 * whatever is said of it, for hardly any GBK text is valid UTF-8; of the rest the encoding with the fewest characters
 * that cannot be, so that one damaged byte does not turn a page into another encoding. Throws `Refused` where none fits.
 */
export function decodePage(bytes: Buffer, charset?: string): string {
  const marked = byteOrderMark(bytes) ?? utf16Pattern(bytes)
  if (marked !== undefined) return decode(bytes, marked)
  const candidates = ['utf-8', ...[charset, declaredCharset(bytes)].flatMap(usable), 'gb18030']
  let best: { text: string; wrong: number } | undefined
  for (const candidate of candidates) {
    const text = decode(bytes, candidate)
    const wrong = count(text, '\ufffd')
    if (!best || wrong < best.wrong) best = { text, wrong }
    if (best.wrong === 0) break
  }
  if (!best || isNoise(best.text, best.wrong)) throw new Refused('encoding')
  return best.text
}

function byteOrderMark(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined
}

/** UTF-16 without its mark: markup is ASCII, so that every other byte of it is 0. */
export function utf16Pattern(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.min(100, bytes.length >> 1)
  let [even, odd] = [0, 0]
  for (let index = 0; index < pairs; index += 1) {
    if (bytes[2 * index] === 0) even += 1
    if (bytes[2 * index + 1] === 0) odd += 1
  }
  if (pairs < 4) return undefined
  if (odd > pairs * 0.6 && even < pairs * 0.1) return 'utf-16le'
  return even > pairs * 0.6 && odd < pairs * 0.1 ? 'utf-16be' : undefined
}

/** The charset in a `<meta>` or an XML declaration. */
function declaredCharset(bytes: Buffer): string | undefined {
  const beginning = bytes.toString('latin1', 0, prescanBytes)
  const match =
    /<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(beginning) ??
    /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w:.-]{2,40})/i.exec(beginning)
  return match?.[1]
}

function usable(charset: string | undefined): string[] {
  if (charset === undefined || western.test(charset)) return []
  try {
    return [new TextDecoder(charset).encoding]
  } catch {
    return []
  }
}

const decode = (bytes: Buffer, encoding: string): string => new TextDecoder(encoding).decode(bytes)

function count(text: string, character: string): number {
  let found = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found += 1
  return found
}

function isNoise(text: string, wrong: number): boolean {
  if (wrong < 20) return false
  let beyondAscii = 0
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0x7f) beyondAscii += 1
  return wrong > beyondAscii * wrongShare
}
