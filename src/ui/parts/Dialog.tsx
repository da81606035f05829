import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { Button } from './Button.tsx'
import './Dialog.css'
import { Icon } from './Icon.tsx'

type Props = {
  open: boolean
  title: string
  onClose(): void
  children: ReactNode
  /** Buttons, the most wanted last. */
  acts?: ReactNode
}

/** A native modal dialog: the browser keeps the focus inside, gives it back on closing, and closes on Escape. */
export function Dialog({ open, title, onClose, children, acts }: Props) {
  const { t } = useTongue()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  // Modality is a state of the element, reached only by its methods.
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
    if (!open && dialog.current?.open) dialog.current.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onClose={onClose}
      onCancel={(event) => {
        // Whoever changes his mind in the chooser of a file inside has cancelled that, and not the dialog.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
    >
      {open ? (
        <>
          <div className="dialog-head">
            <h2 id={id}>{title}</h2>
            <Button kind="quiet" name={t(uiWords.close)} onPress={onClose}>
              <Icon name="cross" />
            </Button>
          </div>
          <div className="dialog-body">{children}</div>
          {acts ? <div className="dialog-foot">{acts}</div> : null}
        </>
      ) : null}
    </dialog>
  )
}
