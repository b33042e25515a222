import { desk, pageScopeWire } from '../../../workspace/desk.ts';
import type { PageScope } from '../../../workspace/desk.ts';

interface Channel {
    readonly channelName?: string;
}

interface Subscription {
    readonly context: PageScope;
    readonly channel: string;
    readonly listener: (message: unknown) => void;
    readonly everywhere: boolean;
}

/** Lets a subscriber hear messages while its page is hidden. */
export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

/** Delivers the handle that stands for the component's place. */
export const MessageContext = pageScopeWire.adapter;

const subscriptions = new Set<Subscription>();

/** For code outside components: its place is the whole console. */
export function createMessageContext(): PageScope {
    return { tabId: null, isActive: () => true };
}

export function releaseMessageContext(context: PageScope): void {
    for (const subscription of subscriptions) {
        if (subscription.context === context) {
            subscriptions.delete(subscription);
        }
    }
}

function nameOf(channel: Channel, job: string): string {
    if (!channel?.channelName) {
        throw new Error(`${job} needs a message channel, imported from @salesforce/messageChannel`);
    }
    return channel.channelName;
}

/** Messages reach this browser tab's components only, as copies: they must be plain data. */
export function publish(context: PageScope | undefined, channel: Channel, message?: unknown): void {
    if (!context) {
        throw new Error('publish needs the message context of a component that is on the page');
    }
    deliver(nameOf(channel, 'publish'), message);
}

function deliver(name: string, message: unknown): void {
    const copy: unknown = message === undefined ? undefined : JSON.parse(JSON.stringify(message));
    for (const { channel: one, listener, everywhere, context: place } of [...subscriptions]) {
        if (one === name && (everywhere || place.isActive())) {
            listener(copy);
        }
    }
}

export function subscribe(
    context: PageScope | undefined,
    channel: Channel,
    listener: (message: unknown) => void,
    options: { readonly scope?: symbol } = {}
): object {
    if (!context) {
        throw new Error('subscribe needs the message context of a component that is on the page');
    }
    const subscription: Subscription = {
        context,
        channel: nameOf(channel, 'subscribe'),
        listener,
        everywhere: options.scope === APPLICATION_SCOPE
    };
    subscriptions.add(subscription);
    return subscription;
}

export function unsubscribe(subscription: object | null | undefined): void {
    for (const one of subscriptions) {
        if (one === subscription) {
            subscriptions.delete(one);
        }
    }
}

let focusedTab = desk.state.focusedId;

/** The console says which tab the user turned to. */
desk.listen(({ focusedId }) => {
    const previousTabId = focusedTab;
    focusedTab = focusedId;
    if (focusedId !== previousTabId) {
        deliver('lightning__tabFocused', { previousTabId, currentTabId: focusedId });
    }
});
