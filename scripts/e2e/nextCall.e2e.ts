import assert from 'node:assert/strict';
import { KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { CallStory } from './callStory.ts';
import { deskTest } from './desk.ts';
import { eventually, eventuallyEqual } from './expect.ts';

deskTest(
    'a call that comes while the end of the last one is on its way keeps its own words and its own end',
    async (desk) => {
        const { context, screenshot } = desk;
        const story = new CallStory(desk);
        const { phone } = story;
        await story.startShift();
        await story.answer('knownCaller');
        await phone.chooseDisposition('Resolved');
        await phone.writeNotes('First.');
        await phone.notes.blur();
        const released = Promise.withResolvers<void>();
        const commands = '**/actions/custom/flow/**';
        await context.route(commands, async (route) => {
            const response = await route.fetch();
            await released.promise;
            await route.fulfill({ response });
        });
        await phone.save();
        await story.convoxWasTold({ disposition: 'RESOLVED' });
        await desk.agentScreen.waitForState('IDLE');

        await story.answer('unknownCaller');
        const second = await desk.agentScreen.callFact('reference');
        await phone.card.getByText('90000 00077').first().waitFor();
        await phone.chooseDisposition('Sale made');
        await phone.writeNotes('Second.');
        await phone.notes.blur();
        await desk.console.utilityBar.getByRole('button', { name: '● 90000 00077' }).waitFor();
        await screenshot('both at hand');
        released.resolve();
        const rows = (): Record<string, unknown> =>
            Object.fromEntries(
                story
                    .calls()
                    .map((call) => [
                        call['Call_Reference__c'] === second ? 'second' : 'first',
                        [call['Status__c'], call['Disposition__c'], call['Notes__c']]
                    ])
            );
        await eventually(rows, (found) =>
            assert.deepEqual(found, {
                first: ['Disposed', 'RESOLVED', 'First.'],
                second: ['In Progress', null, 'Second.']
            })
        );
        await context.unroute(commands);
        await phone.save();
        await story.convoxWasTold({ disposition: 'SALE', times: 2 });
        await eventually(rows, ({ first, second: last }) =>
            assert.deepEqual(
                [first, last],
                [
                    ['Disposed', 'RESOLVED', 'First.'],
                    ['Disposed', 'SALE', 'Second.']
                ]
            )
        );
    }
);

deskTest(
    'who signs in next at a computer finds nothing of the last agent there, who finds the call in the org',
    async (desk) => {
        const { console: page } = desk;
        const story = new CallStory(desk);
        await story.startShift();
        await story.answer('knownCaller');
        await story.phone.writeNotes('Wants a quote.');
        await story.phone.notes.blur();
        await story.onlyCallIs({ Notes__c: 'Wants a quote.' });
        const kept = async (): Promise<string> => String(await page.page.evaluate('JSON.stringify(localStorage)'));
        assert.match(await kept(), /Wants a quote/);

        await page.openAs('ravi');
        await story.phone.root.locator('[data-id="idle"]').waitFor({ state: 'attached' });
        await eventually(kept, (text) => assert.doesNotMatch(text, new RegExp(`Wants a quote|${KNOWN_CALLER_NUMBER}`)));

        await page.openAs('asha');
        await eventuallyEqual(() => story.phone.notes.inputValue(), 'Wants a quote.');
    }
);
