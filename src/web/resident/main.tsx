import '../../ui/tokens/tokens.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ME } from '../../kernel/people/pages/me.ts'
import { newClient } from '../../ui/api/client.ts'
import { AppearanceProvider } from '../../ui/appearance.tsx'
import { keepForOffline } from '../../ui/offline.ts'
import { ToastProvider } from '../../ui/parts/Toast.tsx'
import { keptTongue, TongueProvider } from '../../ui/tongue.tsx'
import { router } from './routes.tsx'

const client = newClient(() => client.setQueryData([ME], null))
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <TongueProvider initial={keptTongue()} whole>
          <AppearanceProvider theme="resident">
            <ToastProvider>
              <RouterProvider router={router} />
            </ToastProvider>
          </AppearanceProvider>
        </TongueProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
keepForOffline()
