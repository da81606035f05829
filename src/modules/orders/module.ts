import type { CaseDoorParts } from '../../kernel/cases/handle/door-parts.ts'
import type { Module } from '../../kernel/module.ts'
import { orderRoutes } from './routes/orders.ts'

export const orders: Module<CaseDoorParts> = { name: 'orders', title: '诉求工单', routes: orderRoutes }
