import { useRead } from '../../../../ui/api/reads.ts'

export const INBOX = 'inbox'

/** How many notices are unread, for the rail. */
export function useUnread() {
  const unread = useRead<{ count: number }>('/api/channels/inbox/unread', { topics: [INBOX], every: 60_000 }).data
  return unread && { value: unread.count }
}
