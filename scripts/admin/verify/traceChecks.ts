import { z } from 'zod';
import { queryCount, queryRows } from '../org/rows.ts';
import type { Check } from './check.ts';
import { no, open, yes } from './check.ts';

const WORKFLOW_SETTINGS =
    'In Process Automation Settings (/lightning/setup/WorkflowSettings/home), choose a Default Workflow User who stays, such as an administrator: nightly flows and late steps run as that user.';

/** Milliseconds within which the nightly flow's look at a call is written to it. */
const NIGHTLY_WRITE = 300_000;

const nightlyCall = z.object({
    Reconciled_At__c: z.coerce.date(),
    LastModifiedDate: z.coerce.date(),
    LastModifiedBy: z.object({ Name: z.string(), IsActive: z.boolean(), UserType: z.string() })
});

/** What the traces of use tell. */
export const traceChecks: readonly Check[] = [
    {
        id: 'default-workflow-user',
        about: 'health',
        question: 'Is there a Default Workflow User?',
        run: async ({ connection }) => {
            // No API shows the setting. Whom the nightly flow ran as stands on the calls that nobody has changed since.
            const looked = await queryRows(
                connection,
                'SELECT Reconciled_At__c, LastModifiedDate, LastModifiedBy.Name, LastModifiedBy.IsActive, LastModifiedBy.UserType FROM ConVox_Call__c WHERE Reconciled_At__c != null ORDER BY Reconciled_At__c DESC LIMIT 200',
                nightlyCall
            );
            const { LastModifiedBy: user } =
                looked.find(({ Reconciled_At__c: at, LastModifiedDate: written }) => {
                    const later = written.getTime() - at.getTime();
                    return later >= 0 && later < NIGHTLY_WRITE;
                }) ?? {};
            if (user === undefined) {
                return open(
                    'no API shows it; once the nightly flow has looked at calls, they tell whom it ran as',
                    WORKFLOW_SETTINGS
                );
            }
            const evidence = `the nightly flow ran as ${user.Name}`;
            if (user.UserType === 'AutomatedProcess') {
                return no(`${evidence}, a user of the platform's own: none is chosen`, WORKFLOW_SETTINGS);
            }
            return user.IsActive ? yes(evidence) : no(`${evidence}, who is not active any more`, WORKFLOW_SETTINGS);
        }
    },
    {
        id: 'limit-header',
        about: 'platform',
        question: 'Does the org say with every answer how many API requests are used?',
        run: async ({ connection }) => {
            await connection.query('SELECT Id FROM ConVox_Server__c LIMIT 1');
            const usage = connection.limitInfo.apiUsage;
            return usage
                ? yes(`Sforce-Limit-Info: api-usage=${usage.used}/${usage.limit}`)
                : no(
                      'no Sforce-Limit-Info header',
                      'The gateway then cannot slow down before the allowance is used up.'
                  );
        }
    },
    {
        id: 'agent-principal-access',
        about: 'platform',
        question: 'Does the permission set let agents use the External Credential?',
        run: async ({ connection }) => {
            const accepted = await queryCount(
                connection,
                `SELECT COUNT() FROM ConVox_Command__c WHERE Status__c IN ('Accepted', 'Refused') AND (NOT Key__c LIKE 'CONVOX-VERIFY-%')`
            );
            return accepted > 0
                ? yes(`ConVox answered ${accepted} commands of agents`)
                : open(
                      'no command of an agent has been answered yet',
                      'End a test call as an agent with a disposition, then ask again.'
                  );
        }
    },
    {
        id: 'fault-path-outputs',
        about: 'platform',
        question: 'Is the status code known when an operation fails?',
        run: async ({ connection }) => {
            const counts = await Promise.all(
                ['!=', '='].map((operator) =>
                    queryCount(
                        connection,
                        `SELECT COUNT() FROM ConVox_Command__c WHERE Status__c = 'Unknown' AND Response_Code__c ${operator} null`
                    )
                )
            );
            const [withCode = 0, without = 0] = counts;
            return withCode > 0
                ? yes(`${withCode} of ${withCode + without} commands of unknown end have a code`)
                : open(
                      `${without} commands of unknown end, none with a code`,
                      'Nothing depends on it: the flow keeps the fault message, and unknown stays unknown.'
                  );
        }
    }
];
