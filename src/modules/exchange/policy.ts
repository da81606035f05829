/** Who keeps the interfaces to other systems: partners, mappings, what is offered, and trying again what is stuck. */
export const EXCHANGE_RIGHT = 'exchange.manage'
