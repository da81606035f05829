import type { Readable } from 'node:stream'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { sortableId } from '../../../platform/ids.ts'
import { type Column, tableStream } from '../../../platform/tables/write.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Ground } from '../../module.ts'
import type { StaffWho, UnitId } from '../../organisations/model.ts'
import { localDay } from '../../worktime/rules.ts'
import type { NewTemplate, ReplyTemplate, TemplateChange } from '../model/reply-templates.ts'
import { mayKeepTemplates, mayUseTemplate } from '../policy/templates.ts'
import { addTemplateVersion, templatePage, templatesOf, templateVersions } from '../store/reply-templates.ts'
import { templateFile } from '../words/reply.ts'
import type { CaseDoorParts } from './door-parts.ts'

type Outcome = { readonly ok: true; readonly template: ReplyTemplate } | Refused

/** Those he may begin an answer from, and the units (null: the district) for which he may keep some. */
export async function templatesFor({ db, directory }: CaseDoorParts, who: StaffWho) {
  const [all, tree] = await Promise.all([templatesOf(db, who.district), directory.tree(who.district)])
  const own = [null, ...new Set(who.posts.map(({ unit }) => unit))]
  const keeps = own.filter((unit) => mayKeepTemplates(who, unit))
  return {
    rows: all
      .filter(({ unit, live }) => mayUseTemplate(who, unit) && (live || mayKeepTemplates(who, unit)))
      .map((one) => ({ ...one, mayKeep: mayKeepTemplates(who, one.unit) })),
    keeps: keeps.map((unit) => ({ unit, name: unit && (tree.get(unit)?.name ?? unit) })),
  }
}

export type TemplateFilters = {
  readonly q?: string | undefined
  readonly unit?: string | undefined
  readonly live?: boolean | undefined
}
type Paging = { readonly after: readonly [string, string] | null; readonly limit: number }

/** Those he may use, a page at a time, narrowed; withdrawn ones for whoever keeps them. One row more than asked for. */
export async function templatePageFor(
  { db, directory }: CaseDoorParts,
  who: StaffWho,
  { q, unit, live, after, limit }: TemplateFilters & Paging,
) {
  const tree = await directory.tree(who.district)
  const units = [null, ...tree.keys()]
  const rows = await templatePage(db, who.district, {
    used: units.filter((one) => mayUseTemplate(who, one)),
    kept: units.filter((one) => mayKeepTemplates(who, one)),
    words: q?.trim() || null,
    unit: unit ?? null,
    live: live ?? null,
    after,
    limit,
  })
  return rows.map((one) => ({
    ...one,
    unitName: one.unit && (tree.get(one.unit as UnitId)?.name ?? one.unit),
    mayKeep: mayKeepTemplates(who, one.unit),
  }))
}

const AT_ONCE = 200
const fileColumns: readonly Column[] = [
  { key: 'name', title: templateFile.name, width: 24 },
  { key: 'unit', title: templateFile.unit, width: 28 },
  { key: 'body', title: templateFile.body, width: 80 },
  { key: 'state', title: templateFile.state, width: 10 },
  { key: 'version', title: templateFile.version, width: 8, kind: 'number' },
  { key: 'changed', title: templateFile.changed, width: 12, kind: 'date' },
]

/** The same list as a workbook. */
export const exportTemplates = (parts: CaseDoorParts, who: StaffWho, filters: TemplateFilters): Readable =>
  tableStream('xlsx', [{ name: templateFile.sheet, columns: fileColumns, rows: fileRows(parts, who, filters) }])

async function* fileRows(parts: CaseDoorParts, who: StaffWho, filters: TemplateFilters) {
  let after: Paging['after'] = null
  do {
    const found: Awaited<ReturnType<typeof templatePageFor>> = await templatePageFor(parts, who, {
      ...filters,
      after,
      limit: AT_ONCE,
    })
    const rows = found.slice(0, AT_ONCE)
    for (const { name, unitName, body, live, version, changedAt } of rows)
      yield {
        name,
        unit: unitName ?? templateFile.district,
        body,
        state: live ? templateFile.live : templateFile.withdrawn,
        version,
        changed: localDay(changedAt as Instant),
      }
    const last = rows.at(-1)
    after = found.length > AT_ONCE && last ? [last.name, last.id] : null
  } while (after !== null)
}

/** Every version of one that he may use. */
export async function templateHistory({ db }: Ground, who: StaffWho, id: string): Promise<ReplyTemplate[] | Refused> {
  const versions = await templateVersions(db, who.district, id)
  const seen = versions[0] && mayUseTemplate(who, versions[0].unit)
  return seen ? versions : refused('no-such-template', 404)
}

/** Writes the first version of a template. */
export async function writeTemplate(parts: CaseDoorParts, who: StaffWho, written: NewTemplate): Promise<Outcome> {
  const { db, clock, directory } = parts
  if (!mayKeepTemplates(who, written.unit)) return refused('not-yours', 403)
  const { unit } = written
  if (unit !== null && !(await directory.tree(who.district)).get(unit as UnitId)) return refused('no-such-unit')
  const at = clock.now()
  const template = { ...written, id: `template_${sortableId(at)}`, version: 1, live: true, ...stroke(who, at) }
  await addTemplateVersion(db, who.district, template)
  return { ok: true, template }
}

/** Writes the next version of a template, or withdraws it; what it was stays in its history. */
export async function changeTemplate(
  { db, clock }: Ground,
  who: StaffWho,
  { id, seen, ...change }: TemplateChange & { readonly id: string },
): Promise<Outcome> {
  const [last] = await templateVersions(db, who.district, id)
  if (!last || !mayUseTemplate(who, last.unit)) return refused('no-such-template', 404)
  if (!mayKeepTemplates(who, last.unit)) return refused('not-yours', 403)
  const template = { ...last, ...change, version: seen + 1, ...stroke(who, clock.now()) }
  const isNext = last.version === seen && (await addTemplateVersion(db, who.district, template))
  return isNext ? { ok: true, template } : refused('somebody-was-first')
}

const stroke = ({ id }: StaffWho, at: string) => ({ changedAt: at, changedBy: id })
