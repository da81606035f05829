import type { Module } from '../../kernel/module.ts'
import { exchangeRoutes } from './routes/exchange.ts'
import type { ExchangeRouteParts } from './routes/parts.ts'

export const exchange: Module<ExchangeRouteParts> = { name: 'exchange', title: '数据交换', routes: exchangeRoutes }
