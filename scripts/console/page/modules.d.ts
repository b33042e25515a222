declare module 'console/*' {
    import type { LightningElement } from 'lwc';

    const component: typeof LightningElement;
    export default component;
}

declare module '@console/exposedComponents' {
    import type { LightningElement } from 'lwc';

    /** Loaders of the package's components that a page may hold, by name. */
    const loaders: Readonly<Record<string, () => Promise<{ default: new () => LightningElement }>>>;
    export default loaders;
}
