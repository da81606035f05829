import { type Command, runCommand } from '../city/command.ts'
import { measuring, procedures } from '../city/engine.ts'
import { auditWords } from '../city/words.ts'
import { auditCases } from '../kernel/cases/handle/nothing-lost.ts'
import { disagreementWords, lostWords } from '../kernel/cases/words/nothing-lost.ts'
import { auditLedger } from '../kernel/ledger/handle/audit.ts'
import { districts } from '../kernel/ledger/store/scan.ts'
import { noteWords, whyWords } from '../kernel/ledger/words.ts'

/** Exit codes of a ledger that does not hold, and of cases that are lost. */
const BROKEN_EXIT = 3
const LOST_EXIT = 4

/** How many of a kind are named; the rest is counted. */
const NAMED = 10

/**
 * `npm run audit [-- <district>]`: verifies every event, chain and anchor and names the first that is broken; then
 * lives every case again from its ledger and counts, district by district, the ways in which one could be lost.
 */
await runCommand(async (command) => {
  const asked = command.args[0] ?? null
  if (!(await ledgerHolds(command, asked))) return BROKEN_EXIT
  let lost = 0
  for (const district of asked === null ? await districts(command.db) : [asked]) lost += await lostIn(command, district)
  return lost === 0 ? 0 : LOST_EXIT
})

async function ledgerHolds({ db, say, progress }: Command, asked: string | null): Promise<boolean> {
  const answer = await auditLedger(db, {
    ...(asked === null ? {} : { district: asked }),
    onProgress: ({ events, of, district }) => progress(`${district}  ${events} / ${of}`),
  })
  for (const { district, note, count } of answer.notes) say(auditWords.note(district, count, noteWords[note]))
  say(answer.broken === null ? auditWords.holds(answer) : auditWords.broken(answer.broken, whyWords[answer.broken.why]))
  return answer.broken === null
}

async function lostIn({ db, clock, say, progress }: Command, district: string): Promise<number> {
  const answer = await auditCases(
    { db, procedures },
    {
      district,
      at: clock.now(),
      measuring,
      onProgress: (cases) => progress(`${district}  ${cases}`),
    },
  )
  for (const { kind, count } of answer.lost) if (count > 0) say(auditWords.lost(district, lostWords[kind], count))
  for (const { id, says } of answer.untrue.slice(0, NAMED))
    for (const one of says) say(auditWords.untrue(id, disagreementWords[one]))
  for (const id of answer.behind.slice(0, NAMED)) say(auditWords.untrue(id, disagreementWords.version))
  for (const key of answer.figures.slice(0, NAMED)) say(auditWords.figure(district, key))
  const lost =
    answer.lost.reduce((sum, { count }) => sum + count, 0) +
    answer.untrue.length +
    answer.behind.length +
    answer.figures.length
  say(auditWords.cases(district, answer.cases, lost))
  return lost
}
