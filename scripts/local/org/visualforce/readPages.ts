import { readFileSync } from 'node:fs';
import type { MetadataFolders } from '../../metadata/metadataFiles.ts';
import { metadataFiles } from '../../metadata/metadataFiles.ts';
import { MetadataError, booleanOf, readMetadataFile } from '../../metadata/readMetadata.ts';
import type { PagePart } from './parsePage.ts';
import { parsePage, VisualforceError } from './parsePage.ts';

const SUFFIX = '.page';

/**
 * Reads the package's Visualforce pages by name.
 * @throws MetadataError naming the file, for a page that the local org could not show as the platform does
 */
export function readPages(forceApp: MetadataFolders): ReadonlyMap<string, readonly PagePart[]> {
    return new Map(metadataFiles(forceApp, SUFFIX).map(({ name, file }) => [name, readPage(file)]));
}

function readPage(file: string): readonly PagePart[] {
    const description = readMetadataFile(`${file}-meta.xml`, 'ApexPage');
    if (booleanOf(description, 'confirmationTokenRequired')) {
        throw new MetadataError(file, 'the local org does not support <confirmationTokenRequired>');
    }
    try {
        return parsePage(readFileSync(file, 'utf8'));
    } catch (error) {
        if (error instanceof VisualforceError) {
            throw new MetadataError(`${file}:${error.line}`, error.message);
        }
        throw error;
    }
}
