import type { News } from '../kernel/cases/handle/parts.ts'
import type { Who } from '../kernel/organisations/model.ts'

/**
 * What a change of a case is about, as topics of the live line: the case and the one it was opened for, the desks of
 * the unit that has it and of the one that had it until now, the city's figures.
 */
export const newsOf = ({ before, state }: News): string[] => [
  `case/${state.id}`,
  // The page of a lead tells how its joint tasks stand.
  ...(state.filing.parent ? [`case/${state.filing.parent}`] : []),
  ...new Set([state, before ?? state].map(({ unit }) => `desk/${unit ?? 'none'}`)),
  'screen',
  // The light of the duty desk has gone on or out.
  ...((before?.registers.unheard ?? 0) === (state.registers.unheard ?? 0) ? [] : ['alarms']),
]

/**
 * Who may hear a topic. News holds no facts, only that something changed; a case's own topic is heard by whoever
 * knows its id, which nobody can guess.
 */
export const mayHearTopic = (who: Who | null, topic: string): boolean =>
  topic === 'city' ||
  topic.startsWith('case/case_') ||
  topic === 'me' ||
  topic.startsWith('me/') ||
  who?.kind === 'staff'
