import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { TownMap } from '../../../kernel/places/pages/TownMap.tsx'
import { newClient } from '../../../ui/api/client.ts'
import type { View } from '../../../ui/map/model.ts'
import { useTongue } from '../../../ui/tongue.tsx'
import { galleryWords as words } from '../words.ts'

/** The base map of the server that opens the gallery; `at=lng,lat,zoom` in the address says where to begin. */
export function Town() {
  const { t } = useTongue()
  const [client] = useState(() => newClient(() => undefined))
  return (
    <QueryClientProvider client={client}>
      <TownMap label={t(words.town)} layers={[]} size="tall" view={viewOf(location.search)} onPosition />
    </QueryClientProvider>
  )
}

function viewOf(search: string): View | null {
  const [lng, lat, zoom] = (new URLSearchParams(search).get('at') ?? '').split(',').map(Number)
  return lng === undefined || lat === undefined || zoom === undefined ? null : { centre: [lng, lat], zoom }
}
