import { createContext } from 'react'

/** True where parts stand outside any router: in the gallery and in tests of the kit. There, links are plain. */
export const OutsideRouter = createContext(false)
