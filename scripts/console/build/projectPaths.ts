import { join } from 'node:path';

/** The repository's root. */
export const projectRoot = join(import.meta.dirname, '..', '..', '..');

export const forceAppFolder = join(projectRoot, 'force-app', 'main');

/** The console's own components, namespace `console`. */
export const pageFolder = join(import.meta.dirname, '..', 'page');

/** Stand-ins for Salesforce's platform modules: one folder per namespace inside. */
export const platformFolder = join(import.meta.dirname, '..', 'platform');

export const packagesFolder = join(projectRoot, 'node_modules');

export const cacheFolder = join(packagesFolder, '.cache', 'console');
