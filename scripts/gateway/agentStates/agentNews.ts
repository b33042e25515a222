import { readServerTime } from '#contract';
import type { SentParameters } from '#contract';
import type { AgentState, newsSources } from './agentState.ts';

/** What is known of an agent. */
export interface AgentNews {
    readonly agentCode: string;
    /** Code of the ConVox server that the agent signs in to; left out for the default one. */
    readonly server?: string;
    readonly state: AgentState;
    /** Milliseconds since 1970. */
    readonly since: number;
    readonly source: (typeof newsSources)[number];
    /** The break, the process of a wrap-up, or what ConVox was heard by where the state does not tell: CLOSE, CL004; else ''. */
    readonly detail: string;
}

export type ReadNews =
    { readonly ok: true; readonly news: AgentNews } | { readonly ok: false; readonly reason: string };

/** ConVox's own words for a state and those of its clients, without blanks, lines and dashes. */
const STATES: Readonly<Record<string, AgentState>> = {
    idle: 'Ready',
    ready: 'Ready',
    available: 'Ready',
    login: 'Ready',
    ringing: 'Ringing',
    dialing: 'Ringing',
    dialling: 'Ringing',
    oncall: 'Talking',
    incall: 'Talking',
    talking: 'Talking',
    hold: 'On Hold',
    onhold: 'On Hold',
    wrapup: 'Wrap-Up',
    acw: 'Wrap-Up',
    break: 'Break',
    missed: 'Missed',
    logout: 'Logged Out',
    loggedout: 'Logged Out'
};

const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]/g, '');

const AGENT = ['agentid', 'agentcode', 'userid', 'user', 'agent'];
const STATE = ['state', 'agentstate', 'status', 'agentstatus'];
const SINCE = ['since', 'time', 'statetime', 'entrydate'];
const DETAIL = ['breakname', 'break', 'reason'];

/** When news came, in which zone a time is that names none, and from which server. */
export interface NewsMoment {
    readonly now: number;
    readonly timeZone: string;
    readonly server?: string;
}

export function readAgentNews(parameters: SentParameters, { now, timeZone, server }: NewsMoment): ReadNews {
    const texts = new Map<string, string>();
    for (const [name, value] of parameters) {
        texts.set(plain(name), String(value).trim());
    }
    const first = (names: readonly string[]): string => names.map((name) => texts.get(name)).find(Boolean) ?? '';
    const agentCode = first(AGENT);
    if (!/^\w{1,64}$/.test(agentCode)) {
        return {
            ok: false,
            reason: 'agent_id is missing, or has other characters than letters, digits and underscores'
        };
    }
    const state = STATES[plain(first(STATE))];
    if (state === undefined) {
        return { ok: false, reason: 'state is missing or unknown' };
    }
    const since = instantOf(first(SINCE), now, timeZone);
    if (since === undefined) {
        return { ok: false, reason: 'since is no time such as 2026-11-30 10:15:00, or lies in the future' };
    }
    const detail = state === 'Break' ? first(DETAIL).slice(0, 100) : '';
    return {
        ok: true,
        news: { agentCode, state, since, source: 'ConVox', detail, ...(server !== undefined && { server }) }
    };
}

/** Clocks differ: a time that is a little ahead is now. */
const AHEAD = 300_000;

function instantOf(text: string, now: number, timeZone: string): number | undefined {
    const instant = text === '' ? now : Date.parse(isoOf(text, timeZone) ?? '');
    return Number.isNaN(instant) || instant > now + AHEAD ? undefined : Math.min(instant, now);
}

const WRITTEN = /^(\d{4}-\d\d-\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/;

/** As ISO 8601; without a zone of its own it is the server's. */
function isoOf(text: string, timeZone: string): string | undefined {
    const [, date, hours, minutes, seconds = '00', zone] = WRITTEN.exec(text) ?? [];
    if (!date || !hours || !minutes) {
        return undefined;
    }
    return zone === undefined
        ? readServerTime({ date, hours, minutes, seconds }, timeZone)
        : `${date}T${hours}:${minutes}:${seconds}${zone}`;
}
