import pg from 'pg'
import { UNREACHED, type Walk } from '../src/modules/life-circle/model/walk.ts'
import { clear, improvedBy, run, searchOver, seed } from '../src/modules/life-circle/rules/reach/search.ts'
import { chance } from '../tests/life-circle/made-map.ts'

const SERVER = process.env.PGROUTING_URL ?? 'postgres://postgres@127.0.0.1:5432'
const SEEDS = 100

/**
 * pgRouting over the same junctions and times: who reaches each of a hundred places within the cap, with the answers
 * compared. Says in a sentence why it is left out where it cannot run.
 */
export async function besideRouting(walk: Walk, cap: number): Promise<void> {
  const client = new pg.Client({ connectionString: `${SERVER}/postgres` })
  const name = `yiwang_routing_${process.pid}`
  try {
    await client.connect()
  } catch {
    console.log(`pgRouting is left out: no PostgreSQL answers at ${SERVER} (set PGROUTING_URL)`)
    return
  }
  try {
    const { rows } = await client.query(`select 1 from pg_available_extensions where name = 'pgrouting'`)
    if (rows.length === 0)
      return console.log(
        'pgRouting is left out: this PostgreSQL has no such extension (Debian: postgresql-15-pgrouting)',
      )
    await client.query(`create database ${name}`)
    try {
      await inScratch(`${SERVER}/${name}`, walk, cap)
    } finally {
      await client.query(`drop database ${name}`)
    }
  } finally {
    await client.end()
  }
}

async function inScratch(connectionString: string, walk: Walk, cap: number): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query('create extension pgrouting cascade')
    await client.query('create table edges (id serial primary key, source int, target int, cost float8)')
    const edges = edgesOf(walk)
    await client.query(
      'insert into edges (source, target, cost) select * from unnest($1::int[], $2::int[], $3::float8[])',
      [edges.source, edges.target, edges.cost],
    )
    await client.query('analyze edges')
    const next = chance(99)
    const seeds = [...new Set(Array.from({ length: SEEDS }, () => Math.floor(next() * walk.network.junctions)))]
    const began = performance.now()
    const { rows } = await client.query(
      `select from_v, node, agg_cost from pgr_drivingDistance(
        'select id, source, target, cost from edges', $1::int[], $2::float8, true)`,
      [seeds, cap],
    )
    const theirs = performance.now() - began
    const answers = new Map(rows.map(({ from_v, node, agg_cost }) => [`${from_v} ${node}`, Number(agg_cost)]))
    const ours = oursFor(walk, seeds, { cap, answers })
    console.log(
      `beside it: pgRouting, ${seeds.length} places over ${edges.source.length} edges ${theirs.toFixed(0)} ms; ours ${ours.milliseconds.toFixed(1)} ms; of ${answers.size} answers ${ours.differ} differ`,
    )
  } finally {
    await client.end()
  }
}

/** Half-edges walked towards the place: from the junction nearer to it to the one beyond. */
function edgesOf({ edges: { from, towards }, network: { junctions } }: Walk) {
  const [source, target, cost]: [number[], number[], number[]] = [[], [], []]
  for (let junction = 0; junction < junctions; junction += 1)
    for (let edge = from[junction] ?? 0; edge < (from[junction + 1] ?? 0); edge += 1) {
      const time = towards[edge * 2 + 1] ?? UNREACHED
      if (time >= UNREACHED) continue
      source.push(junction)
      target.push(towards[edge * 2] ?? 0)
      cost.push(time)
    }
  return { source, target, cost }
}

function oursFor(
  walk: Walk,
  seeds: readonly number[],
  { cap, answers }: { cap: number; answers: Map<string, number> },
) {
  const search = searchOver(walk, { cap, direction: 'towards' })
  let [differ, told, milliseconds] = [0, 0, 0]
  for (const junction of seeds) {
    const began = performance.now()
    seed(search, { junction, time: 0, owner: -1 })
    run(search)
    milliseconds += performance.now() - began
    const settled = new Set(improvedBy(search))
    for (const node of settled) {
      const theirs = answers.get(`${junction} ${node}`)
      if (theirs === undefined || theirs !== search.times[node]) differ += 1
      told += 1
    }
    clear(search, 'forget')
  }
  // What one side alone has reached differs as well.
  return { differ: differ + Math.max(0, answers.size - told), milliseconds }
}
