import type { Module } from '../../kernel/module.ts'
import type { SensorRouteParts } from './routes/parts.ts'
import { sensorsRoutes } from './routes/sensors.ts'

export const sensors: Module<SensorRouteParts> = { name: 'sensors', title: '物联感知', routes: sensorsRoutes }
