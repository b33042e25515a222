import { createContextProvider } from 'lwc';
import type { LightningElement, WireAdapterConstructor } from 'lwc';

export interface Provision<Value> {
    /** Gives everyone inside the providing element a new value. */
    provide(value: Value): void;
}

export interface ContextWire<Value> {
    /** For `@wire`: delivers what the nearest provider around the component gives, and nothing outside of one. */
    readonly adapter: WireAdapterConstructor<Record<string, never>, Value | undefined>;
    /** Call it in a component's constructor; everything inside the component then hears of `first` and later values. */
    provideFrom(component: LightningElement, first: Value): Provision<Value>;
}

/** A wire whose value depends on where in the page the component stands, as `EnclosingTabId` does. */
export function contextWire<Value>(): ContextWire<Value> {
    class Adapter {
        static contextSchema = { value: 'required' } as const;
        #emit: (value: Value | undefined) => void;

        constructor(dataCallback: (value: Value | undefined) => void) {
            this.#emit = dataCallback;
        }

        connect(): void {
            // The value comes with `update`, once the engine found a provider.
        }

        disconnect(): void {
            // The engine takes the consumer off its provider by itself.
        }

        update(_config: unknown, context?: { value: Value }): void {
            if (context) {
                this.#emit(context.value);
            }
        }
    }
    const install = createContextProvider(Adapter);
    return {
        adapter: Adapter,
        provideFrom(component, first) {
            let current = first;
            const consumers = new Set<{ provide(context: { value: Value }): void }>();
            install(component, {
                consumerConnectedCallback(consumer) {
                    consumers.add(consumer);
                    consumer.provide({ value: current });
                },
                consumerDisconnectedCallback(consumer) {
                    consumers.delete(consumer);
                }
            });
            return {
                provide(value) {
                    current = value;
                    for (const consumer of consumers) {
                        consumer.provide({ value });
                    }
                }
            };
        }
    };
}
