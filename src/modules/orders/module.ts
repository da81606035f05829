import type { CaseDocumentParts } from '../../kernel/cases/handle/documents.ts'
import type { Module } from '../../kernel/module.ts'
import { orderRoutes } from './routes/orders.ts'

export const orders: Module<CaseDocumentParts> = { name: 'orders', title: '诉求工单', routes: orderRoutes }
