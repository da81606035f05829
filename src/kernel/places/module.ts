import type { Module } from '../module.ts'
import type { PlacesRouteParts } from './routes/parts.ts'
import { placesRoutes } from './routes/places.ts'

export const places: Module<PlacesRouteParts> = { name: 'places', title: '地点与网格', routes: placesRoutes }
