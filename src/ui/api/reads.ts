import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { call } from './call.ts'
import { isProblem, type Problem, type ProblemKind } from './problem.ts'

/** What a read is about; `useLive` refreshes every read that names a topic it hears of. */
export type Topic = string

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Problem
    queryMeta: { topics?: readonly Topic[] }
  }
}

type Options = {
  topics?: readonly Topic[]
  /** False while something the address needs is still unknown. */
  when?: boolean
  /** Keeps the rows of the last page in sight while the next one comes. */
  keepLast?: boolean
  /** Asks again by itself, in milliseconds. */
  every?: number
  /** What the door asks to be shown and no address may hold, such as the code of a case. */
  headers?: Readonly<Record<string, string>>
}

export type Read<Answer> = UseQueryResult<Answer, Problem>

/** The answer of a GET, kept under its own address. Draw it with `Loaded`. */
export const useRead = <Answer>(url: string, options: Options = {}): Read<Answer> =>
  useQuery<Answer, Problem>({
    queryKey: [url, ...Object.values(options.headers ?? {})],
    queryFn: ({ signal }) => call<Answer>('GET', url, undefined, { signal, headers: options.headers }),
    meta: { topics: options.topics ?? [] },
    enabled: options.when ?? true,
    ...(options.keepLast ? { placeholderData: keepPreviousData } : {}),
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
  })

/** A part of an answer, where the part is all that its readers want; what is kept under the address is the part. */
export const useReadOf = <Answer, Part>(
  url: string,
  pick: (answer: Answer) => Part,
  { topics = [] }: Pick<Options, 'topics'> = {},
): Read<Part> =>
  useQuery<Part, Problem>({
    queryKey: [url],
    queryFn: async ({ signal }) => pick(await call<Answer>('GET', url, undefined, { signal })),
    meta: { topics },
  })

/** An answer, where one kind of problem is an answer too: not for this reader, nothing there. It gives null then. */
export const useReadOrNull = <Answer>(url: string, nullOn: ProblemKind, options: Options = {}): Read<Answer | null> =>
  useQuery<Answer | null, Problem>({
    queryKey: [url],
    queryFn: async ({ signal }) => {
      try {
        return await call<Answer>('GET', url, undefined, { signal })
      } catch (thrown) {
        if (isProblem(thrown) && thrown.kind === nullOn) return null
        throw thrown
      }
    },
    meta: { topics: options.topics ?? [] },
    enabled: options.when ?? true,
  })

/** An address with its query; what is empty or absent is left out, so that one list has one key. */
export function withQuery(path: string, query: Record<string, string | number | boolean | undefined | null>): string {
  const text = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&')
  return text === '' ? path : `${path}?${text}`
}
