import { composition } from '../../platform/session.ts';

/** Text of a page's property as the type that the component declares. */
function typed(value: string, type: string | undefined): unknown {
    switch (type?.toLowerCase() ?? '') {
        case 'boolean':
            return value === 'true';
        case 'integer':
            return Number(value);
        default:
            return value;
    }
}

/** What a page sets on a component of the package: the declared defaults, then the page's own values. */
export function packageProperties(name: string, given: Readonly<Record<string, string>>): Record<string, unknown> {
    const declared = composition.components[name]?.properties ?? {};
    const defaults = Object.entries(declared).flatMap(([property, { type, default: value }]) =>
        value === undefined ? [] : [[property, typed(value, type)] as const]
    );
    const own = Object.entries(given).map(
        ([property, value]) => [property, typed(value, declared[property]?.type)] as const
    );
    return Object.fromEntries([...defaults, ...own]);
}
