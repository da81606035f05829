import type { Module } from '../module.ts'
import type { WorktimeRouteParts } from './routes/parts.ts'
import { worktimeRoutes } from './routes.ts'

export const worktime: Module<WorktimeRouteParts> = { name: 'worktime', title: '工作日历', routes: worktimeRoutes }
