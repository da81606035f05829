/** The whole database as one text, so that a change to it can be read. */
import { readOthers, readTables, type TableFacts } from './catalogue.ts'
import type { Db } from './db.ts'
import { collectMigrations, type Migration } from './migrations.ts'

const preface =
  '-- Written by the schema test from the migrated database (UPDATE_SCHEMA=1 npx vitest run src/platform/db/schema.test.ts).'

/** Every table, index, trigger, function and view, schema by schema, the same on PostgreSQL 15 and 18. */
export async function schemaText(db: Db): Promise<string> {
  const tables = await readTables(db)
  const others = await readOthers(db)
  const schemas = [...new Set([...others, ...tables].map(({ schema }) => schema))].sort()
  const chapters = schemas.map((schema) =>
    [
      schema === '' ? '' : `-- ${schema} ${'-'.repeat(80 - schema.length)}`,
      ...others.filter((other) => other.schema === schema).map(({ text }) => text),
      ...tables.filter((table) => table.schema === schema).map(tableText),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  )
  return `${[preface, ...chapters].join('\n\n')}\n`
}

function tableText(table: TableFacts): string {
  const name = `${table.schema}.${table.name}`
  const indexes = table.indexes.map((line) => `${line};`)
  if (table.partition) return [`create table ${name} partition of ${table.partition};`, ...indexes].join('\n')
  const lines = [
    ...table.columns.map(({ line }) => line),
    ...table.constraints.map((constraint) => `constraint ${constraint.name} ${constraint.line}`),
  ]
  const by = table.partitioned ? ` partition by ${table.partitioned}` : ''
  return [
    `create table ${name} (\n  ${lines.join(',\n  ')}\n)${by};`,
    ...comments(name, table),
    ...indexes,
    ...table.triggers.map((line) => `${line};`),
  ].join('\n')
}

function comments(name: string, { comment, columns }: TableFacts): string[] {
  const onColumns = columns.flatMap((column) =>
    column.comment ? [`comment on column ${name}.${column.name} is ${quoted(column.comment)};`] : [],
  )
  return comment ? [`comment on table ${name} is ${quoted(comment)};`, ...onColumns] : onColumns
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Tables that could not be spread over a city's many servers: no district leads the key, and none says it is replicated. */
export async function unplacedTables(db: Db): Promise<string[]> {
  const tables = await spreadTables(db)
  return tables.filter(({ key }) => key?.[0] !== 'district').map(({ schema, name }) => `${schema}.${name}`)
}

/** Unique keys that leave the district out: a distributed server would refuse them. */
export async function keysWithoutDistrict(db: Db): Promise<string[]> {
  const tables = await spreadTables(db)
  return tables.flatMap(({ schema, name, constraints, indexes }) => {
    const unique = [
      ...constraints.map(({ line }) => line).filter((line) => line.startsWith('UNIQUE')),
      ...indexes.filter((line) => line.startsWith('CREATE UNIQUE')),
    ]
    return unique.filter((line) => !/\bdistrict\b/.test(line)).map((line) => `${schema}.${name}: ${line}`)
  })
}

async function spreadTables(db: Db): Promise<TableFacts[]> {
  const tables = await readTables(db)
  const replicated = replicatedOf(tables)
  return tables.filter((table) => !table.partition && !replicated.has(`${table.schema}.${table.name}`))
}

/** Small tables that every server holds whole: they say so in the catalogue or above their `create table`. */
export function replicatedOf(tables: readonly TableFacts[]): ReadonlySet<string> {
  const inCatalogue = tables.filter(({ comment }) => /\breplicated\b/i.test(comment ?? ''))
  return new Set([
    ...inCatalogue.map(({ schema, name }) => `${schema}.${name}`),
    ...collectMigrations().flatMap(replicatedIn),
  ])
}

const replicatedIn = ({ sql }: Migration): string[] =>
  [...sql.matchAll(/((?:^--.*\n)+)create table (?:if not exists )?([\w.]+)/gim)]
    .filter(([, remark]) => /\breplicated\b/i.test(remark ?? ''))
    .map(([, , table]) => table ?? '')
