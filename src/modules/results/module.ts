import type { Module } from '../../kernel/module.ts'
import type { ResultParts } from './handle.ts'
import { resultRoutes } from './routes.ts'

export const results: Module<ResultParts> = { name: 'results', title: '办理结果公开', routes: resultRoutes }
