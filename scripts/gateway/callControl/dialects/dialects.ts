import type { Dialect } from './dialect.ts';
import { rest } from './rest.ts';
import { sheet } from './sheet.ts';
import { webService } from './webService.ts';

export const dialectNames = ['sheet', 'webService', 'rest'] as const;
export type DialectName = (typeof dialectNames)[number];

/** `sheet` is the default. */
export const dialects: Readonly<Record<DialectName, Dialect>> = { sheet, webService, rest };
