import type { ChangePath } from './changePath.ts';
import type { ChangeSeen } from './changeSeen.ts';

/** One change of the installation, and what is known of the installation. */
export interface ChangeAbout extends Omit<ChangeSeen, 'told'> {
    readonly path: ChangePath;
}
