/** The rules between the parts (ARCHITECTURE), held by the linter; the fixture breaks each of them once. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')

interface Diagnostic {
  category: string
  location: { path: string | { file: string } }
}

/** The files of the fixture in which the linter finds an import that is not allowed. */
function forbiddenImports(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-boundaries-'))
  try {
    cpSync(join(root, 'tests/boundaries/fixture'), folder, { recursive: true })
    cpSync(join(root, 'build/lint.json'), join(folder, 'lint.json'))
    const args = [biome, 'lint', '--config-path=lint.json', '--reporter=json', '--max-diagnostics=none', '.']
    let report = ''
    try {
      report = execFileSync(process.execPath, args, {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      })
    } catch (error) {
      report = (error as { stdout: string }).stdout
    }
    const { diagnostics } = JSON.parse(report) as { diagnostics: Diagnostic[] }
    return diagnostics
      .filter(({ category }) => category === 'lint/style/noRestrictedImports')
      .map(({ location: { path } }) =>
        (typeof path === 'string' ? path : path.file).replaceAll('\\', '/').replace(/^\.\//, ''),
      )
      .sort()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('an import across a forbidden border makes the linter fail', () => {
  it('in every file of the fixture that has one, and in no other', () => {
    expect(forbiddenImports()).toEqual([
      'electron/application.ts',
      'electron/cli.ts',
      'electron/reading/usesStore.ts',
      'electron/sheet/usesWord.ts',
      'electron/store/usesWord.ts',
      'electron/word/usesReading.ts',
      'electron/word/usesSheet.ts',
      'renderer/usesElectronFolder.ts',
      'renderer/usesNode.ts',
      'shared/usesElectronFolder.ts',
      'shared/usesNode.ts',
      'shared/usesReact.ts',
    ])
  })
})
