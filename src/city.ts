import type { City } from './city/open.ts'
import { cityRoutes } from './city/routes.ts'
import { cases } from './kernel/cases/module.ts'
import { channels } from './kernel/channels/module.ts'
import { documents } from './kernel/documents/module.ts'
import { matters } from './kernel/matters/module.ts'
import type { Module } from './kernel/module.ts'
import { organisations } from './kernel/organisations/module.ts'
import { people } from './kernel/people/module.ts'
import { places } from './kernel/places/module.ts'
import { ratings } from './kernel/ratings/module.ts'
import { worktime } from './kernel/worktime/module.ts'
import { cityScreen } from './modules/city-screen/module.ts'
import { dispatch } from './modules/dispatch/module.ts'
import { exchange } from './modules/exchange/module.ts'
import { grid } from './modules/grid/module.ts'
import { lifeCircle } from './modules/life-circle/module.ts'
import { orders } from './modules/orders/module.ts'
import { results } from './modules/results/module.ts'
import { sensors } from './modules/sensors/module.ts'

const city: Module<City> = { name: 'city', title: '城市', routes: cityRoutes }

/** The city, in reading order. What is not listed here does not happen. */
export const modules: readonly Module<City>[] = [
  city,
  people,
  organisations,
  places,
  worktime,
  matters,
  channels,
  documents,
  cases,
  ratings,
  orders,
  grid,
  dispatch,
  lifeCircle,
  exchange,
  sensors,
  results,
  cityScreen,
]
