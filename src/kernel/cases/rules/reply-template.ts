import { blankWords } from '../words/reply.ts'

/** What is known of a case for the blanks of a template; null or empty where it is not. */
export type TemplateFacts = Readonly<Record<keyof typeof blankWords, string | null>>

/** Pure: a template with what is known filled in; a blank nobody knows stays to be seen, and is warned of. */
export const filledTemplate = (body: string, facts: TemplateFacts): string =>
  body.replace(/【([^】]*)】/g, (blank, name: string) => {
    const fact = Object.entries(blankWords).find(([, words]) => words === name)?.[0]
    return (fact && facts[fact as keyof TemplateFacts]) || blank
  })
