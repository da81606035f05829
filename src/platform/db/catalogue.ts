/** The questions to PostgreSQL's own catalogue: what stands in this database that is ours. */
import { sql } from 'kysely'
import type { Db } from './db.ts'

export type TableFacts = {
  readonly schema: string
  readonly name: string
  readonly comment: string | null
  /** `range (at)` for a partitioned table. */
  readonly partitioned: string | null
  /** For a partition: its parent and its bounds. */
  readonly partition: string | null
  readonly columns: readonly {
    readonly name: string
    readonly type: string
    readonly line: string
    readonly comment: string | null
    /** Written by the server itself, never by us. */
    readonly generated: boolean
  }[]
  readonly constraints: readonly { readonly name: string; readonly line: string }[]
  readonly indexes: readonly string[]
  readonly triggers: readonly string[]
  readonly key: readonly string[] | null
}

const ours = sql`n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`

const notOfAnExtension = (catalogue: string, oid: string) => sql`not exists (
  select from pg_depend d where d.classid = ${sql.lit(catalogue)}::regclass and d.objid = ${sql.ref(oid)} and d.deptype = 'e')`

/** Every table of ours, in the order of its name. Constraints that are mere `not null` stand with their column. */
export async function readTables(db: Db): Promise<TableFacts[]> {
  const { rows } = await sql<TableFacts>`
    select n.nspname as schema, c.relname as name, obj_description(c.oid, 'pg_class') as comment,
      case when c.relkind = 'p' then lower(pg_get_partkeydef(c.oid)) end as partitioned,
      case when c.relispartition then (select i.inhparent::regclass || ' ' || pg_get_expr(c.relpartbound, c.oid)
        from pg_inherits i where i.inhrelid = c.oid) end as partition,
      array(
        select json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'generated', a.attgenerated <> '', 'comment', col_description(c.oid, a.attnum), 'line',
          quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
          || case when a.attnotnull then ' not null' else '' end
          || case when a.attidentity <> '' then ' generated as identity'
               when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ')'
               when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum
      ) as columns,
      array(
        select json_build_object('name', quote_ident(k.conname), 'line', pg_get_constraintdef(k.oid))
        from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c', 'x')
        order by position(k.contype in 'pufcx'), k.conname
      ) as constraints,
      array(
        select pg_get_indexdef(i.indexrelid) from pg_index i join pg_class x on x.oid = i.indexrelid
        where i.indrelid = c.oid
          and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
        order by x.relname
      ) as indexes,
      array(
        select pg_get_triggerdef(t.oid) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal order by t.tgname
      ) as triggers,
      (select array(
        select a.attname::text from unnest(k.conkey) with ordinality as at (num, place)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = at.num order by at.place)
        from pg_constraint k where k.conrelid = c.oid and k.contype = 'p') as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${ours} and ${notOfAnExtension('pg_class', 'c.oid')}
    order by n.nspname collate "C", c.relname collate "C"
  `.execute(db.kysely)
  return rows
}

/** What is not a table, each as the statement that makes it: extensions, types, functions, views. */
export async function readOthers(db: Db): Promise<{ schema: string; text: string }[]> {
  const { rows } = await sql<{ schema: string; text: string }>`
    select schema, text from (
      select '' as schema, 1 as kind, extname::text as name, 'create extension ' || quote_ident(extname) || ';' as text
      from pg_extension where extname <> 'plpgsql'
      union all
      select n.nspname, 2, t.typname, 'create type ' || t.oid::regtype || ' as enum (' || (
        select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid
      ) || ');'
      from pg_type t join pg_namespace n on n.oid = t.typnamespace where t.typtype = 'e' and ${ours}
      union all
      select n.nspname, 3, p.oid::regprocedure::text, trim(both e'\n ' from pg_get_functiondef(p.oid)) || ';'
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prokind in ('f', 'p') and ${ours} and ${notOfAnExtension('pg_proc', 'p.oid')}
      union all
      select n.nspname, 4, c.relname, 'create ' || case c.relkind when 'm' then 'materialized ' else '' end
        || 'view ' || c.oid::regclass || ' as' || e'\n' || pg_get_viewdef(c.oid)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('v', 'm') and ${ours} and ${notOfAnExtension('pg_class', 'c.oid')}
      union all
      select n.nspname, 5, c.relname, 'create sequence ' || c.oid::regclass || ';'
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and ${ours}
    ) as other order by schema collate "C", kind, name collate "C"
  `.execute(db.kysely)
  return rows
}
