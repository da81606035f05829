import type { Procedure, Role } from '../model/procedure.ts'
import type { FaultKind, Faults } from './fault.ts'
import { liveRegisters } from './live-registers.ts'
import { dueClocksOf, type Made, madeFaults, type ProofState, stateAfter } from './move-faults.ts'
import { type ActorView, type Control, endClock, type Given, opening, ownerOf, step } from './step.ts'
import { isLimit, joins, readsLimit } from './table-faults.ts'

type Node = {
  readonly state: ProofState
  readonly from: number
  readonly by: string
  /** Where the city alone can bring the case, without the applicant and without a detour that may be used up. */
  readonly sure: number[]
  readonly byClock: number[]
}

const everyRole = new Proxy(new Set<Role>(), {
  get: (roles, name) => (name === 'has' ? (role: Role) => role !== 'clock' : Reflect.get(roles, name)),
})

/** Whether more children are open than one makes no difference to any guard. */
const MANY = 1

/** Every state a procedure can reach, breadth first, so that the path to a fault is a shortest one. */
export class Walk {
  readonly nodes: Node[] = []
  steps = 0
  readonly #index = new Map<string, number>()
  readonly #made = new Set<string>()
  readonly #procedure: Procedure
  readonly #faults: Faults
  readonly #live: ReadonlyMap<string, readonly string[]>
  readonly #dueClocks: ReadonlySet<string>
  readonly #limits: readonly string[]
  readonly #limited: ReadonlySet<string>
  readonly #cityMoves: ReadonlySet<string>
  readonly #given: readonly Given[]
  readonly #movesAt: ReadonlyMap<string, readonly string[]>

  constructor(procedure: Procedure, faults: Faults) {
    this.#procedure = procedure
    this.#faults = faults
    this.#live = liveRegisters(procedure)
    this.#dueClocks = dueClocksOf(procedure)
    this.#given = everyGiven(procedure)
    const moves = Object.entries(procedure.moves)
    const names = (keep: (move: Procedure['moves'][string]) => boolean) =>
      moves.flatMap(([name, move]) => (keep(move) ? [name] : []))
    this.#limits = Object.keys(procedure.registers).filter((name) => isLimit(procedure, name))
    this.#limited = new Set(names((move) => readsLimit(procedure, move)))
    this.#cityMoves = new Set(names((move) => move.by.some((role) => role !== 'applicant' && role !== 'system')))
    this.#movesAt = new Map(
      Object.keys(procedure.stages).map((stage) => [stage, names((move) => move.from.includes(stage))]),
    )
  }

  explore(): void {
    for (const given of this.#given) {
      const { control } = opening(this.#procedure, given)
      this.#reach({ control, handled: false, decided: false }, -1, 'file')
    }
    for (let at = 0; at < this.nodes.length; at++) this.#visit(at)
  }

  #visit(at: number): void {
    const { control, handled } = this.#node(at).state
    const stage = this.#procedure.stages[control.stage]
    if (stage?.end) return
    const owner = ownerOf(stage, control.registers)
    if (!owner) this.#fault('stage-without-owner', control.stage, at)
    else if (!stage?.settled && !this.#canAct(control, owner)) this.#fault('owner-cannot-act', control.stage, at)
    if (!Object.values(control.clocks).includes('running')) this.#fault('stage-without-clock', control.stage, at)
    // A handler may do less than others and is judged more strictly, so whoever is none is tried only where he may not.
    for (const name of this.#movesAt.get(control.stage) ?? [])
      if (!handled || !this.#try(at, name, { roles: everyRole, isHandler: true }))
        this.#try(at, name, { roles: everyRole, isHandler: false })
    this.#letTimePass(at)
  }

  /** An owner who can make no move is none; detours that may be used up do not count. */
  #canAct(control: Control, owner: Role): boolean {
    const roles = new Set([owner])
    return (this.#movesAt.get(control.stage) ?? []).some(
      (name) => !this.#limited.has(name) && step(this.#procedure, control, name, { roles, isHandler: false }).ok,
    )
  }

  #letTimePass(at: number): void {
    const before = this.#node(at).state
    for (const [clock, status] of Object.entries(before.control.clocks)) {
      if (status !== 'running') continue
      this.steps += 1
      const done = endClock(this.#procedure, before.control, clock)
      if (!done.ok) {
        this.#fault('clock-leads-nowhere', `${before.control.stage}/${clock}`, at)
        continue
      }
      const made = { name: done.move, before, after: done.control, isHandler: false }
      for (const to of this.#follow(at, made, `${clock} ends: ${done.move}`)) {
        this.#node(at).sure.push(to)
        if (done.move === this.#procedure.lastRung) continue
        if (to === at) this.#fault('clock-changes-nothing', `${before.control.stage}/${clock}`, at)
        else this.#node(at).byClock.push(to)
      }
    }
  }

  /** A move that may change the matter is made with everything that another matter could give. */
  #try(at: number, name: string, actor: ActorView): boolean {
    const anew = this.#procedure.moves[name]?.effects?.some((effect) => 'matter' in effect)
    const made = (anew ? this.#given : [{}]).map((given) => this.#make(at, name, { ...actor, given }))
    return made.includes(true)
  }

  #make(at: number, name: string, actor: ActorView & { readonly given: Given }): boolean {
    this.steps += 1
    const before = this.#node(at).state
    const done = step(this.#procedure, before.control, name, actor)
    if (!done.ok) return false
    const reached = this.#follow(at, { name, before, after: done.control, isHandler: actor.isHandler }, name)
    // Entering the same stage anew with nothing changed starts its clock anew: a way to wait for ever.
    if (reached.includes(at) && this.#procedure.moves[name]?.to !== 'stay')
      this.#fault('due-changed-without-approver', name, at)
    if (!this.#limited.has(name) && this.#cityMoves.has(name)) this.#node(at).sure.push(...reached)
    return true
  }

  /** Judges a move that has been made and enters the states after it. */
  #follow(at: number, made: Made, by: string): number[] {
    this.#made.add(made.name)
    for (const kind of madeFaults(this.#procedure, made, this.#dueClocks)) this.#fault(kind, made.name, at)
    const move = this.#procedure.moves[made.name]
    const handled = made.before.handled || joins(move)
    const { control, ...ghosts } = stateAfter(this.#procedure, made, handled)
    const ends = move?.effects?.some((effect) => 'child' in effect && effect.child === 'ends')
    const open = Math.min(control.openChildren, MANY)
    const counts = ends && made.before.control.openChildren >= MANY ? [open, MANY] : [open]
    return counts.map((openChildren) => {
      const registers = { ...control.registers }
      for (const limit of this.#limits) registers[limit] = 0
      return this.#reach({ ...ghosts, control: { ...control, registers, openChildren } }, at, by)
    })
  }

  #reach(state: ProofState, from: number, by: string): number {
    const key = this.#keyOf(state)
    const known = this.#index.get(key)
    if (known !== undefined) return known
    this.#index.set(key, this.nodes.length)
    this.nodes.push({ state, from, by, sure: [], byClock: [] })
    return this.nodes.length - 1
  }

  /** States that differ only in registers nobody will read again before they are set anew are one state. */
  #keyOf({ control, handled, decided }: ProofState): string {
    let key = control.stage
    for (const register of this.#live.get(control.stage) ?? []) key += `,${control.registers[register]}`
    key += ','
    for (const clock in control.clocks) key += control.clocks[clock]?.[0]
    return `${key},${control.openChildren},${handled},${decided}`
  }

  /** From everywhere the city can bring the case to an end of its own; that somebody withdraws does not count. */
  judgeEnds(): void {
    const before: number[][] = this.nodes.map(() => [])
    for (const [at, node] of this.nodes.entries()) for (const next of node.sure) before[next]?.push(at)
    const good = new Set<number>()
    const queue = [...this.nodes.keys()].filter((at) => !['withdrawn', 'cancelled', undefined].includes(this.#end(at)))
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (good.has(at)) continue
      good.add(at)
      queue.push(...(before[at] ?? []))
    }
    for (const [at, node] of this.nodes.entries())
      if (!good.has(at) && !this.#end(at)) this.#fault('dead-end', node.state.control.stage, at)
  }

  /** Time alone must come to rest: at an end, or on the last rung of supervision, where only a person can go on. */
  judgeCircles(): void {
    const done = new Uint8Array(this.nodes.length)
    for (let root = 0; root < this.nodes.length; root++) {
      const stack: { at: number; child: number }[] = done[root] ? [] : [{ at: root, child: 0 }]
      if (!done[root]) done[root] = 1
      for (let top = stack.at(-1); top; top = stack.at(-1)) {
        const next = this.#node(top.at).byClock[top.child++]
        if (next === undefined) {
          done[top.at] = 2
          stack.pop()
        } else if (done[next] === 1) this.#fault('clocks-run-in-circles', this.#node(next).state.control.stage, next)
        else if (!done[next]) {
          done[next] = 1
          stack.push({ at: next, child: 0 })
        }
      }
    }
  }

  judgeUse(): void {
    const reached = new Set(this.nodes.map((node) => node.state.control.stage))
    for (const stage of Object.keys(this.#procedure.stages))
      if (!reached.has(stage)) this.#faults.add('stage-never-reached', stage)
    for (const move of Object.keys(this.#procedure.moves))
      if (!this.#made.has(move)) this.#faults.add('move-never-made', move)
  }

  #end = (at: number) => this.#procedure.stages[this.#node(at).state.control.stage]?.end

  #node(at: number): Node {
    const node = this.nodes[at]
    if (!node) throw new RangeError(`no node ${at}`)
    return node
  }

  #fault(kind: FaultKind, where: string, at: number): void {
    const path: string[] = []
    for (let step = at; step >= 0; step = this.#node(step).from) path.unshift(this.#node(step).by)
    this.#faults.add(kind, where, path)
  }
}

/** Every combination of what a matter may set. */
function everyGiven(procedure: Procedure): Given[] {
  let all: Given[] = [{}]
  for (const [name, register] of Object.entries(procedure.registers))
    if ('given' in register) all = all.flatMap((one) => register.given.map((value) => ({ ...one, [name]: value })))
  return all
}
