declare const __VERSION__: string | undefined

/** The version in package.json, laid in by the build; tests run without one. */
export const version: string = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0'
