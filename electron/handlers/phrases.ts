/** Calls of the passages that the clerk keeps for reuse. */

import type { Answer } from '../../shared/answers.ts'
import type { Handlers } from '../../shared/api.ts'
import type { OwnPhrase } from '../../shared/writing.ts'
import type { Result } from '../store/failures.ts'
import type { Store } from '../store/store.ts'
import { andThen, plain, type Session } from './session.ts'

type Calls = Pick<Handlers, 'ownPhrases' | 'keepPhrase' | 'renamePhrase' | 'removePhrase'>

export function phraseCalls({ withStore }: Session): Calls {
  const changed = (change: (store: Store) => Result<void>): Answer<readonly OwnPhrase[]> =>
    withStore((store) => andThen(change(store), () => plain(store.listOwnPhrases())))
  return {
    ownPhrases: () => withStore((store) => plain(store.listOwnPhrases())),
    keepPhrase: (phrase) => changed((store) => store.keepPhrase(phrase)),
    renamePhrase: ({ id, name }) => changed((store) => store.renamePhrase(id, name)),
    removePhrase: ({ id }) => changed((store) => store.removePhrase(id)),
  }
}
