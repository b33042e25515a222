/** A character class that takes everything but digits away. */
const STRIPS_DIGITS = /\\D|\[\^(0-9|\\d)[^\]]*\]/;

/** Phone numbers are taken apart in one file; a second place would soon disagree with it. */
export default {
    meta: { name: 'phone-numbers' },
    rules: {
        'touched-in-one-file': {
            create: (context) => ({
                Literal(node) {
                    if (STRIPS_DIGITS.test(node.regex?.pattern ?? '')) {
                        context.report({
                            node,
                            message:
                                'Phone numbers are touched in convoxContract/phoneNumber.ts only: import phoneKey, dialNumber or displayPhone.'
                        });
                    }
                }
            })
        }
    }
};
