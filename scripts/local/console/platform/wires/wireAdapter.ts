import type { WireAdapterConstructor } from 'lwc';

/** Gives up what a configuration began: called before the next one, and when the component leaves the page. */
export type Stop = () => void;

/**
 * Begins to deliver results for one configuration. Returns undefined when the configuration is not complete yet, as
 * when a reactive parameter is still undefined.
 */
export type Start<Config, Result> = (config: Config, emit: (result: Result) => void) => Stop | undefined;

/**
 * Makes a wire adapter the way Lightning Data Service's behave: one empty result at first, then results for the
 * current configuration only, and none after the component left the page.
 */
export function wireAdapter<Config extends object, Result extends object>(
    start: Start<Config, Result>,
    empty: Result
): WireAdapterConstructor<Record<string, unknown> & Config, Result> {
    return class {
        #emit: (result: Result) => void;
        #config: Config | undefined;
        #stop: Stop | undefined;
        #connected = false;

        constructor(dataCallback: (result: Result) => void) {
            this.#emit = dataCallback;
            dataCallback(empty);
        }

        connect(): void {
            this.#connected = true;
            this.#restart();
        }

        disconnect(): void {
            this.#connected = false;
            this.#stop?.();
            this.#stop = undefined;
        }

        update(config: Config): void {
            if (JSON.stringify(config) !== JSON.stringify(this.#config)) {
                this.#config = config;
                this.#restart();
            }
        }

        #restart(): void {
            this.#stop?.();
            this.#stop = undefined;
            if (!this.#connected || !this.#config) {
                return;
            }
            let current = true;
            const stop = start(this.#config, (result) => {
                if (current) {
                    this.#emit(result);
                }
            });
            this.#stop = () => {
                current = false;
                stop?.();
            };
        }
    };
}
