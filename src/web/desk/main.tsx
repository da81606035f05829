import '../../ui/tokens/tokens.css'
// antd's date fields take the names of weekdays and months from here.
import 'dayjs/locale/zh-cn'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ME } from '../../kernel/people/pages/me.ts'
import { newClient } from '../../ui/api/client.ts'
import { AppearanceProvider } from '../../ui/appearance.tsx'
import { kept } from '../../ui/kept.ts'
import { ToastProvider } from '../../ui/parts/Toast.tsx'
import { keptTongue, TongueProvider } from '../../ui/tongue.tsx'
import { AntdOutfit } from './AntdOutfit.tsx'
import { router } from './routes.tsx'

const client = newClient(() => client.setQueryData([ME], null))
// Whoever walks opens his page without a line: who he is was put by on his own device, and is asked for again at once.
const walker = location.pathname === '/desk/patrol' ? kept('patrol.me') : undefined
if (walker !== undefined) client.setQueryData([ME], walker, { updatedAt: 0 })
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <TongueProvider initial={keptTongue()} whole>
          <AppearanceProvider theme="desk">
            <AntdOutfit>
              <ToastProvider>
                <RouterProvider router={router} />
              </ToastProvider>
            </AntdOutfit>
          </AppearanceProvider>
        </TongueProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
