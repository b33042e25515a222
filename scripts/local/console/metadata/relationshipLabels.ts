import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { readMetadata, text } from './xml.ts';

const Field = z.object({ fullName: text, relationshipLabel: text.optional() });

/** What the package calls the rows that look up to a record, by child object and lookup: `Call__c.Contact__c`. */
export function readRelationshipLabels(forceApp: string): Record<string, string> {
    return Object.fromEntries(
        globSync('*/objects/*/fields/*.field-meta.xml', { cwd: forceApp })
            .sort()
            .flatMap((path) => {
                const { fullName, relationshipLabel } = readMetadata(join(forceApp, path), 'CustomField', Field);
                const object = basename(dirname(dirname(path)));
                return relationshipLabel ? [[`${object}.${fullName}`, relationshipLabel]] : [];
            })
    );
}
