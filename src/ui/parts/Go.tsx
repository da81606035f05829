import { Link } from '@tanstack/react-router'
import { type ReactNode, useContext } from 'react'
import { partsOf } from '../routing/address.ts'
import { OutsideRouter } from '../routing/outside.ts'
import './Button.css'
import type { ButtonKind } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'

type Props = {
  /** A place inside this face (`/cases/123`), or a whole address (`https:`, `tel:`, or `/api/…` for a download). */
  to: string
  children: ReactNode
  /** Looks like a button, where going there is the thing to do next. */
  look?: ButtonKind
  icon?: IconName
  wide?: boolean
  className?: string
  tone?: string
  name?: string
  /** This is where one is. */
  current?: boolean
}

/** Goes somewhere. What changes something is a `Button`, never a link. */
export function Go({ to, children, look, icon, wide = false, className, tone, name, current = false }: Props) {
  const noRouter = useContext(OutsideRouter)
  const inside = icon ? (
    <>
      <Icon name={icon} />
      {children}
    </>
  ) : (
    children
  )
  const attributes = {
    className: look ? `button ${className ?? ''}` : className,
    'data-kind': look,
    'data-wide': wide || undefined,
    'data-tone': tone,
    'aria-label': name,
    'aria-current': current ? ('page' as const) : undefined,
  }
  if (noRouter || /^([a-z]+:|\/api\/)/.test(to)) {
    return (
      <a href={to} {...attributes}>
        {inside}
      </a>
    )
  }
  return (
    <Link {...(partsOf(to) as { to: string })} {...attributes}>
      {inside}
    </Link>
  )
}
