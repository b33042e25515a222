import type { DatabaseSync } from 'node:sqlite';
import type { AgentNews } from '../agentStates/agentNews.ts';
import { IS_NEWER } from './newerNews.ts';
import { agentNews } from './rows.ts';
import { transaction } from './sqliteSchema.ts';
import { MOST_AGENTS } from './states.ts';

export interface SqliteAgents {
    readonly noteAgents: (news: readonly AgentNews[]) => void;
    readonly untoldAgents: (limit: number) => AgentNews[];
    readonly agentsTold: (news: readonly AgentNews[]) => void;
}

/** What agents do, of each the newest news alone. */
export function createSqliteAgents(database: DatabaseSync): SqliteAgents {
    const note = database.prepare(`
        INSERT INTO agents AS known (server, agent, agent_code, state, since, source, detail) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET agent_code = excluded.agent_code, state = excluded.state, since = excluded.since,
            source = excluded.source, detail = excluded.detail, told = 0
        WHERE ${IS_NEWER}`);
    const forget = database.prepare(
        `DELETE FROM agents WHERE since < (SELECT since FROM agents ORDER BY since DESC LIMIT 1 OFFSET ${MOST_AGENTS - 1})`
    );
    const told = database.prepare(
        'UPDATE agents SET told = 1 WHERE server = ? AND agent = ? AND since = ? AND state = ? AND detail = ?'
    );
    return {
        noteAgents(all) {
            transaction(database, () => {
                for (const { server = '', agentCode, state, since, source, detail } of all) {
                    note.run(server, agentCode.toLowerCase(), agentCode, state, since, source, detail);
                }
                forget.run();
            });
        },
        untoldAgents: (limit) =>
            database.prepare('SELECT * FROM agents WHERE told = 0 ORDER BY since LIMIT ?').all(limit).map(agentNews),
        agentsTold(all) {
            transaction(database, () => {
                for (const { server = '', agentCode, since, state, detail } of all) {
                    told.run(server, agentCode.toLowerCase(), since, state, detail);
                }
            });
        }
    };
}
