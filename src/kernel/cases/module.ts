import type { Module } from '../module.ts'
import { casesRoutes } from './routes/cases.ts'
import type { CasesRouteParts } from './routes/parts.ts'

export const cases: Module<CasesRouteParts> = { name: 'cases', title: '工单', routes: casesRoutes }
