/** Parts of a zip file, inflated under limits. Pictures and other parts that are not asked for are never inflated. */
import yauzl from 'yauzl'
import { Refused } from './failure.ts'
import { limits } from './limits.ts'

export interface ZipParts {
  /** Names of all parts. */
  readonly names: ReadonlySet<string>
  /** Inflates a part; undefined where there is none. Throws `Refused` at a limit or for damaged data. */
  read(name: string): Promise<Buffer | undefined>
}

/** Lists the parts of a zip file. Throws `Refused` for what is no whole zip file. */
export async function openZip(file: Buffer): Promise<ZipParts> {
  const zip = await opened(file)
  const entries = await listEntries(zip)
  let inflated = 0
  return {
    names: new Set(entries.keys()),
    async read(name) {
      const entry = entries.get(name)
      if (!entry) return undefined
      if (entry.isEncrypted()) throw new Refused('encrypted')
      const bytes = await inflate(zip, entry, limits.inflatedBytes - inflated)
      inflated += bytes.length
      return bytes
    },
  }
}

function opened(file: Buffer): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(file, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error || !zip ? reject(new Refused('brokenZip')) : resolve(zip),
    )
  })
}

function listEntries(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  if (zip.entryCount > limits.zipEntries) throw new Refused('tooManyEntries')
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>()
    zip.on('entry', (entry: yauzl.Entry) => {
      // A second part of the same name could show one text to us and another to Word.
      if (entries.has(entry.fileName)) reject(new Refused('brokenZip'))
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', () => reject(new Refused('brokenZip')))
    zip.readEntry()
  })
}

/** Counts while inflating: the size a zip states of itself is not believed. */
function inflate(zip: yauzl.ZipFile, entry: yauzl.Entry, room: number): Promise<Buffer> {
  const most = Math.min(limits.partBytes, room)
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream) return reject(new Refused('brokenZip'))
      const chunks: Buffer[] = []
      let size = 0
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > most) {
          reject(new Refused('zipBomb'))
          stream.destroy()
        } else chunks.push(chunk)
      })
      stream.on('end', () => resolve(Buffer.concat(chunks)))
      stream.on('error', () => reject(new Refused('brokenZip')))
    })
  })
}
