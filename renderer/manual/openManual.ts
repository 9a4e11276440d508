/** How any part of the window opens 使用手册. */
import { createContext, useContext } from 'react'

/** Null where there is no such window around, as in a part that is shown by itself. */
export const ManualContext = createContext<(() => void) | null>(null)

/** Opens 使用手册 over whatever page is open; null where it is not to be had. */
export const useManual = (): (() => void) | null => useContext(ManualContext)
