import { labels } from './labels.ts';

/** A change of the installation. */
export interface ChangePath {
    readonly id: string;
    readonly title: string;
    readonly steps: readonly string[];
    /** Ids of the checks that show that it is done. */
    readonly proofs: readonly string[];
}

export const changePaths: readonly ChangePath[] = [
    {
        id: 'leaver',
        title: labels.leaver,
        steps: [labels.leaver1, labels.leaver2, labels.leaver3, labels.leaver4],
        proofs: ['agents', 'rights']
    },
    {
        id: 'process',
        title: labels.process,
        steps: [labels.process1, labels.process2, labels.process3, labels.process4],
        proofs: ['processes', 'dispositions', 'statuses']
    },
    {
        id: 'server',
        title: labels.server,
        steps: [labels.server1, labels.server2, labels.server3, labels.server4],
        proofs: ['gateway', 'convox', 'zone', 'dialect', 'clock', 'statuses']
    },
    {
        id: 'key',
        title: labels.key,
        steps: [labels.key1, labels.key2, labels.key3, labels.key4],
        proofs: ['gateway', 'command', 'statuses']
    }
];
