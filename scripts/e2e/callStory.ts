import assert from 'node:assert/strict';
import type { Page } from '@playwright/test';
import { dialNumber } from '#contract';
import type { WireEntry } from '../simulator/wireLog.ts';
import type { OrgRecord } from '../local/org/records.ts';
import type { Desk } from './desk.ts';
import { eventually, secondAfter } from './expect.ts';
import { SoftphonePanel } from './softphonePanel.ts';

export interface ToldClose {
    readonly disposition: string;
    /** How often in all; once when left out. */
    readonly times?: number;
    /** On the ConVox server's clock. */
    readonly followUp?: { readonly date: string; readonly hours: string; readonly minutes: string };
}

function followUpParameters(followUp: ToldClose['followUp']): [string, string][] {
    const { date, hours, minutes } = followUp ?? { date: '', hours: '', minutes: '' };
    return [
        ['set_followUp', followUp ? 'Y' : 'N'],
        ['callback_date', date],
        ['callback_hrs', hours],
        ['callback_mins', minutes]
    ];
}

/** One agent's calls, told from the desk: what ConVox does, and what is found afterwards on either side. */
export class CallStory {
    readonly desk: Desk;
    readonly phone: SoftphonePanel;

    constructor(desk: Desk) {
        this.desk = desk;
        this.phone = new SoftphonePanel(desk.console.page);
    }

    /** Opens the console and the ConVox screen, as at the start of a shift. */
    async startShift(): Promise<void> {
        await this.desk.console.open();
        await this.desk.console.softphone.locator('[data-id="announcement"]').waitFor({ state: 'attached' });
        await this.desk.agentScreen.open();
    }

    /** ConVox rings with this scenario, the agent answers; resolves to the tab that ConVox opened. */
    async answer(scenario: string): Promise<Page> {
        const { agentScreen } = this.desk;
        await agentScreen.startScenario(scenario);
        await agentScreen.waitForState('RINGING');
        return agentScreen.answerAndFollowPop();
    }

    /** What went over the wire of that kind, oldest first. */
    wire(kind: WireEntry['kind']): readonly WireEntry[] {
        return this.desk.stack.convox.log.entries.filter((entry) => entry.kind === kind);
    }

    async wireHas(kind: WireEntry['kind'], count: number): Promise<readonly WireEntry[]> {
        return eventually(
            () => this.wire(kind),
            (entries) => assert.equal(entries.length, count, `${kind} exchanges`)
        );
    }

    /** Waits until ConVox was told so often how a call ended, and last exactly this, in the sheet's nine parameters. */
    async convoxWasTold({ disposition, times = 1, followUp }: ToldClose): Promise<void> {
        const close = (await this.wireHas('callcontrol', times)).at(-1);
        const popped = Object.fromEntries(this.wire('pop').at(-1)?.parameters ?? []);
        assert.deepEqual(close?.parameters, [
            ['ACTION', 'CLOSE'],
            ['agent_id', 'AG_ASHA'],
            ['convoxid', popped['c__ConvoxID']],
            ['disposition', disposition],
            ['mobile_number', dialNumber(popped['c__CallerID'] ?? '') ?? ''],
            ...followUpParameters(followUp)
        ]);
        assert.equal(close.method, 'POST');
        assert.match(close.contentType, /^application\/x-www-form-urlencoded/);
    }

    /** Every call record of the org. */
    calls(): OrgRecord[] {
        return this.desk.stack.org.store.find({ object: 'ConVox_Call__c' });
    }

    /** Waits until the org holds exactly one call, and it looks like this. */
    async onlyCallIs(expected: Readonly<Record<string, unknown>>): Promise<OrgRecord> {
        const [call] = await eventually(
            () => this.calls(),
            (calls) => {
                assert.equal(calls.length, 1, 'calls in the org');
                const found = Object.fromEntries(Object.keys(expected).map((field) => [field, calls[0]?.[field]]));
                assert.deepEqual(found, expected);
            }
        );
        assert.ok(call);
        return call;
    }

    /** Waits until another change of the only call can be told from the last one. */
    async secondIsOver(): Promise<void> {
        await secondAfter(this.calls()[0]?.['LastModifiedDate']);
    }

    commands(): OrgRecord[] {
        return this.desk.stack.org.store.find({ object: 'ConVox_Command__c' });
    }
}
