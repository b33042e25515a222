/** Freezes a value from the org all through: Lightning Data Service hands out nothing that can be changed. */
export function deepFreeze<Value>(value: Value): Value {
    if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
        Object.freeze(value);
        Object.values(value).forEach(deepFreeze);
    }
    return value;
}
