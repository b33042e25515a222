declare module 'lightning/messageService' {
    import type { WireAdapterConstructor } from 'lwc';

    /** Opaque, from `@salesforce/messageChannel/<Name>__c`. */
    export interface MessageChannel {
        readonly channelName?: string;
    }

    /** Opaque, from the `MessageContext` wire or `createMessageContext`. */
    export type MessageContextHandle = object;

    /** Opaque, for `unsubscribe`. */
    export type MessageSubscription = object;

    export const MessageContext: WireAdapterConstructor<Record<string, never>, MessageContextHandle>;
    export const APPLICATION_SCOPE: unique symbol;

    export function publish(
        context: MessageContextHandle,
        channel: MessageChannel,
        message?: Readonly<Record<string, unknown>>
    ): void;
    /** Without APPLICATION_SCOPE only the visible page of a console hears the message. */
    export function subscribe(
        context: MessageContextHandle,
        channel: MessageChannel,
        listener: (message: unknown) => void,
        options?: { scope?: typeof APPLICATION_SCOPE }
    ): MessageSubscription;
    export function unsubscribe(subscription: MessageSubscription): void;
    /** For code outside a component; `releaseMessageContext` ends its subscriptions. */
    export function createMessageContext(): MessageContextHandle;
    export function releaseMessageContext(context: MessageContextHandle): void;
}
