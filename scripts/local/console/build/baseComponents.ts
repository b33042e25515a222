import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, object, optional, parse, string } from 'zod/mini';
import { packagesFolder } from './projectPaths.ts';

const packageFolder = join(packagesFolder, 'lightning-base-components');

/** Folder that holds one folder per `lightning/*` module. */
export const baseComponentsFolder = join(packageFolder, 'src', 'lightning');

const Package = object({
    version: string(),
    lwc: object({ modules: array(object({ name: optional(string()), path: optional(string()) })) })
});

const { version, lwc } = parse(Package, JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')));

export const baseComponentsVersion = version;

/** Files behind the `@salesforce/*` modules that the base components bring along, by module name. */
export const baseComponentAliases: ReadonlyMap<string, string> = new Map(
    lwc.modules.flatMap(({ name, path }) => (name && path ? [[name, join(packageFolder, path)] as const] : []))
);
