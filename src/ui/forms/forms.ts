/** All that draws and checks a form, as one file to be fetched. */
export { checkForm } from '../../platform/forms/check.ts'
export { asked } from './fields.ts'
export { SchemaForm } from './SchemaForm.tsx'
