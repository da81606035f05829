import type { Module } from '../../kernel/module.ts'
import { lifeCircleRoutes } from './routes/life-circle.ts'
import type { LifeCircleRouteParts } from './routes/parts.ts'

export const lifeCircle: Module<LifeCircleRouteParts> = {
  name: 'life-circle',
  title: '十五分钟生活圈',
  routes: lifeCircleRoutes,
}
