/** The finest zoom whose tile is still told by cells of the finest resolution; beyond it a map enlarges them. */
export const CELLS_TO_ZOOM = 13

/** Which resolution of H3 a zoom shows, so that a tile holds some hundred cells. */
export const resolutionAt = (zoom: number): number =>
  zoom <= 8 ? 5 : zoom === 9 ? 6 : zoom === 10 ? 7 : zoom === 11 ? 8 : 9

/** The layer of a tile that says it was made from a sample: one point whose `per` is how many cases each one stands for. */
export const SAMPLE_LAYER = 'sample'
