/** What can be packed: the systems and processors, and the kinds of package for each. */

export type Arch = 'x64' | 'arm64'
export type Kind = 'nsis' | 'portable' | 'zip' | 'deb' | 'AppImage' | 'dir'

export interface Target {
  readonly platform: 'win32' | 'linux'
  readonly arch: Arch
}

/** Everything that is handed out. */
export const targets: readonly Target[] = [
  { platform: 'win32', arch: 'x64' },
  { platform: 'win32', arch: 'arm64' },
  { platform: 'linux', arch: 'x64' },
  { platform: 'linux', arch: 'arm64' },
]

export const kindsOf = (platform: Target['platform']): readonly Kind[] =>
  platform === 'win32' ? ['nsis', 'portable', 'zip'] : ['deb', 'AppImage']

export const nameOf = ({ platform, arch }: Target): string => `${platform === 'win32' ? 'windows' : 'linux'}-${arch}`
