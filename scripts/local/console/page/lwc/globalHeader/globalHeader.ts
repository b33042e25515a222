import { LightningElement } from 'lwc';
import { session } from '../../../platform/session.ts';

/** The strip at the top: whose console this is. */
export default class GlobalHeader extends LightningElement {
    userName = session.user.name;

    get initials(): string {
        return session.user.name
            .split(' ')
            .map((word) => word.charAt(0))
            .join('')
            .slice(0, 2);
    }

    get userTitle(): string {
        return `Signed in as ${session.user.name} (${session.user.username})`;
    }
}
