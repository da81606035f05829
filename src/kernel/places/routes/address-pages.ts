import { Type } from 'typebox'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { hasRight } from '../../organisations/policy.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { changeAddress } from '../handle/address-changes.ts'
import { chainOf } from '../handle/addresses.ts'
import { type Atlas, atlasOf } from '../handle/atlas.ts'
import { namedHistory } from '../handle/component-views.ts'
import { AddressPage, AddressView } from '../model/address-views.ts'
import { type Address, AddressFilters, AddressPatch } from '../model/addresses.ts'
import { ADDRESSES_RIGHT, READ_RIGHT } from '../policy.ts'
import { addressHistory } from '../store/address-changes.ts'
import { addressKey, addressPage } from '../store/address-pages.ts'
import { findAddress } from '../store/addresses.ts'
import { logged, type PlacesRouteParts, todayOf } from './parts.ts'

const tags = ['places']
const read = { onRequest: needs(READ_RIGHT) }
const IdParam = Type.Object({ id: Type.String({ maxLength: 60 }) })

/** Addresses as a list, one with its history, and what is said otherwise of it. */
export function addressPageRoutes(http: Http, parts: PlacesRouteParts): void {
  listRoute(http, parts)
  oneRoute(http, parts)
  http.put(
    '/api/places/addresses/:id',
    {
      onRequest: needs(ADDRESSES_RIGHT),
      schema: {
        tags,
        summary: 'Says something otherwise of an address; what it was is kept, what stands in it is written anew',
        params: IdParam,
        body: AddressPatch,
        response: { 200: AddressView, ...problems },
      },
    },
    async (request) => {
      const { id } = request.params
      const { district } = staffOf(request)
      const asked = { district, atlas: await atlasOf(parts.db, district, todayOf(parts)), id, patch: request.body }
      const done = await logged(parts, request, { what: 'places.address.change', target: id }, (tx, by) =>
        changeAddress(tx, asked, { at: by.at, by: by.who }),
      )
      return done.ok ? shown(parts, asked.district, done.address) : done
    },
  )
}

const named = (atlas: Atlas, { community, ...address }: Address) => ({
  ...address,
  community,
  communityName: community === null ? '' : (atlas.named('community', community)?.name ?? community),
})

/** An address with the name of the community it lies in. */
export const shown = async (parts: PlacesRouteParts, district: string, address: Address) =>
  named(await atlasOf(parts.db, district, todayOf(parts)), address)

function listRoute(http: Http, parts: PlacesRouteParts): void {
  http.get(
    '/api/places/addresses',
    {
      ...read,
      schema: {
        tags,
        summary: 'What stands in an address, or in the district itself; words, level and community look through all',
        querystring: Type.Object({ ...AddressFilters.properties, ...pageQuery }),
        response: { 200: Page(AddressView), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, ...filters } = request.query
      const from = after === undefined ? null : decodeCursor(after, 2)
      if (from?.ok === false) return from
      const asked = { filters, after: from?.key ?? null, limit }
      const found = await addressPage(parts.db, staffOf(request).district, asked)
      const { rows, next } = pageOf(found, limit, addressKey[filters.sort ?? 'name'])
      const atlas = await atlasOf(parts.db, staffOf(request).district, todayOf(parts))
      return { rows: rows.map((one) => named(atlas, one)), next }
    },
  )
}

function oneRoute(http: Http, parts: PlacesRouteParts): void {
  http.get(
    '/api/places/addresses/:id',
    {
      ...read,
      schema: {
        tags,
        summary: 'An address, what it stands in, and its history',
        params: IdParam,
        response: { 200: AddressPage, ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      const address = await findAddress(parts.db, who.district, request.params.id)
      if (address === null) return refused('no-such-address', 404)
      const [chain, history, atlas] = await Promise.all([
        address.parent === null ? [] : chainOf(parts.db, who.district, address.parent),
        addressHistory(parts.db, who.district, address.id),
        atlasOf(parts.db, who.district, todayOf(parts)),
      ])
      return {
        address: named(atlas, address),
        within: chain.map(({ id, name }) => ({ id, name })),
        history: await namedHistory(parts.directory, who.district, history),
        can: hasRight(who, ADDRESSES_RIGHT) ? (['change'] as const).slice() : [],
      }
    },
  )
}
