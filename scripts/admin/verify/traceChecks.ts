import { queryCount } from '../org/rows.ts';
import type { Check } from './check.ts';
import { no, open, yes } from './check.ts';

/** What the traces of use tell. */
export const traceChecks: readonly Check[] = [
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
