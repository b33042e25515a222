import { BREAKS, PROCESS_SALES, PROCESS_SUPPORT } from '../sample/org/callers.ts';
import { processes, users } from '../sample/org/configuration.ts';
import type { ConvoxAgent, ConvoxProcess } from './settings.ts';

const dialledNumbers: Readonly<Record<string, string>> = {
    [PROCESS_SUPPORT]: '4040123400',
    [PROCESS_SALES]: '4040123500'
};

/** The processes that the local org's sample configuration knows, with the same dispositions. */
export const sampleProcesses: readonly ConvoxProcess[] = processes.map((process) => ({
    name: process.Process_Code__c,
    did: dialledNumbers[process.Process_Code__c] ?? '',
    queue: `${process.Process_Code__c}_QUEUE`,
    breaks: BREAKS,
    dispositions: process.dispositions.map(({ Code__c, Name }) => ({ code: Code__c, name: Name }))
}));

/** The agents that the local org's sample users are. */
export const sampleAgents: readonly ConvoxAgent[] = users.flatMap(({ agentCode, FirstName, LastName }, index) =>
    agentCode === undefined
        ? []
        : [
              {
                  code: agentCode,
                  name: `${FirstName} ${LastName}`,
                  station: String(2001 + index),
                  process: PROCESS_SUPPORT
              }
          ]
);
