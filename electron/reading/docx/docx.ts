/** A .docx file as paragraphs and tables. */
import { Refused } from '../failure.ts'
import { notesOf } from '../notes.ts'
import { otherPackage } from '../otherKinds.ts'
import type { SourceDocument } from '../source.ts'
import { child, childrenOf, parseXml, type XmlElement } from '../xml.ts'
import { openZip, type ZipParts } from '../zip.ts'
import { type BodyContext, readBlocks } from './body.ts'
import { readNumbering } from './numbering.ts'
import { readStyles } from './styles.ts'

/** Reads a .docx. Throws `Refused` for what is damaged, hostile or no Word document. */
export async function readDocx(file: Buffer): Promise<SourceDocument> {
  const zip = await openZip(file)
  const main = await mainPart(zip)
  const document = await readPart(zip, main)
  const body = child(document, 'body')
  if (!body) throw new Refused('notWord')
  const related = await relatedParts(zip, main)
  const context: BodyContext = {
    styles: readStyles(await readPart(zip, related.get('styles'))),
    numbering: readNumbering(await readPart(zip, related.get('numbering'))),
    met: new Map(),
    fields: [],
  }
  const blocks = readBlocks(body, context)
  return { kind: 'docx', blocks, notes: notesOf(context.met) }
}

async function readPart(zip: ZipParts, name: string | undefined): Promise<XmlElement | undefined> {
  const bytes = name === undefined ? undefined : await zip.read(name)
  return bytes && parseXml(bytes)
}

/** The document part is where the package says, not where it usually is. */
async function mainPart(zip: ZipParts): Promise<string> {
  const relationships = await readPart(zip, '_rels/.rels')
  const target = targets(relationships, '').get('officeDocument')
  if (target !== undefined && zip.names.has(target) && /(?:^|\/)word\//.test(`/${target}`)) return target
  if (target !== undefined && zip.names.has(target) && !/^(?:xl|ppt)\//.test(target)) return target
  throw new Refused('notWord', otherPackage(zip.names))
}

async function relatedParts(zip: ZipParts, main: string): Promise<ReadonlyMap<string, string>> {
  const slash = main.lastIndexOf('/') + 1
  const folder = main.slice(0, slash)
  return targets(await readPart(zip, `${folder}_rels/${main.slice(slash)}.rels`), folder)
}

/** Targets inside the package by the last word of their type. External targets are never followed. */
function targets(relationships: XmlElement | undefined, folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { attributes } of childrenOf(relationships, 'Relationship')) {
    const type = attributes.Type?.split('/').at(-1)
    const target = attributes.Target
    if (type === undefined || target === undefined || attributes.TargetMode === 'External' || found.has(type)) continue
    found.set(type, target.startsWith('/') ? target.slice(1) : resolve(folder, target))
  }
  return found
}

function resolve(folder: string, target: string): string {
  const parts = folder.split('/').filter(Boolean)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
