/** Where the program keeps its data: the same folder with Electron and without it. */
import { join } from 'node:path'

/** As Electron names the folder of the application's data: after `name` in package.json. */
const folderName = 'nianbao'

/** The application-data folder of a machine, where Electron's app.getPath('userData') would put it. */
export function dataFolderOf(
  platform: NodeJS.Platform,
  home: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  if (platform === 'win32') return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), folderName)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', folderName)
  return join(environment.XDG_CONFIG_HOME || join(home, '.config'), folderName)
}

/** Size and place of the window, from one start to the next. */
export const windowFileIn = (folder: string): string => join(folder, 'window.json')
