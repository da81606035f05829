import type { Module } from '../module.ts'
import type { RatingParts } from './handle.ts'
import { ratingRoutes } from './routes.ts'

export const ratings: Module<RatingParts> = { name: 'ratings', title: '好差评', routes: ratingRoutes }
