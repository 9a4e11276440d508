/** Where in the window the person is, and what every page is given. */

import type { SourceFile } from '../../shared/answers.ts'
import type { Client } from '../../shared/api.ts'

export type Place =
  | { at: 'home' }
  | { at: 'import'; source?: SourceFile }
  | { at: 'report'; id: number; step?: string }
  | { at: 'settings' }

export interface PageProps {
  readonly client: Client
  readonly go: (to: Place) => void
}
