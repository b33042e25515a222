import type { ChangePath } from 'c/convoxChange';
import { labels } from './labels.ts';

/** The changes of an installation. */
export const changePaths: readonly ChangePath[] = [
    {
        id: 'leaver',
        title: labels.leaver,
        steps: [labels.leaver1, labels.leaver2, labels.leaver3, labels.leaver4],
        asks: 'agent',
        proofs: ['agentOff', 'noRights', 'noPromises']
    },
    {
        id: 'process',
        title: labels.process,
        steps: [labels.process1, labels.process2, labels.process3, labels.process4],
        proofs: ['entered', 'itsDispositions', 'itsCall']
    },
    {
        id: 'server',
        title: labels.server,
        steps: [labels.server1, labels.server2, labels.server3, labels.server4],
        asks: 'server',
        proofs: ['started', 'gateway', 'convox', 'zone', 'dialect', 'clock', 'commandSince', 'statusSince']
    },
    {
        id: 'key',
        title: labels.key,
        steps: [labels.key1, labels.key2, labels.key3, labels.key4],
        asks: 'server',
        marks: 'keys',
        proofs: ['started', 'gateway', 'oneKey', 'commandSince']
    },
    {
        id: 'secret',
        title: labels.secret,
        steps: [labels.secret1, labels.secret2, labels.secret3, labels.secret4],
        asks: 'server',
        marks: 'secrets',
        proofs: ['started', 'oneSecret', 'statusSince']
    }
];
