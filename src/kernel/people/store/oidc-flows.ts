import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'

/** What we must remember while somebody is away at the identity provider. */
export type OidcFlow = { readonly verifier: string; readonly nonce: string; readonly returnTo: string }

export async function writeFlow(
  db: Db,
  district: string,
  stateHash: string,
  flow: OidcFlow,
  endsAt: Instant,
): Promise<void> {
  await sql`insert into people.oidc_flow (district, state_hash, verifier, nonce, return_to, ends_at)
    values (${district}, ${stateHash}, ${flow.verifier}, ${flow.nonce}, ${flow.returnTo}, ${endsAt})`.execute(db.kysely)
}

/** Takes the flow out: an answer of the provider is good once. */
export async function takeFlow(db: Db, district: string, stateHash: string, at: Instant): Promise<OidcFlow | null> {
  const { rows } = await sql<OidcFlow & { endsAt: Instant }>`
    delete from people.oidc_flow where district = ${district} and state_hash = ${stateHash}
    returning verifier, nonce, return_to as "returnTo", ends_at as "endsAt"`.execute(db.kysely)
  const [flow] = rows
  return flow && flow.endsAt > at ? flow : null
}
