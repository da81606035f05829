import type { Module } from '../../kernel/module.ts'
import { dispatchRoutes } from './routes/dispatch.ts'
import type { DispatchRouteParts } from './routes/parts.ts'

export const dispatch: Module<DispatchRouteParts> = { name: 'dispatch', title: '智能派单', routes: dispatchRoutes }
