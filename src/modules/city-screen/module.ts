import type { Module } from '../../kernel/module.ts'
import type { ScreenParts } from './handle/parts.ts'
import { screenRoutes } from './routes/screen.ts'

export const cityScreen: Module<ScreenParts> = { name: 'city-screen', title: '一屏观全城', routes: screenRoutes }
