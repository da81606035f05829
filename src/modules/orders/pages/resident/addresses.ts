/** Where the resident's door answers; the shapes stand in `model/views.ts`. */
export const addresses = {
  file: '/api/orders',
  photos: '/api/orders/photos',
  mine: '/api/orders/mine',
  follow: '/api/orders/follow',
  one: (id: string) => `/api/orders/${id}`,
  documents: (id: string) => `/api/orders/${id}/documents`,
  document: (id: string, document: string) => `/api/orders/${id}/documents/${document}`,
  move: (id: string, move: string) => `/api/orders/${id}/moves/${move}`,
  proposal: '/api/orders/proposal',
  similar: '/api/dispatch/similar',
  matters: '/api/matters',
  matter: (id: string) => `/api/matters/${id}`,
  inbox: '/api/channels/inbox',
  unread: '/api/channels/inbox/unread',
  markRead: '/api/channels/inbox/read',
} as const
