/** Looks at layers, components and addresses at the desk. */
export const READ_RIGHT = 'places.read'
/** Imports and publishes layers, and changes how codes are made. */
export const LAYERS_RIGHT = 'places.layers'
/** Enters and changes components. */
export const COMPONENTS_RIGHT = 'places.components'
/** Enters and changes addresses. */
export const ADDRESSES_RIGHT = 'places.addresses'
