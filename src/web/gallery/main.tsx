import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../../ui/tokens/tokens.css'
import { ToastProvider } from '../../ui/parts/Toast.tsx'
import { OutsideRouter } from '../../ui/routing/outside.ts'
import { TongueProvider } from '../../ui/tongue.tsx'
import { Gallery } from './Gallery.tsx'
import { outfitOf, roomOf } from './outfit.ts'

const outfit = outfitOf(location.search)
const { dataset } = document.documentElement
dataset.theme = outfit.theme
dataset.tone = outfit.tone
dataset.elder = outfit.elder ? 'on' : 'off'
document.documentElement.lang = outfit.tongue === 'zh' ? 'zh-CN' : 'en'

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <OutsideRouter value={true}>
        <TongueProvider initial={outfit.tongue}>
          <ToastProvider>
            <Gallery outfit={outfit} room={roomOf(location.search)} />
          </ToastProvider>
        </TongueProvider>
      </OutsideRouter>
    </StrictMode>,
  )
