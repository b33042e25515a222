/** A member of something the org sent, or undefined when it has none. */
export function member(value: unknown, name: string): unknown {
    return value !== null && typeof value === 'object' ? Reflect.get(value, name) : undefined;
}
