import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { about } from './acts.ts'
import { type Topic, withQuery } from './reads.ts'

export type LiveState = 'live' | 'connecting' | 'stale'
export type Live = {
  readonly state: LiveState
  /** Milliseconds since the epoch on this machine when the server was last heard; null before the first time. */
  readonly heardAt: number | null
}

/** The server says something at least this often, if only that it is there. */
const SILENCE = 45_000
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000

/**
 * Listens to `/api/live` and asks anew for every read about a topic that changed. Comes back by itself after the line,
 * the server or the machine slept; on coming back everything about the topics is asked anew, since news was missed.
 */
export function useLive(topics: readonly Topic[]): Live {
  const client = useQueryClient()
  const [live, setLive] = useState<Live>({ state: 'connecting', heardAt: null })
  const wanted = topics.join(',')
  // A connection is a thing outside React that has to be opened and closed.
  useEffect(() => {
    const refresh = (heard: readonly Topic[]) =>
      client.invalidateQueries({ predicate: ({ meta }) => about(meta?.topics, heard) })
    return listen(wanted.split(','), setLive, refresh)
  }, [client, wanted])
  return live
}

function listen(topics: readonly Topic[], show: (live: Live) => void, refresh: (heard: readonly Topic[]) => void) {
  let wait = FIRST_WAIT
  let heardAt: number | null = null
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false

  const after = (ms: number, what: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(what, ms)
  }
  const heard = () => {
    heardAt = Date.now() // how old a figure is, is measured on the machine that shows it
    show({ state: 'live', heardAt })
    after(SILENCE, again)
  }
  const again = () => {
    source?.close()
    if (closed) return
    show({ state: 'stale', heardAt })
    after(wait, open)
    wait = Math.min(wait * 2, LONGEST_WAIT)
  }
  const open = () => {
    source = new EventSource(withQuery('/api/live', { topics: topics.join(',') }))
    source.onopen = () => {
      wait = FIRST_WAIT
      if (heardAt !== null) refresh(topics)
      heard()
    }
    source.onerror = again
    source.onmessage = (event: MessageEvent<string>) => {
      heard()
      refresh(topicsOf(event.data, topics))
    }
    source.addEventListener('beat', heard)
  }
  open()
  return () => {
    closed = true
    clearTimeout(timer)
    source?.close()
  }
}

/** What a message is about; one that cannot be read is taken to be about everything asked for. */
export function topicsOf(message: string, asked: readonly Topic[]): readonly Topic[] {
  try {
    const found: unknown = JSON.parse(message)
    if (typeof found === 'object' && found !== null && 'topic' in found && typeof found.topic === 'string')
      return [found.topic]
  } catch {
    // falls through to everything
  }
  return asked
}
