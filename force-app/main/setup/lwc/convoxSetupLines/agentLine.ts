import { agentCodeOrBlank } from 'c/convoxContract';
import { fillIn } from 'c/convoxText';
import { atServer } from './atServer.ts';
import type { AtServer } from './atServer.ts';
import { labels } from './labels.ts';
import { made } from './lineRecord.ts';
import type { Known, LineRecord, RowChange } from './lineRecord.ts';
import type { AgentRow } from './linesQuery.ts';

/** An agent that is there gets the user of the line, and is switched on. */
export function agentRecord(code: string, username: string, known: Known): LineRecord {
    const own = atServer(code, known.codes);
    if (own === undefined || !agentCodeOrBlank.test(own.name)) {
        return { problem: fillIn(own ? labels.notAgent : labels.noServer, code) };
    }
    const user = known.users.get(username.toLowerCase());
    if (user === undefined) {
        return { problem: username ? fillIn(labels.noUser, username) : fillIn(labels.missing, labels.second) };
    }
    return rowOf(code, own, user, known);
}

function rowOf(code: string, { name, server }: AtServer, user: string, known: Known): LineRecord {
    const isOfDefault = [undefined, known.defaultServerId].includes(server.Server__c);
    const kept = (isOfDefault ? name : code).toLowerCase();
    const there = known.agents.find((agent) => agent.code === kept);
    return there?.isActive && there.userId === user
        ? { problem: fillIn(labels.exists, code) }
        : made(
              'ConVox_Agent__c',
              { Name: name, Agent_Code__c: name, ...server, User__c: user },
              there && changeOf(there, code, user)
          );
}

function changeOf({ id, userName }: AgentRow, code: string, user: string): RowChange {
    return {
        id,
        fields: { User__c: user, Is_Active__c: true },
        question: fillIn(labels.otherUser, code, userName || '–')
    };
}
