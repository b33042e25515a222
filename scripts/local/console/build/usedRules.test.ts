import { usedRules } from './usedRules.ts';

const SCRIPT = 'const t = `slds-size_${n}-of-12 slds-icon-${kind}`; c = { "slds-button": true, "slds-is-open": open };';

test.each([
    ['a class that a script names', '.slds-button{color:red}', true],
    ['an element or a modifier of a named block', '.slds-button_brand,.slds-button__icon{color:red}', true],
    ['a class that a script puts together', '.slds-size_6-of-12{width:50%}', true],
    ['a class that begins as a script says', '.slds-icon-standard-contact{color:red}', true],
    ['an element, whatever its class', 'button:focus{color:red}', true],
    ['a variable of the page', ':root{--slds-g-color:red}', true],
    ['a class that is excluded', '.slds-button:not(.slds-gone:is(.slds-lost)){color:red}', true],
    ['one of several', '.slds-button:is(.slds-gone,.slds-is-open){color:red}', true],
    ['a step of an animation', '@keyframes turn{0.5%{color:red}}', true],
    ['a class that nobody names', '.slds-carousel{color:red}', false],
    ['a named class inside of one that nobody names', '.slds-carousel .slds-button{color:red}', false],
    ['a named class that has to have another', '@media print{.slds-button.slds-carousel_large{color:red}}', false]
])('a rule for %s (%s) stays: %s', (_what, rule, stays) => {
    expect(usedRules(rule, [SCRIPT]).includes('red') || usedRules(rule, [SCRIPT]).includes('50%')).toBe(stays);
});

test('of several selectors those stay that can match', () => {
    expect(usedRules('.slds-carousel,.slds-button{color:red}', [SCRIPT])).toBe('.slds-button{color:red}');
});
