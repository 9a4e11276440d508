/** How a unit writes its texts, and what the clerk keeps for reuse. */
import { z } from 'zod'
import { narrativeIds } from './report.ts'

/** What a unit has decided about its texts, for all its reports. */
export const writingSettingsSchema = z.strictObject({
  /** Sub-headings of section six that the province prescribes, in their order and without numbers. */
  subheadings: z.array(z.string().max(100)).max(20),
  /** Whether a linked number in a text changes with its cell; else it is only marked as differing. */
  numbersFollow: z.boolean(),
})
export type WritingSettings = z.infer<typeof writingSettingsSchema>

export const defaultWriting: WritingSettings = { subheadings: [], numbersFollow: true }

/** A passage that the clerk keeps for reuse, in whatever unit's report. */
export const ownPhraseSchema = z.strictObject({
  id: z.int().positive(),
  section: z.enum(narrativeIds),
  name: z.string().trim().min(1).max(50),
  text: z.string().min(1).max(4000),
})
export type OwnPhrase = z.infer<typeof ownPhraseSchema>

/** The name a kept passage has until it is given another: how it begins. */
export const phraseName = (text: string): string => {
  const letters = [...text.replace(/\s+/g, '')]
  return letters.length > 14 ? `${letters.slice(0, 14).join('')}…` : letters.join('')
}
