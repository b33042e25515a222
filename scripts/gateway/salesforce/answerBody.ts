import { parseJson } from '../../node/parseJson.ts';

/**
 * The JSON of an answer, or undefined for a body that is none, such as a proxy's page.
 * @throws the network's error when the answer breaks off, which says nothing about its meaning
 */
export async function answerBody(response: Response): Promise<unknown> {
    return parseJson(await response.text());
}
