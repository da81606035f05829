import { said } from '../../../platform/words.ts'

/** Whom a document speaks to where no name is known, or none may be named. */
export const addresseeWord = said('诉求人', 'the person who asked')
