import type { Pool } from 'pg';
import type { AgentNews } from '../agentStates/agentNews.ts';
import { IS_NEWER, isNewer } from './newerNews.ts';
import { agentNews } from './rows.ts';
import { MOST_AGENTS } from './states.ts';

// In one order for all gateways, so that two that note at once cannot wait for each other.
const NOTE = `
INSERT INTO agents AS known (server, agent, agent_code, state, since, source, detail)
SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[])
    AS given (server, agent, agent_code, state, since, source, detail) ORDER BY server, agent
ON CONFLICT (server, agent) DO UPDATE SET agent_code = excluded.agent_code, state = excluded.state,
    since = excluded.since, source = excluded.source, detail = excluded.detail, told = false
WHERE ${IS_NEWER}`;

const FORGET = `
DELETE FROM agents WHERE since < (SELECT since FROM agents ORDER BY since DESC LIMIT 1 OFFSET ${MOST_AGENTS - 1})`;

const TOLD = `
UPDATE agents SET told = true FROM (
    SELECT server, agent FROM agents
    JOIN unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[]) AS given (server, agent, since, state, detail)
    USING (server, agent, since, state, detail) ORDER BY server, agent FOR UPDATE OF agents
) AS held WHERE agents.server = held.server AND agents.agent = held.agent`;

const serverOf = ({ server = '' }: AgentNews): string => server;
const keyOf = ({ agentCode }: AgentNews): string => agentCode.toLowerCase();

export async function noteAgents(pool: Pool, news: readonly AgentNews[]): Promise<void> {
    // One statement changes a row once.
    const newest = new Map<string, AgentNews>();
    for (const one of news) {
        const key = `${serverOf(one)} ${keyOf(one)}`;
        const other = newest.get(key);
        if (other === undefined || isNewer(one, other)) {
            newest.set(key, one);
        }
    }
    const all = [...newest.values()];
    await pool.query(NOTE, [
        all.map(serverOf),
        all.map(keyOf),
        all.map(({ agentCode }) => agentCode),
        all.map(({ state }) => state),
        all.map(({ since }) => since),
        all.map(({ source }) => source),
        all.map(({ detail }) => detail)
    ]);
    await pool.query(FORGET);
}

export async function readUntoldAgents(pool: Pool, limit: number): Promise<AgentNews[]> {
    const { rows } = await pool.query('SELECT * FROM agents WHERE NOT told ORDER BY since LIMIT $1', [limit]);
    return rows.map(agentNews);
}

export async function markAgentsTold(pool: Pool, news: readonly AgentNews[]): Promise<void> {
    await pool.query(TOLD, [
        news.map(serverOf),
        news.map(keyOf),
        news.map(({ since }) => since),
        news.map(({ state }) => state),
        news.map(({ detail }) => detail)
    ]);
}
