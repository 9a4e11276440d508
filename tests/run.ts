/** The test command: sets up the machine, checks types, style and the rules between the parts, runs all tests, counts. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { setUpMachine } from './setUp.ts'

const { resolve: find } = createRequire(import.meta.url)

interface Count {
  readonly passed: number
  readonly failed: number
}

/** Runs a program of a package; gives whether it succeeded. */
function run(packageName: string, bin: string, ...args: string[]): boolean {
  const program = join(dirname(find(`${packageName}/package.json`)), bin)
  return spawnSync(process.execPath, [program, ...args], { stdio: 'inherit' }).status === 0
}

const step = (name: string, run: () => boolean): Count => {
  console.log(`\n── ${name}`)
  return run() ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** All vitest tests, counted from its own report. A run that breaks before it reports is a failure. */
function vitest(): Count {
  const report = resolve('out/tests.json')
  mkdirSync('out', { recursive: true })
  rmSync(report, { force: true })
  const done = run(
    'vitest',
    'vitest.mjs',
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  )
  try {
    const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number
      numTotalTests: number
    }
    const failed = numTotalTests - numPassedTests
    return { passed: numPassedTests, failed: done ? failed : Math.max(1, failed) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** All end-to-end specs, counted from Playwright's own report. A run that breaks before it reports is a failure. */
function endToEnd(): Count {
  console.log('\n── the window')
  const report = resolve('out/e2e.json')
  rmSync(report, { force: true })
  const done = run('@playwright/test', 'cli.js', 'test', '--config', 'tests/e2e/playwright.config.ts')
  try {
    const { stats } = JSON.parse(readFileSync(report, 'utf8')) as {
      stats: Readonly<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>
    }
    const failed = stats.unexpected + stats.flaky + stats.skipped
    return { passed: stats.expected, failed: done ? failed : Math.max(1, failed) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

const missing = setUpMachine()
if (missing.length > 0) {
  console.error(
    `The tests need programs that are not on this machine:\n${missing.map((what) => `- ${what}`).join('\n')}`,
  )
  console.log('0 passed, 1 failed')
  process.exitCode = 1
} else {
  const counts = [
    step('types', () =>
      ['.', 'build/tsconfig.shared.json', 'build/tsconfig.renderer.json', 'build/tsconfig.e2e.json'].every((project) =>
        run('typescript', 'bin/tsc', '-p', project),
      ),
    ),
    step('style, and the rules between the parts', () =>
      run('@biomejs/biome', 'bin/biome', 'check', '--config-path=build/lint.json', '.'),
    ),
    vitest(),
    endToEnd(),
  ]
  const sum = (pick: (count: Count) => number) => counts.reduce((total, count) => total + pick(count), 0)
  const failed = sum((count) => count.failed)
  console.log(`\n${sum((count) => count.passed)} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}
