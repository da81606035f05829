/** What the list is asked again for after a topic was opened. */
export const TOPICS = 'dispatch-topics'
