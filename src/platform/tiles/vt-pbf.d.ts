declare module 'vt-pbf' {
  type Features = { readonly features: readonly unknown[] }
  const vtPbf: {
    fromGeojsonVt(
      layers: Readonly<Record<string, Features>>,
      options: { readonly version: 1 | 2; readonly extent: number },
    ): Uint8Array
  }
  export = vtPbf
}
