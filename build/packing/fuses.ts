/**
 * Electron's fuses: what the packaged program can never be talked into, whatever the command line or the environment
 * say. They are bytes in Electron's binary behind a sentinel, set when the program is packed.
 */
import { type FuseV1Config, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'
import { FuseState } from '@electron/fuses/dist/constants.js'

export const fuses = {
  version: FuseVersion.V1,
  // A signed program that runs any script handed to it is a tool for whoever is on the machine.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // app.asar alone is the program, and on Windows its hash is in the .exe (Electron checks it on Windows and macOS).
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  // The page comes from app://, never from file://.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // The page keeps no cookie. With encryption on, Linux would ask for the password of the desktop's keyring at each start.
  [FuseV1Options.EnableCookieEncryption]: false,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
} as const satisfies FuseV1Config<boolean>

/** Sets the fuses of Electron's binary. */
export const setFuses = (program: string): Promise<number> => flipFuses(program, fuses)

/** The fuses that differ in a binary from what is wanted, as names. */
export async function wrongFuses(program: string): Promise<readonly string[]> {
  const wire: Readonly<Record<number, FuseState | undefined>> = { ...(await getCurrentFuseWire(program)) }
  return Object.entries(fuses)
    .filter(([key]) => key !== 'version')
    .filter(([key, on]) => wire[Number(key)] !== (on ? FuseState.ENABLE : FuseState.DISABLE))
    .map(([key]) => FuseV1Options[Number(key)] ?? key)
}
