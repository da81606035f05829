import type { Readable } from 'node:stream'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { type Column, tableStream } from '../../../platform/tables/write.ts'
import type { Day, Instant } from '../../../platform/time.ts'
import type { StaffWho, UnitId } from '../../organisations/model.ts'
import type { Tree } from '../../organisations/rules/tree.ts'
import { scopeFilter } from '../../organisations/store/scope.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import { localDay } from '../../worktime/rules.ts'
import type { DocumentKind, DocumentLine, Standing } from '../model.ts'
import { READ_RIGHT } from '../policy.ts'
import { checkOf } from '../rules/number.ts'
import { documentNamed, registerOf } from '../store/documents.ts'
import { kindWords, registerColumns, standingWords } from '../words.ts'
import type { DocumentParts } from './parts.ts'

export type RegisterFilters = {
  readonly kind?: DocumentKind | undefined
  readonly standing?: Standing | undefined
  readonly unit?: string | undefined
  readonly number?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}

type Ask = RegisterFilters & { readonly after: readonly [string, string] | null; readonly limit: number }

const scopeOf = (who: StaffWho) =>
  scopeFilter(who, READ_RIGHT, {
    unit: 'd.desk',
    holder: null,
    createdBy: 'd.issued_by',
    grid: null,
    district: 'd.district',
  })

/** Rows of the register as far as he may see it, one more than asked for. */
export const registerFor = (
  { db }: Pick<DocumentParts, 'db'>,
  who: StaffWho,
  { kind, standing, unit, number, from, until, ...page }: Ask,
) =>
  registerOf(db, {
    scope: scopeOf(who),
    kind: kind ?? null,
    standing: standing ?? null,
    unit: unit ?? null,
    number: number?.trim() || null,
    from: (from as Day) ?? null,
    until: (until as Day) ?? null,
    ...page,
  })

type RegisterRow = Awaited<ReturnType<typeof registerFor>>[number]

/** A row with the names behind its ids. */
export const registerLine = (tree: Tree, row: RegisterRow) => ({
  id: row.id,
  kind: row.kind,
  number: row.number,
  unit: row.unit,
  unitName: tree.get(row.unit as UnitId)?.name ?? row.unit,
  caseId: row.caseId,
  caseNumber: row.caseNumber,
  standing: row.standing,
  endedBy: row.endedBy,
  issuedAt: row.issuedAt,
  check: checkOf(row.hash),
})

const columns: readonly Column[] = [
  { key: 'number', title: registerColumns.number, width: 28 },
  { key: 'kind', title: registerColumns.kind, width: 18 },
  { key: 'unit', title: registerColumns.unit, width: 30 },
  { key: 'issuedOn', title: registerColumns.issuedOn, width: 12, kind: 'date' },
  { key: 'case', title: registerColumns.case, width: 18 },
  { key: 'standing', title: registerColumns.standing, width: 10 },
  { key: 'endedBy', title: registerColumns.endedBy, width: 28 },
  { key: 'check', title: registerColumns.check, width: 16 },
]
const AT_ONCE = 500

/** The same register as a workbook; recorded. Nothing in it is personal. */
export async function exportRegister(
  parts: Pick<DocumentParts, 'db' | 'directory'>,
  who: StaffWho,
  by: Operator,
  filters: RegisterFilters,
): Promise<{ readonly ok: true; readonly file: Readable } | Refused> {
  const target = filters.kind ?? 'all'
  await operate(parts.db, by, { what: 'documents.export', target }, async () => ({ ok: true }))
  const tree = await parts.directory.tree(who.district)
  return {
    ok: true,
    file: tableStream('xlsx', [{ name: registerColumns.sheet, columns, rows: rowsOf(parts, who, tree, filters) }]),
  }
}

async function* rowsOf(parts: Pick<DocumentParts, 'db'>, who: StaffWho, tree: Tree, filters: RegisterFilters) {
  let after: readonly [string, string] | null = null
  do {
    const found: readonly RegisterRow[] = await registerFor(parts, who, { ...filters, after, limit: AT_ONCE })
    const rows = found.slice(0, AT_ONCE)
    for (const row of rows) {
      const line = registerLine(tree, row)
      yield {
        number: line.number,
        kind: kindWords[line.kind].zh,
        unit: line.unitName,
        issuedOn: localDay(line.issuedAt),
        case: line.caseNumber,
        standing: standingWords[line.standing].zh,
        endedBy: line.endedBy,
        check: line.check,
      }
    }
    const last = rows.at(-1)
    after = found.length > AT_ONCE && last ? [last.issuedAt, last.id] : null
  } while (after !== null)
}

/** What anybody may know of a document whose number, or code, and check he holds. */
export type Genuine = Pick<DocumentLine, 'kind' | 'number' | 'standing' | 'endedBy' | 'endedAt' | 'hash'> & {
  readonly issuer: string
  readonly issuedAt: Instant
}

/** Says whether a document is genuine. A wrong name and a wrong check get the same answer: one learns nothing by trying. */
export async function verifyDocument(
  { db, directory }: Pick<DocumentParts, 'db' | 'directory'>,
  district: string,
  { of, check }: { readonly of: string; readonly check: string },
): Promise<({ readonly ok: true } & Genuine) | Refused> {
  const found = await documentNamed(db, district, of.replace(/\s/g, ''))
  if (!found || checkOf(found.hash) !== check.replace(/[\s-]/g, '').toLowerCase())
    return refused('no-such-document', 404)
  const { kind, number, standing, endedBy, endedAt, hash, issuedAt, unit } = found
  const issuer = (await directory.tree(district)).get(unit as UnitId)?.name ?? unit
  return { ok: true, kind, number, standing, endedBy, endedAt, hash, issuedAt, issuer }
}
