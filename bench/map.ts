import { sql } from 'kysely'
import { counted } from '../src/city/engine.ts'
import { addUpCells } from '../src/kernel/cases/store/cells.ts'
import type { OpenDb } from '../src/platform/db/connect.ts'
import { quadOf, tileUnits } from '../src/platform/tiles/tile-grid.ts'
import type { Client } from './client.ts'
import { line, spreadOf } from './figures.ts'
import type { Tokens } from './lives.ts'

/** The middle of the invented district, and how far its cases lie from it, in degrees. */
const MIDDLE = [117.63, 32.01] as const
const REACH = 0.12
/** Rows written in one statement. */
const AT_ONCE = 20_000
/** Many lines of the books make the same cells, so all of a large past are added up together. */
const BOOKS_AT_ONCE = 100_000_000

/** A number from 0 to 1 out of a whole one: the same cases lie at the same spots whenever they are laid. */
const scattered = (number: number, salt: number): number => {
  const mixed = Math.imul((number + salt) ^ ((number + salt) >>> 15), 0x2c1b3c6d)
  return (Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39) >>> 0) / 2 ** 32
}

/** Gives every case of a filled city a spot, thicker towards the middle, and adds up the cells. Returns how many were laid. */
export async function layOnMap(db: OpenDb, district: string): Promise<number> {
  const laid = await layMissing(db, district)
  const began = performance.now()
  const lines = await addUpCells(db, district, Object.values(counted).flat(), BOOKS_AT_ONCE)
  await sql`analyze cases.cell`.execute(db.kysely)
  console.log(line('map: lines of the books added up to cells', lines / ((performance.now() - began) / 1000), null))
  return laid
}

async function layMissing(db: OpenDb, district: string): Promise<number> {
  let laid = 0
  for (let after = ''; ; ) {
    const { rows } = await sql<{ id: string; day: string }>`
      select c.id, (c.filed_at at time zone 'Asia/Shanghai')::date::text as day from cases.card as c
      where c.district = ${district} and c.id > ${after}
        and not exists (select 1 from cases.spot as s where s.district = c.district and s.case_id = c.id)
      order by c.id limit ${AT_ONCE}`.execute(db.kysely)
    if (rows.length === 0) break
    after = rows.at(-1)?.id ?? ''
    const spots = rows.map(({ id, day }, at) => {
      const [angle, far] = [scattered(laid + at, 11) * 2 * Math.PI, scattered(laid + at, 7) ** 1.5 * REACH]
      const [lng, lat] = [MIDDLE[0] + Math.cos(angle) * far, MIDDLE[1] + Math.sin(angle) * far]
      return { id, day, lng, lat, quad: quadOf([lng, lat]) }
    })
    laid += rows.length
    await sql`
      insert into cases.spot (district, case_id, quad, lng, lat, filed_on)
      select ${district}, s.id, s.quad, s.lng, s.lat, s.day
      from jsonb_to_recordset(${JSON.stringify(spots)}::jsonb) as s(id text, quad bigint, lng float8, lat float8, day date)
      on conflict (district, case_id) do nothing`.execute(db.kysely)
  }
  await sql`
    update cases.alive as a set quad = s.quad from cases.spot as s
    where a.district = ${district} and s.district = a.district and s.case_id = a.case_id`.execute(db.kysely)
  await sql`vacuum analyze cases.alive`.execute(db.kysely)
  await sql`vacuum analyze cases.spot`.execute(db.kysely)
  return laid
}

const kinds = {
  'open, case by case': 'open=true',
  'all, case by case': '',
  'density of open': 'as=cells&open=true',
  'density of 90 days': 'as=cells&from=2026-07-01&to=2026-09-28',
} as const

/** Tiles over the whole district, one after the other, at every zoom a map stops at. */
export async function measureTiles(client: Client, tokens: Tokens, what: string): Promise<void> {
  for (const [name, query] of Object.entries(kinds)) {
    const all: number[] = []
    for (const zoom of [10, 11, 12, 13, 14, 15, 16]) {
      if (query.startsWith('as=cells') && zoom > 13) continue
      const taken: number[] = []
      const [x = 0, y = 0] = tileUnits(MIDDLE, zoom).map(Math.floor)
      for (let round = 0; round < 20; round++) {
        const path = `/api/cases/map/${zoom}/${x + (round % 3) - 1}/${y + (Math.floor(round / 3) % 3) - 1}?${query}`
        const { status, ms } = await client.call('GET', path, { token: tokens.screen })
        if (status !== 200) throw new Error(`${path}: ${status}`)
        taken.push(ms)
      }
      all.push(...taken)
      console.log(line(`${what}: tile of zoom ${zoom}, ${name}`, null, spreadOf(taken)))
    }
    console.log(line(`${what}: tiles, ${name}`, null, spreadOf(all)))
  }
}
