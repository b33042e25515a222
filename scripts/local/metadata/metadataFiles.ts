import { AsyncLocalStorage } from 'node:async_hooks';
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

interface Listing {
    /** Folders with the time of their last change: adding or removing a file changes its folder. */
    readonly folders: readonly (readonly [path: string, changed: bigint])[];
    readonly files: readonly string[];
}

export interface MetadataFile {
    /** The file's name without the ending: mostly the component's API name. */
    readonly name: string;
    readonly file: string;
}

/** A folder with metadata, or all parts of a product that is more than one folder. */
export type MetadataFolders = string | readonly string[];

const listings = new Map<string, Listing>();

const reading = new AsyncLocalStorage<Set<string>>();

/** Whatever `read` reads of metadata is as it was when it began: nothing is asked twice whether it has changed. */
export function readAtOnce<Result>(read: () => Result): Result {
    return reading.run(new Set(), read);
}

/** Whether a path was asked about before in the same reading. */
export function isAskedAgain(path: string): boolean {
    const asked = reading.getStore();
    const isKnown = asked?.has(path) === true;
    asked?.add(path);
    return isKnown;
}

/**
 * Files below the folders whose names end so, sorted by path in each. Opening an org asks for many kinds of files: a
 * folder is walked again only when something in it was added, removed or renamed.
 */
export function metadataFiles(folders: MetadataFolders, ending: string): MetadataFile[] {
    return [folders]
        .flat()
        .flatMap((folder) => listingOf(folder).files)
        .filter((file) => file.endsWith(ending))
        .map((file) => ({ name: basename(file, ending), file }));
}

function listingOf(root: string): Listing {
    const known = listings.get(root);
    const isCurrent = isAskedAgain(root) || known?.folders.every(([path, changed]) => changeOf(path) === changed);
    if (known && isCurrent) {
        return known;
    }
    const folders: [string, bigint][] = [];
    const files: string[] = [];
    const walk = (folder: string): void => {
        folders.push([folder, changeOf(folder) ?? 0n]);
        for (const entry of readdirSync(folder, { withFileTypes: true })) {
            const path = join(folder, entry.name);
            if (entry.isDirectory()) {
                walk(path);
            } else {
                files.push(path);
            }
        }
    };
    walk(root);
    const listing = { folders, files: files.toSorted() };
    listings.set(root, listing);
    return listing;
}

function changeOf(path: string): bigint | undefined {
    return statSync(path, { bigint: true, throwIfNoEntry: false })?.mtimeNs;
}
