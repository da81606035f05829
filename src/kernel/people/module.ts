import type { Module } from '../module.ts'
import type { MeParts } from './routes/me.ts'
import { peopleRoutes } from './routes/people.ts'

export const people: Module<MeParts> = { name: 'people', title: '人员', routes: peopleRoutes }
