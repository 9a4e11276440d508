/** A picture of 使用手册 with its caption; where the picture is not built the caption stands alone. */
import { type ReactElement, useEffect, useState } from 'react'
import { pictureOf } from './pictures.ts'

interface ManualPictureProps {
  readonly screen: string
  readonly caption: string
}

export function ManualPicture({ screen, caption }: ManualPictureProps): ReactElement {
  const [source, setSource] = useState<string | null>(null)

  useEffect(() => {
    let gone = false
    // A picture that cannot be loaded is as one that is not built.
    pictureOf(screen).then(
      (found) => !gone && setSource(found),
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [screen])

  return (
    <figure className="manual-picture">
      {/* The size is that of every picture, so that nothing moves while they come. */}
      {source !== null && <img src={source} alt={`${caption}的界面`} width={1366} height={680} />}
      <figcaption>{caption}</figcaption>
    </figure>
  )
}
