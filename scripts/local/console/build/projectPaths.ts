import { join } from 'node:path';
import { partFolders } from '../../metadata/packageParts.ts';

/** The repository's root. */
export const projectRoot = join(import.meta.dirname, '..', '..', '..', '..');

/** The package's rooms. */
export const forceAppFolder = join(projectRoot, 'force-app', 'main');

/** All parts of the product. */
export const productFolders = partFolders(projectRoot);

/** The console's own components, namespace `console`. */
export const pageFolder = join(import.meta.dirname, '..', 'page');

/** Stand-ins for Salesforce's platform modules: one folder per namespace inside. */
export const platformFolder = join(import.meta.dirname, '..', 'platform');

export const packagesFolder = join(projectRoot, 'node_modules');

export const cacheFolder = join(packagesFolder, '.cache', 'console');
