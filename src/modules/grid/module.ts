import type { Module } from '../../kernel/module.ts'
import { gridRoutes } from './routes/grid.ts'
import type { GridRouteParts } from './routes/parts.ts'

export const grid: Module<GridRouteParts> = { name: 'grid', title: '一网统管', routes: gridRoutes }
