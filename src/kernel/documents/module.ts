import type { Module } from '../module.ts'
import { documentRoutes } from './routes/documents.ts'
import type { DocumentRouteParts } from './routes/parts.ts'

export const documents: Module<DocumentRouteParts> = { name: 'documents', title: '文书', routes: documentRoutes }
