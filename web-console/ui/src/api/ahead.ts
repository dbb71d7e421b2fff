/** What the console asks before the code is there that understands the answers. */

/** After it, an answer may be of another time. */
const FRESH_MS = 10_000;

interface Asked {
  answer: Promise<Response>;
  at: number;
}

const asked = new Map<string, Asked>();

/** How the console asks for what it shows; the session cookie goes along by itself. */
export const READING = { credentials: 'same-origin', headers: { Accept: 'application/json' } } as const satisfies RequestInit;

/** Asks now; the answer is for the first who reads that path. */
export function askAhead(path: string): Promise<Response> {
  const answer = fetch(path, READING);
  asked.set(path, { answer, at: performance.now() });
  return answer;
}

/** The answer to what was asked ahead, once; undefined when it was not, or long ago. */
export function takeAnswer(path: string): Promise<Response> | undefined {
  const found = asked.get(path);
  asked.delete(path);
  return found !== undefined && performance.now() - found.at < FRESH_MS ? found.answer : undefined;
}
