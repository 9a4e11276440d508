/**
 * A work of the program that is more than typing, until its end: node programChild.ts FOLDER WORK. After each step that a
 * clerk was told of it says so with one line, which a power cut cannot take back.
 */
import { writeSync } from 'node:fs'
import { digestOf, startProgram } from './program.ts'
import { type Clerk, works } from './works.ts'

const [folder = '', name = ''] = process.argv.slice(2)
const work = works.find((candidate) => candidate.name === name)
if (!work) throw new Error(`no such work: ${name}`)
let count = 0
let now = work.day ?? '2026-01-12'
const choices: string[] = []
const start = () => startProgram(folder, () => new Date(`${now}T10:00:00+08:00`), choices)
let running = start()
const clerk: Clerk = {
  folder,
  client: () => running.client,
  choose: (path) => void choices.push(path),
  startOn(day) {
    running.close()
    now = day
    running = start()
  },
  async told() {
    writeSync(1, `${JSON.stringify({ saved: count, digest: await digestOf(running.client, folder) })}\n`)
    count += 1
  },
}
await clerk.told()
await work.run(clerk)
running.close()
