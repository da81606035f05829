import type { Module } from '../../kernel/module.ts'

export const grid: Module = { name: 'grid', title: '一网统管' }
