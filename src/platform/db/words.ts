import { type Said, said } from '../words.ts'
import type { TroubleKind } from './trouble.ts'

/** What an operator reads when the database will not serve: what is wrong, and what to do. */
export const troubleWords = {
  'no-space': (about) =>
    said(
      `磁盘空间不足，数据库无法写入：${about}。请清理磁盘后重试。`,
      `No disk space left for the database: ${about}. Free some space and try again.`,
    ),
  'wrong-data-version': (about) =>
    said(
      `数据目录的 PostgreSQL 版本与程序自带的不一致：${about}。请用原版本程序备份后，在新目录恢复。`,
      `The data directory belongs to another PostgreSQL version: ${about}. Back up with the old program and restore into a new directory.`,
    ),
  'socket-taken': (about) =>
    said(`数据库的套接字已被其他程序占用：${about}。`, `The database socket is taken by something else: ${about}.`),
  'data-in-use': (about) =>
    said(
      `数据目录正被另一个数据库进程使用且无法连接：${about}。请先停止该进程。`,
      `The data directory is in use by another server that does not answer: ${about}. Stop that server first.`,
    ),
  unreachable: (about) =>
    said(
      `连接不上数据库：${about}。请检查地址、端口和网络。`,
      `The database cannot be reached: ${about}. Check the address, the port and the network.`,
    ),
  'no-permission': (about) =>
    said(
      `没有权限读写数据库：${about}。请检查目录或账号权限。`,
      `No permission for the database: ${about}. Check the rights of the directory or the account.`,
    ),
  'wrong-password': (about) =>
    said(`数据库账号或密码不正确：${about}。`, `The database account or password is not accepted: ${about}.`),
  'database-missing': (about) =>
    said(`数据库不存在：${about}。请先创建该数据库。`, `The database does not exist: ${about}. Create it first.`),
  'server-too-old': (about) =>
    said(
      `数据库版本过旧：${about}。需要 PostgreSQL 15 或更高版本。`,
      `The database server is too old: ${about}. PostgreSQL 15 or later is needed.`,
    ),
  'not-postgres': (about) =>
    said(`该地址上的服务不是 PostgreSQL：${about}。`, `What answers at this address is not PostgreSQL: ${about}.`),
  'no-binaries': (about) =>
    said(
      `找不到可用的内置数据库程序：${about}。请重新执行 npm ci，或设置 DATABASE_URL 使用已有数据库。`,
      `The embedded database programs are missing or cannot run: ${about}. Run npm ci again, or set DATABASE_URL to use a server of your own.`,
    ),
  'start-failed': (about) => said(`内置数据库无法启动：${about}`, `The embedded database does not start: ${about}`),
  'migration-edited': (about) =>
    said(
      `已执行过的迁移脚本被改动：${about}。请恢复原文，另写新的迁移。`,
      `A migration that has been applied was edited: ${about}. Restore its text and write a new migration.`,
    ),
  'migration-unknown': (about) =>
    said(
      `数据库里有本程序不认识的迁移：${about}。数据库由更新的版本使用过，请升级程序。`,
      `The database holds a migration this program does not know: ${about}. A newer version has used it; upgrade the program.`,
    ),
  'migration-failed': (about) => said(`迁移脚本执行失败：${about}`, `A migration failed: ${about}`),
  'not-empty': (about) =>
    said(
      `恢复的目标数据库不是空的：${about}。请恢复到新的数据库。`,
      `The database to restore into is not empty: ${about}. Restore into a new one.`,
    ),
  'backup-damaged': (about) =>
    said(`备份文件不完整或已损坏：${about}。`, `The backup file is incomplete or damaged: ${about}.`),
  'backup-mismatch': (about) =>
    said(
      `备份与当前程序的数据库结构不一致：${about}。请使用做备份时的程序版本恢复。`,
      `The backup was made with other migrations: ${about}. Restore with the program version that made it.`,
    ),
} as const satisfies Record<TroubleKind, (about: string) => Said>
