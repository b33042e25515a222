import assert from 'node:assert/strict';
import { KNOWN_CALLER_NUMBER } from '../../org/seed/callers.ts';
import { CallCard, takeCall } from './call.ts';
import { callRow, closeCommands } from './records.ts';
import { deskTest } from './desk.ts';
import { eventually, eventuallyEqual } from './expect.ts';

deskTest(
    'knownCaller: the customer opens, the disposition reaches ConVox, the record tells all of it',
    async (desk) => {
        const { console: page, agentScreen, stack, screenshot } = desk;
        const call = await takeCall(desk, 'knownCaller');
        const card = new CallCard(desk);
        assert.equal(call.number, KNOWN_CALLER_NUMBER);

        await eventuallyEqual(() => card.heading.textContent(), 'Priya Nair');
        await eventuallyEqual(() => page.recordName.textContent(), 'Priya Nair');
        const pops = stack.org.requests.filter(({ kind }) => kind === 'graphql');
        assert.equal(pops.length, 1, 'one GraphQL request finds the caller');
        await screenshot('on call');

        await card.chooseDisposition('Sale made');
        await screenshot('disposition chosen');
        await card.save();
        const [close] = await eventually(
            () => closeCommands(desk),
            (commands) => assert.equal(commands.length, 1)
        );
        assert.deepEqual(Object.fromEntries(close?.parameters ?? []), {
            ACTION: 'CLOSE',
            agent_id: 'AG_ASHA',
            convoxid: call.convoxId,
            disposition: 'SALE',
            mobile_number: KNOWN_CALLER_NUMBER,
            set_followUp: 'N',
            callback_date: '',
            callback_hrs: '',
            callback_mins: ''
        });
        await eventually(
            () => card.outcome.textContent(),
            (text) => assert.match(text ?? '', /accepted|closed/i)
        );
        await screenshot('closed');

        await agentScreen.waitForState('READY');
        await eventually(
            () => callRow(desk, call.reference),
            (row) => {
                assert.equal(row?.['Status__c'], 'Disposed');
                assert.equal(row?.['Disposition__c'], 'SALE');
                assert.equal(row?.['ConVox_Status__c'], 'Connected');
            }
        );
        await screenshot('status received');
    }
);
