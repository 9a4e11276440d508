/** Finds a Chromium, Chrome or Edge on the machine. Nothing is downloaded. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

const linuxNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'] as const
const macApplications = ['Chromium', 'Google Chrome', 'Microsoft Edge'] as const
const windowsPrograms = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'] as const

/** Where a browser may be, best first. */
export function browserPlaces(platform: NodeJS.Platform, environment: Environment): string[] {
  const asked = environment.NIANBAO_BROWSER
  const chosen = asked ? [asked] : []
  if (platform === 'win32') {
    const roots = [environment.ProgramFiles, environment['ProgramFiles(x86)'], environment.LOCALAPPDATA]
    const known = roots.filter((root) => root !== undefined)
    return [...chosen, ...windowsPrograms.flatMap((program) => known.map((root) => `${root}\\${program}`))]
  }
  if (platform === 'darwin')
    return [...chosen, ...macApplications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)]
  const folders = [...(environment.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'].filter((f) => f !== '')
  return [...chosen, ...linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)))]
}

/** The browser to use; undefined where the machine has none. */
export const findBrowser = (): string | undefined =>
  browserPlaces(process.platform, process.env).find((place) => existsSync(place))
