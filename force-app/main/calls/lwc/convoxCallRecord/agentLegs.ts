import type { AgentLeg } from 'c/convoxContract';

const agentWidth = 64;
const talkWidth = 119;
const longestNames = 255;

/** The legs as the record keeps them, 200 characters each: rank, agent, seconds and disposition. */
export function legsText(legs: readonly AgentLeg[]): string {
    return legs.map(legText).join('');
}

/** Agents, what they had of the call and how they left it, for people to read. */
export function legsToRead(legs: readonly AgentLeg[]): string {
    return legs
        .map((leg) => `${plain(leg.agentCode)}${talkText(leg)}`)
        .join('; ')
        .slice(0, longestNames);
}

function legText(leg: AgentLeg): string {
    return `${leg.rank}${plain(leg.agentCode).padEnd(agentWidth)}|${talkText(leg).slice(0, talkWidth).padEnd(talkWidth)};`;
}

function talkText({ seconds, disposition }: AgentLeg): string {
    return `${seconds === undefined ? '' : `, ${seconds} s`}${disposition === '' ? '' : `, ${plain(disposition)}`}`;
}

/** Without what sets the parts apart. */
function plain(text: string): string {
    return text.replace(/[|;]/g, '/');
}
