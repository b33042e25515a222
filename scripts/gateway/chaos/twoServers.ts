import { encodeDial, serverKey } from '#contract';
import { setTimeout as pause } from 'node:timers/promises';
import { listen } from '../../node/listen.ts';
import { AGENT_ASHA, KNOWN_CALLER_NUMBER } from '../../sample/org/callers.ts';
import { createConvox } from '../../simulator/app.ts';
import { SIMULATED_KEY } from '../../simulator/settings.ts';
import type { ServerSettings } from '../serverSettings.ts';
import { ONE_SERVER, TWO_SERVERS } from './story.ts';
import type { StoryServer } from './story.ts';

/** Simulated servers, and what the gateway is told of them. */
export interface ChaosServers {
    readonly ofGateway: readonly ServerSettings[];
    readonly stories: readonly StoryServer[];
    /** Asks each server for so many dials through the gateway that is there, each once, and says what went wrong. */
    dial(urlOf: (turn: number) => string, count: number): Promise<DialReport>;
    close(): Promise<void>;
}

export interface DialReport {
    readonly outcomes: Readonly<Record<string, number>>;
    readonly wrong: readonly string[];
}

/** One that pushes and takes no commands. */
export const oneServer: ChaosServers = {
    ofGateway: [],
    stories: ONE_SERVER,
    dial: () => Promise.resolve({ outcomes: {}, wrong: [] }),
    close: () => Promise.resolve()
};

const NO_ANSWER = 'no answer';

const SERVERS = [
    { code: 'mumbai', isDefault: true, timeZone: 'Asia/Kolkata', dialect: 'sheet' },
    { code: 'austin', isDefault: false, timeZone: 'America/Chicago', dialect: 'rest' }
] as const;

/** Two of two dialects, at each of which the agent is logged in. */
export async function startTwoServers(key: string): Promise<ChaosServers> {
    const salesforce = {
        lightningOrigin: 'https://example.lightning.force.com',
        gatewayOrigin: 'http://127.0.0.1:1',
        statusHeader: 'Access-Token',
        statusSecret: key,
        statusFormat: 'form'
    } as const;
    const running = await Promise.all(
        SERVERS.map(async (server) => {
            const { dialect, timeZone } = server;
            const convox = createConvox({ salesforce, dialect, timeZone });
            convox.switchboard.act(AGENT_ASHA, { type: 'login' });
            return { ...server, convox, listening: await listen(convox.app) };
        })
    );

    /** A dial is sent once: who gets no answer does not know, and asks for none again. */
    async function dialOnce(
        url: string,
        { code, isDefault }: (typeof SERVERS)[number],
        referenceNumber: string
    ): Promise<string> {
        const agentCode = serverKey(isDefault ? undefined : code, AGENT_ASHA);
        const { parameters } = encodeDial({ agentCode, phoneNumber: KNOWN_CALLER_NUMBER, referenceNumber });
        const response = await fetch(`${url}/servers/${code}/ConVoxCCS/Agent/bridge.php`, {
            method: 'POST',
            headers: { 'X-ConVox-Gateway-Key': key },
            body: new URLSearchParams(parameters)
        }).catch(() => undefined);
        const text = await response?.text().catch(() => undefined);
        return text?.split(' ').slice(0, 2).join(' ') ?? NO_ANSWER;
    }

    return {
        stories: TWO_SERVERS,
        ofGateway: running.map(({ code, isDefault, timeZone, dialect, listening }) => ({
            code,
            isDefault,
            timeZone,
            callControl: {
                origin: listening.url,
                dialect,
                accessKey: SIMULATED_KEY,
                keys: [key],
                scripts: ['callcontrol_api.php', 'bridge.php'],
                timeout: 2000
            }
        })),
        async dial(urlOf, count) {
            const outcomes: Record<string, number> = {};
            const wrong: string[] = [];
            for (let turn = 0; turn < count; turn += 1) {
                for (const server of running) {
                    const { code, convox } = server;
                    // The same at both: commands of two servers must not meet either.
                    const referenceNumber = `SF_${String(turn).padStart(6, '0')}`;
                    const outcome = await dialOnce(urlOf(turn), server, referenceNumber);
                    if (outcome === NO_ANSWER) {
                        // A gateway that was killed takes a moment to come back.
                        await pause(100);
                    }
                    outcomes[`${code} ${outcome}`] = (outcomes[`${code} ${outcome}`] ?? 0) + 1;
                    const received = convox.log.entries.filter(
                        ({ kind, parameters }) =>
                            kind === 'dial' &&
                            parameters.some(([, value]) => value === referenceNumber) &&
                            parameters.some(([, value]) => value === AGENT_ASHA)
                    ).length;
                    const least = /^ACCEPTED|^REFUSED CL/.test(outcome) ? 1 : 0;
                    if (received < least || received > 1) {
                        wrong.push(`${code} received ${referenceNumber} ${received} times, and ${outcome} was said`);
                    }
                }
            }
            return { outcomes, wrong };
        },
        async close() {
            await Promise.all(
                running.map(async ({ convox, listening }) => {
                    convox.close();
                    await listening.close();
                })
            );
        }
    };
}
