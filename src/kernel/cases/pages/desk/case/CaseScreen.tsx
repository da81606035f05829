import { useLive } from '../../../../../ui/api/live.ts'
import { useRead } from '../../../../../ui/api/reads.ts'
import { Loaded, LoadingState } from '../../../../../ui/parts/states.tsx'
import { useGoOn } from '../../../../../ui/routing/place.ts'
import type { CaseForStaff } from '../../../model/views.ts'
import { CaseDocuments } from '../documents/CaseDocuments.tsx'
import { Clocks, Holder, Related } from './About.tsx'
import { Acts } from './Acts.tsx'
import { Asked } from './Asked.tsx'
import './case.css'
import { Head } from './Head.tsx'
import { Measured } from './Measured.tsx'
import { Pictures } from './Pictures.tsx'
import { Proposal } from './Proposal.tsx'
import { Similar } from './Similar.tsx'
import { Story } from './Story.tsx'

/** Whoever came by a number goes on under the id, to which news of the case is addressed. */
function Moved({ to }: { to: string }) {
  useGoOn(to)
  return null
}

/** A case on one screen: what was asked, who has it, how long there is, what happened, and what one can do. */
export function CaseScreen({ id }: { id: string }) {
  const topic = `case/${id}`
  useLive([topic])
  const read = useRead<CaseForStaff>(`/api/cases/${id}`, { topics: [topic] })
  return (
    <Loaded read={read} loading={<LoadingState shape="text" count={8} />}>
      {(shown) =>
        shown.card.id === id ? (
          <article className="case-screen" aria-label={shown.card.number}>
            <Head shown={shown} />
            <Proposal shown={shown} />
            <Acts shown={shown} />
            <div className="case-columns">
              <div className="case-column">
                <Asked shown={shown} />
                <Measured shown={shown} />
                <Story shown={shown} />
              </div>
              <div className="case-column">
                <Holder shown={shown} />
                <CaseDocuments id={id} />
                <Clocks shown={shown} />
                <Related shown={shown} />
                <Similar shown={shown} />
                <Pictures shown={shown} />
              </div>
            </div>
          </article>
        ) : (
          <Moved to={`/cases/${shown.card.id}`} />
        )
      }
    </Loaded>
  )
}
