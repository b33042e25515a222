import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { metadataFiles } from '../../metadata/metadataFiles.ts';
import { readMetadata, text } from './xml.ts';

const Field = z.object({ fullName: text, relationshipLabel: text.optional() });

/** What the package calls the rows that look up to a record, by child object and lookup: `Call__c.Contact__c`. */
export function readRelationshipLabels(forceApp: string): Record<string, string> {
    return Object.fromEntries(
        metadataFiles(forceApp, '.field-meta.xml').flatMap(({ file }) => {
            const { fullName, relationshipLabel } = readMetadata(file, 'CustomField', Field);
            const object = basename(dirname(dirname(file)));
            return relationshipLabel ? [[`${object}.${fullName}`, relationshipLabel]] : [];
        })
    );
}
