import { type Refused, refused } from '../../../platform/http/problem.ts'
import { sortableId } from '../../../platform/ids.ts'
import type { Ground } from '../../module.ts'
import type { StaffWho, UnitId } from '../../organisations/model.ts'
import type { NewTemplate, ReplyTemplate, TemplateChange } from '../model/reply-templates.ts'
import { mayKeepTemplates, mayUseTemplate } from '../policy/templates.ts'
import { addTemplateVersion, templatesOf, templateVersions } from '../store/reply-templates.ts'
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
