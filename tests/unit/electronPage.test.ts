/** Which files the page gets, under which policy: the app:// protocol's decisions. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { answerPage, appOrigin, contentSecurityPolicy, isOfOrigin } from '../../electron/pageFiles.ts'

const outside = mkdtempSync(join(tmpdir(), 'nianbao-page-'))
const folder = join(outside, 'renderer')
mkdirSync(join(folder, 'assets'), { recursive: true })
writeFileSync(join(outside, 'secret.html'), '机密')
writeFileSync(join(folder, 'index.html'), '<p>首页</p>')
writeFileSync(join(folder, 'assets', '样式 a.css'), 'p{}')
writeFileSync(join(folder, 'assets', 'main.js'), '1')
writeFileSync(join(folder, 'assets', 'main.js.map'), '{}')
symlinkSync(join(outside, 'secret.html'), join(folder, 'link.html'))
afterAll(() => rmSync(outside, { recursive: true, force: true }))

const get = (url: string, method = 'GET') => answerPage(folder, appOrigin, { url, method })

describe('a file of the built page', () => {
  it.each([
    ['app://nianbao/', 'text/html; charset=utf-8', '<p>首页</p>'],
    ['app://nianbao/index.html?x=1#y', 'text/html; charset=utf-8', '<p>首页</p>'],
    ['app://nianbao/assets/main.js', 'text/javascript; charset=utf-8', '1'],
    ['app://nianbao/assets/%E6%A0%B7%E5%BC%8F%20a.css', 'text/css; charset=utf-8', 'p{}'],
    ['app://nianbao/assets/../index.html', 'text/html; charset=utf-8', '<p>首页</p>'],
  ])('%s is given out as %s', async (url, type, text) => {
    const { status, headers, body } = await get(url)
    expect([status, headers['content-type'], body.toString()]).toEqual([200, type, text])
  })
})

describe('anything else', () => {
  it.each([
    'app://nianbao/../../etc/passwd',
    'app://nianbao/%2e%2e/%2e%2e/etc/passwd',
    'app://nianbao/..%2f..%2fetc%2fpasswd',
    'app://nianbao/..%2fsecret.html',
    'app://nianbao/assets/..%5c..%5c..%5csecret.html',
    'app://nianbao/%00index.html',
    'app://nianbao/C:%5cWindows%5cwin.ini',
    'app://nianbao//etc/passwd',
    'app://nianbao/%',
    'app://nianbao/link.html',
    'app://nianbao/assets',
    'app://nianbao/assets/main.js.map',
    'app://nianbao/absent.js',
    'app://other/index.html',
    'app://user:word@nianbao/index.html',
    'https://nianbao/index.html',
    'file:///etc/passwd',
    'not a url',
  ])('%s is not found', async (url) => {
    const { status, body } = await get(url)
    expect([status, body.toString()]).toEqual([404, '404'])
  })

  it('another method than GET is refused', async () => {
    expect((await get('app://nianbao/index.html', 'POST')).status).toBe(405)
  })
})

describe('the policy', () => {
  it('is on every answer, found or not', async () => {
    for (const url of ['app://nianbao/', 'app://nianbao/assets/main.js', 'app://nianbao/absent', 'file:///etc/passwd'])
      expect((await get(url)).headers['content-security-policy']).toBe(contentSecurityPolicy)
  })

  it('allows nothing but what it names', () => {
    expect(contentSecurityPolicy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ])
  })
})

it.each([
  ['app://nianbao/', true],
  ['app://nianbao/a/b.js', true],
  ['app://nianbao.example.com/', false],
  ['app://nianbao:80/', false],
  ['app:nianbao', false],
  ['https://nianbao/', false],
])('%s is of the page’s origin: %s', (url, ours) => {
  expect(isOfOrigin(url, appOrigin)).toBe(ours)
})
