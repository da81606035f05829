import type { Module } from '../module.ts'
import { matterRoutes } from './routes/matters.ts'
import type { MatterRouteParts } from './routes/parts.ts'

export const matters: Module<MatterRouteParts> = { name: 'matters', title: '事项', routes: matterRoutes }
