/// <reference types="vite/types/importMeta.d.ts" />
/**
 * The pictures of 使用手册, as `npm run screens` left them when the page was built; none where it had not run. Each is a
 * chunk of its own with the picture in it, loaded when the manual is opened: the page's policy and the list of files
 * that are packed need no further kind of file.
 */
const built = import.meta.glob<string>('../../out/manual/*.webp', { query: '?inline', import: 'default' })

/** The address of a picture; null where it is not built. */
export async function pictureOf(screen: string): Promise<string | null> {
  const load = built[`../../out/manual/${screen}.webp`]
  return load === undefined ? null : await load()
}
