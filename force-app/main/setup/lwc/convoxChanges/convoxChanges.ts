import { LightningElement, api } from 'lwc';
import type { ChangeAbout } from 'c/convoxChange';
import { readSetupFacts, reportOf } from 'c/convoxSetupChecks';
import type { CheckGroup, GatewayState, Rights, SetupFacts } from 'c/convoxSetupChecks';
import { changePaths } from './changePaths.ts';
import { labels } from './labels.ts';

/**
 * What to do when a person, a process, a server or a key changes.
 * @fires changed when a change was begun or ended
 */
export default class ConvoxChanges extends LightningElement {
    /** Every check as it stands. */
    @api groups: readonly CheckGroup[] = [];

    /** What the org's records say. */
    @api facts: SetupFacts = readSetupFacts(undefined, undefined);

    @api gateway?: GatewayState;
    @api rights?: Rights;

    labels = labels;

    get abouts(): ChangeAbout[] {
        const { facts, rights } = this;
        const checks = this.groups.flatMap((group) => group.checks);
        const report = reportOf(this.gateway);
        return changePaths.map((path) => ({ path, facts, checks, report, rights, now: Date.now() }));
    }

    handleChanged(): void {
        this.dispatchEvent(new CustomEvent('changed'));
    }
}
