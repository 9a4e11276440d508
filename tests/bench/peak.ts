/** Reads one file in this process and prints its largest resident size. */
import { readFile } from '../../electron/reading/readFile.ts'

const outcome = await readFile(process.argv[2] ?? '')
console.log(JSON.stringify({ refused: !outcome.ok, megabytes: process.resourceUsage().maxRSS / 1024 }))
