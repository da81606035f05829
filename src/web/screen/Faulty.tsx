import { Component, type ReactNode } from 'react'
import { asProblem, type Problem } from '../../ui/api/problem.ts'
import { ErrorState } from '../../ui/parts/states.tsx'

type State = { problem: Problem | null }

/** A board that breaks says so and leaves the others standing. React has no other way to catch than a class. */
export class Faulty extends Component<{ children: ReactNode }, State> {
  override state: State = { problem: null }

  static getDerivedStateFromError(error: unknown): State {
    return { problem: asProblem(error) }
  }

  override render() {
    const { problem } = this.state
    if (problem === null) return this.props.children
    return <ErrorState problem={problem} onRetry={() => this.setState({ problem: null })} />
  }
}
