import { Soft } from '../../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../../ui/parts/Notice.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { CaseForStaff, RouteView } from '../../../model/views.ts'
import { confidenceWords, caseWords as words } from '../words/case.ts'

/** Where the case belongs, as its words and the duty list say, for whoever is to send it on. */
export function Proposal({ shown: { proposal } }: { shown: CaseForStaff }) {
  const { t } = useTongue()
  if (proposal === null) return null
  const { unitName, refusal, best } = proposal
  return (
    <Notice tone={refusal ? 'warn' : 'info'} title={`${t(words.proposal)}：${unitName}`}>
      <Route route={proposal} />
      {best.length > 1 ? (
        <ol className="case-routes" start={2} aria-label={t(words.otherRoutes)}>
          {best.slice(1).map((route) => (
            <li key={route.category}>
              {route.unitName} <Route route={route} />
            </li>
          ))}
        </ol>
      ) : null}
    </Notice>
  )
}

/** Why it would go there: category, how sure that is, and the line of the duty list. */
export function Route({ route: { category, label, confidence, reason, basis, refusal } }: { route: RouteView }) {
  const { t } = useTongue()
  return (
    <>
      <div>
        {category} · <Confidence label={label} confidence={confidence} />
      </div>
      <Soft>
        {t(reason)} · {t(words.basis)}：{basis}
      </Soft>
      {refusal ? (
        <div>
          {t(words.cannotReceive)}
          {t(refusal.said)}
        </div>
      ) : null}
    </>
  )
}

/** How often such a class is right; a guess that nobody has measured says so. */
export function Confidence({ label, confidence }: Pick<RouteView, 'label' | 'confidence'>) {
  const { t } = useTongue()
  if (label === null || confidence === null) return <span>{t(words.unmeasured)}</span>
  return <span>{t(confidenceWords.ofClass(label, Math.round(confidence * 100)))}</span>
}
