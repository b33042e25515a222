import type { LightningElement } from 'lwc';
import { toUrl } from '../../../navigation/pageReference.ts';
import type { PageReference } from '../../../navigation/pageReference.ts';
import { goTo, navigateEvent, pageReferenceWire } from '../../../workspace/desk.ts';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

type ElementClass = new () => LightningElement;

/** On a page: the page's own reference. In the utility bar: the reference of the page the user looks at. */
export const CurrentPageReference = pageReferenceWire.adapter;

function mixin(base: ElementClass): ElementClass {
    return class extends base {
        [Navigate](page: PageReference, replace = false): void {
            const request = navigateEvent(page, replace);
            this.dispatchEvent(request);
            if (!request.defaultPrevented) {
                goTo(page);
            }
        }

        [GenerateUrl](page: PageReference): Promise<string> {
            return Promise.resolve(toUrl(page));
        }
    };
}

export const NavigationMixin = Object.assign(mixin, { Navigate, GenerateUrl } as const);
