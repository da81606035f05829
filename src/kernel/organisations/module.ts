import type { Module } from '../module.ts'
import { organisationRoutes } from './routes/organisations.ts'
import type { OrganisationRouteParts } from './routes/parts.ts'

export const organisations: Module<OrganisationRouteParts> = {
  name: 'organisations',
  title: '组织',
  routes: organisationRoutes,
}
