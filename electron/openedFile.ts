/** Which file the program is asked to open: a double click on a data file starts it with the file's path. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The desktops of Linux may hand over an address (`%U` in the AppImage's entry) where Windows hands over a path. */
function pathOf(argument: string): string {
  if (!argument.startsWith('file:///')) return argument
  try {
    return fileURLToPath(argument)
  } catch {
    return argument
  }
}

/** The last data file among the arguments of a start, as a whole path; null where there is none. */
export function fileAmong(args: readonly string[], folder: string): string | null {
  const files = args.filter((argument) => !argument.startsWith('-') && /\.nianbao$/i.test(argument))
  const last = files.at(-1)
  return last === undefined ? null : resolve(folder, pathOf(last))
}
