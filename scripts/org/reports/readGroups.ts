import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readMetadataFile, requiredTextOf } from '../schema/metadataXml.ts';
import type { PublicGroup } from './definition.ts';

const SUFFIX = '.group-meta.xml';

/** Reads the package's public groups. Who is in them is up to the admin. */
export function readGroups(forceApp: string): PublicGroup[] {
    return globSync(`**/groups/*${SUFFIX}`, { cwd: forceApp })
        .toSorted()
        .map((file) => ({
            developerName: basename(file, SUFFIX),
            name: requiredTextOf(readMetadataFile(join(forceApp, file), 'Group'), 'name')
        }));
}
