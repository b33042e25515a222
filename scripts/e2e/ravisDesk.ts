import assert from 'node:assert/strict';
import { secondServer } from '../start/secondServer.ts';
import { AgentScreenPage } from './agentScreenPage.ts';
import { ConsolePage } from './consolePage.ts';
import type { Desk } from './desk.ts';

/** An installation with both servers, at free ports. */
export const PORTS_OF_TWO_SERVERS = { console: 0, convox: 0, gateway: 0, org: 0, austin: 0 };

/** Ravi's place: the same org, a browser that shares nothing with Asha's, and the other ConVox server. */
export async function ravisDesk(desk: Desk): Promise<Desk> {
    const { stack, screenshot } = desk;
    const context = await desk.context.browser()?.newContext({ locale: 'en-IN', timezoneId: 'America/Chicago' });
    const { austin } = stack;
    assert.ok(context && austin);
    const console = new ConsolePage(await context.newPage(), stack.urls.console);
    await console.openAs('ravi');
    const agentScreen = new AgentScreenPage(await context.newPage(), stack.urls.austin ?? '');
    await agentScreen.open(secondServer.agentCode);
    return {
        stack: { ...stack, convox: austin },
        context,
        console,
        agentScreen,
        screenshot: (name) => screenshot(name, console.page)
    };
}
