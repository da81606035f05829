/** Whether an address is a page of the residents: all that no other face and no door has. */
export const isResidentPage = (path: string): boolean =>
  !/^\/(api|assets|desk|screen|gallery|health|ready)(\/|$)/.test(path)

/**
 * What the worker may keep: what everybody may read and names nobody. What is somebody's own is never kept on the
 * device by it, or whoever borrows the telephone would find it.
 */
export const isPublic = (path: string): boolean => /^\/api\/(city|matters|results)(\/|$)/.test(path)

/** The one page of the desk that opens without a line. */
export const PATROL_PAGE = '/desk/patrol'
