/**
 * What the page may load, and under which rules: only files of its own built folder. Used by the app:// protocol and
 * by the window without Electron, so that both open the same page under the same policy.
 */
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

/** Where the page lives in Electron. */
export const appScheme = 'app'
export const appOrigin = `${appScheme}://nianbao`

const policy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  // Loosened for antd, which writes <style> elements as its components appear: 79 violations under 'self', and a nonce
  // does not reach all of them (measured). A style can neither run code nor, with the rules below, ask another host.
  'style-src': "'self' 'unsafe-inline'",
  // Loosened for the small pictures that antd writes into its styles; data: leaves this machine as little as 'self'.
  'img-src': "'self' data:",
  'font-src': "'self'",
  // The page asks the main process through the bridge, never through the network.
  'connect-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
}

/** The policy as the header says it. */
export const contentSecurityPolicy = Object.entries(policy)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ')

/** Kinds of files that a built page consists of; any other is not given out. */
const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

export interface PageAnswer {
  readonly status: 200 | 404 | 405
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer<ArrayBuffer>
}

function answer(status: PageAnswer['status'], mimeType: string, body: Buffer<ArrayBuffer>): PageAnswer {
  const headers = {
    'content-type': mimeType,
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  }
  return { status, headers, body }
}

/** Whether a URL belongs to `origin`. URL.origin says 'null' for app://, so the parts are compared. */
export function isOfOrigin(url: string, origin: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, username, password } = new URL(url)
  return `${protocol}//${host}` === origin && username === '' && password === ''
}

/** The path inside the page's folder that a URL means, in its parts; undefined where it means none. */
export function partsOf(url: string, origin: string): readonly string[] | undefined {
  if (!isOfOrigin(url, origin)) return undefined
  let path: string
  try {
    path = decodeURIComponent(new URL(url).pathname)
  } catch {
    return undefined
  }
  const parts = path.split('/').filter((part) => part !== '')
  // The parser has resolved plain dots already; what is left was hidden behind %2f, %5c or the like.
  const climbs = parts.some((part) => part === '.' || part === '..' || /[\\:\0]/.test(part))
  return climbs ? undefined : parts
}

/** The bytes of a file of the page's folder; undefined where it has none of that name, or only a link out of it. */
async function bytesIn(folder: string, parts: readonly string[]): Promise<Buffer<ArrayBuffer> | undefined> {
  try {
    const root = await realpath(folder)
    const file = await realpath(join(root, ...parts))
    return file.startsWith(root + sep) ? await readFile(file) : undefined
  } catch {
    return undefined
  }
}

/** Answers a request of the page from its built folder: the file with its type, or 404; the policy on every answer. */
export async function answerPage(
  folder: string,
  origin: string,
  request: { readonly url: string; readonly method: string },
): Promise<PageAnswer> {
  const plain = 'text/plain; charset=utf-8'
  if (request.method !== 'GET') return answer(405, plain, Buffer.from(''))
  const asked = partsOf(request.url, origin)
  const parts = asked?.length === 0 ? ['index.html'] : asked
  const mimeType = mimeTypes[extname(parts?.at(-1) ?? '').toLowerCase()]
  const body = parts && mimeType !== undefined ? await bytesIn(folder, parts) : undefined
  return body && mimeType !== undefined ? answer(200, mimeType, body) : answer(404, plain, Buffer.from('404'))
}
