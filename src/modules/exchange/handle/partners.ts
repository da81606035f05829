import { isSealed } from '../../../kernel/ledger/model.ts'
import type { SealedPartner } from '../model/partners.ts'
import type { ExchangeParts } from './parts.ts'

type Parts = Pick<ExchangeParts, 'vault' | 'ask'>

/** The key as the partner wants it; null where it asks for none. */
export async function keyOf(
  { vault }: Pick<Parts, 'vault'>,
  { district, sealedKey }: SealedPartner,
): Promise<string | null> {
  const box: unknown = sealedKey === null ? null : JSON.parse(sealedKey)
  return isSealed(box) ? String(await vault.open(district, box)) : null
}

export const sealedKey = async ({ vault }: Pick<Parts, 'vault'>, district: string, id: string, key: string) =>
  JSON.stringify(await vault.seal(district, id, key))

const headers = { accept: 'application/json, text/xml', 'user-agent': 'yiwang-open311/1' }

/** Reads `resource.json` with these arguments. */
export function read(
  { ask }: Pick<Parts, 'ask'>,
  partner: SealedPartner,
  resource: string,
  given: Record<string, string>,
) {
  const query = new URLSearchParams({ ...jurisdictionOf(partner), ...given }).toString()
  const url = `${partner.url}/${resource}.json${query === '' ? '' : `?${query}`}`
  return ask({ method: 'GET', url, headers })
}

/** Posts a request; the same `key` is the same request for whoever knows `Idempotency-Key`. */
export async function postRequest(parts: Parts, partner: SealedPartner, given: Record<string, string>, key: string) {
  const apiKey = await keyOf(parts, partner)
  const fields = { ...(apiKey !== null && { api_key: apiKey }), ...jurisdictionOf(partner), ...given }
  return parts.ask({
    method: 'POST',
    url: `${partner.url}/requests.json`,
    headers: {
      ...headers,
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      'idempotency-key': key,
    },
    body: new URLSearchParams(fields).toString(),
  })
}

const jurisdictionOf = ({ jurisdiction }: SealedPartner) =>
  jurisdiction === null ? {} : { jurisdiction_id: jurisdiction }
