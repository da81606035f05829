import { type Said, said } from '../../../platform/words.ts'

type Facts = { readonly cases: number; readonly people: number; readonly firstDay: string; readonly lastDay: string }

/** What stands in the task that an accepted proposal becomes. */
export const proactiveWords = {
  title: (place: string, category: string): Said =>
    said(`未诉先办：${place}${category.split('/').at(-1) ?? category}`, `At the root: ${place} ${category}`),
  facts: ({ cases, people, firstDay, lastDay }: Facts, days: number): Said =>
    said(
      `${firstDay} 至 ${lastDay} 同类 ${cases} 件、涉及 ${people} 人；从源头解决，按同样频率今后 ${days} 天约可减少 ${cases} 件。`,
      `${firstDay} to ${lastDay}: ${cases} cases of ${people} people; solved at its root, the next ${days} days may be spared some ${cases}.`,
    ),
} as const
