import { join } from 'node:path';
import { projectRoot } from '../local/console/build/projectPaths.ts';

/** Where pictures of the pages are kept. */
export const screenshotsFolder = join(projectRoot, 'test-results', 'screenshots');
