import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { CodeRule, Layer } from '../model/layers.ts'
import { shippedCodeRules } from '../words/codes.ts'
import type { Stroke } from './layers.ts'

/** How codes of each layer are made: as shipped, with what the city changed laid over it. */
export async function codeRulesOf(db: Db, district: string): Promise<readonly CodeRule[]> {
  const { rows } = await sql<{ layer: Layer; body: CodeRule }>`
    select layer, body from places.code_rule where district = ${district}`.execute(db.kysely)
  const changed = new Map(rows.map(({ layer, body }) => [layer, body]))
  return shippedCodeRules.map((rule) => changed.get(rule.layer) ?? rule)
}

export async function putCodeRule(db: Db, district: string, rule: CodeRule, { at, by }: Stroke): Promise<void> {
  await sql`
    insert into places.code_rule (district, layer, body, changed_at, changed_by)
    values (${district}, ${rule.layer}, ${JSON.stringify(rule)}::jsonb, ${at}, ${by})
    on conflict (district, layer) do update set body = excluded.body, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`.execute(db.kysely)
}
