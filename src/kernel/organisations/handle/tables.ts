import type { Readable } from 'node:stream'
import type { Db } from '../../../platform/db/db.ts'
import { answeredTable } from '../../../platform/tables/answered.ts'
import type { Sheet } from '../../../platform/tables/cell.ts'
import { type Column, type RowToWrite, tableStream } from '../../../platform/tables/write.ts'
import type { Said } from '../../../platform/words.ts'
import { keyOfStaff, type StaffQuestion, staffPage } from '../../people/store/staff-list.ts'
import { accountStates } from '../../people/words.ts'
import type { DictionaryEntry, UnitVersion } from '../model.ts'
import type { RowFault } from '../rules/table-rows.ts'
import type { Tree } from '../rules/tree.ts'
import { everyHolding, keyOfPost, type PostQuestion, postPage } from '../store/holdings.ts'
import { keyOfLeave, type LeaveLine, type LeaveQuestion, leavePage } from '../store/leaves.ts'
import { namesOf } from '../store/names.ts'
import { tableSheets as sheets, tableColumns as titles, yesNo } from '../words/tables.ts'
import { unitKinds, unitLevels } from '../words.ts'

type Key = keyof typeof titles
const columns = (keys: readonly Key[], wide: readonly Key[] = []): readonly Column[] =>
  keys.map((key) => ({ key, title: titles[key].zh, width: wide.includes(key) ? 32 : 16 }))
const AT_ONCE = 500
const yes = (is: boolean): string => (is ? yesNo.yes.zh : yesNo.no.zh)

/** The units of a day as a table; an import reads the same columns. */
export function unitTable(tree: Tree): Readable {
  const keys = ['code', 'name', 'shortName', 'kind', 'level', 'parent', 'from'] as const
  const codeOf = (id: UnitVersion['parent']) => (id === null ? '' : (tree.get(id)?.code ?? ''))
  const rows = [...tree.values()].map(
    ({ code, name, shortName, kind, level, parent, from }): RowToWrite => ({
      code,
      name,
      shortName,
      kind: unitKinds[kind].zh,
      level: unitLevels[level].zh,
      parent: codeOf(parent),
      from,
    }),
  )
  return tableStream('xlsx', [{ name: sheets.units.zh, columns: columns(keys, ['name']), rows }])
}

/** Posts as they are asked for, read while the file is written. */
export function postTable(db: Db, asked: PostQuestion): Readable {
  const keys = ['account', 'person', 'unitName', 'role', 'partTime', 'from', 'deputy'] as const
  async function* rows(): AsyncGenerator<RowToWrite> {
    let after = asked.after
    do {
      const found = await postPage(db, { ...asked, after, limit: AT_ONCE })
      const page = found.slice(0, AT_ONCE)
      for (const post of page)
        yield {
          account: post.account,
          person: post.staffName,
          unitName: post.unitName,
          role: post.roleName,
          partTime: yes(post.partTime),
          from: post.from,
          deputy: post.deputyName,
        }
      const last = page.at(-1)
      after = found.length > AT_ONCE && last ? keyOfPost(asked.sort, last) : null
    } while (after !== null)
  }
  return tableStream('xlsx', [{ name: sheets.posts.zh, columns: columns(keys, ['unitName']), rows: rows() }])
}

/** Accounts as they are asked for, with the posts of the day; an import reads the same columns. */
export function staffTable(db: Db, asked: StaffQuestion, tree: Tree, day: UnitVersion['from']): Readable {
  const keys = ['account', 'person', 'unit', 'unitName', 'role', 'state', 'totp'] as const
  async function* rows(): AsyncGenerator<RowToWrite> {
    const held = await everyHolding(db, asked.district, day)
    const names = await namesOf(
      db,
      asked.district,
      held.map(({ post }) => post.role),
    )
    let after = asked.after
    do {
      const found = await staffPage(db, { ...asked, after, limit: AT_ONCE })
      const page = found.slice(0, AT_ONCE)
      for (const one of page) {
        const unit = tree.get(one.unit)
        const roles = held
          .filter(({ post }) => post.staff === one.id)
          .map(({ post }) => names.get(post.role) ?? post.role)
        yield {
          account: one.account,
          person: one.name,
          unit: unit?.code ?? '',
          unitName: unit?.name ?? one.unit,
          role: [...new Set(roles)].join('、'),
          state: accountStates[one.state].zh,
          totp: yes(one.totp),
        }
      }
      const last = page.at(-1)
      after = found.length > AT_ONCE && last ? keyOfStaff(asked.sort, last) : null
    } while (after !== null)
  }
  return tableStream('xlsx', [{ name: sheets.people.zh, columns: columns(keys, ['unitName', 'role']), rows: rows() }])
}

/** Leaves as they are asked for, read while the file is written. */
export function leaveTable(
  db: Db,
  asked: Omit<LeaveQuestion, 'after' | 'limit'>,
  tree: Tree,
  reasons: readonly Pick<DictionaryEntry, 'code' | 'name'>[],
): Readable {
  const keys = ['person', 'unitName', 'reason', 'deputy', 'firstDay', 'backOn', 'covered'] as const
  const reasonOf = (code: string) => reasons.find((one) => one.code === code)?.name.zh ?? code
  async function* rows(): AsyncGenerator<RowToWrite> {
    let after: LeaveQuestion['after'] = null
    do {
      const found: readonly LeaveLine[] = await leavePage(db, { ...asked, after, limit: AT_ONCE })
      for (const leave of found.slice(0, AT_ONCE))
        yield {
          person: leave.staffName,
          unitName: tree.get(leave.unit as UnitVersion['id'])?.name ?? leave.unit,
          reason: reasonOf(leave.reason),
          deputy: leave.deputyName,
          firstDay: leave.from,
          backOn: leave.to,
          covered: leave.posts,
        }
      const last: LeaveLine | undefined = found[AT_ONCE - 1]
      after = found.length > AT_ONCE && last ? keyOfLeave(asked.sort, last) : null
    } while (after !== null)
  }
  return tableStream('xlsx', [{ name: sheets.leaves.zh, columns: columns(keys, ['unitName']), rows: rows() }])
}

/** What became of a file: how many rows were taken, what was wrong, and what to tell beside each row. */
export type Taken = {
  readonly taken: number
  readonly unchanged: number
  readonly faults: readonly RowFault[]
  readonly results: ReadonlyMap<number, Said>
  /** First passwords by row, to be handed out once. */
  readonly passwords: ReadonlyMap<number, string>
}

/** The file as it was sent, with what became of each row, its first password, and what is wrong with it. */
export function tableAnswered(sheet: Sheet, { faults, results, passwords }: Taken): Readable {
  const added: readonly Key[] = passwords.size > 0 ? ['result', 'password', 'errors'] : ['result', 'errors']
  return answeredTable([sheet], columns(added, ['errors']), (row) => ({
    result: results.get(row)?.zh ?? '',
    password: passwords.get(row) ?? '',
    errors: faults
      .filter((fault) => fault.row === row)
      .map(({ column, said }) => `${column}：${said.zh}`)
      .join('；'),
  }))
}
