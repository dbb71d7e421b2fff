/** Calls to the console's own origin: the session cookie goes along by itself, the CSRF token is added here. */

import { READING, takeAnswer } from './ahead';

export interface FieldProblem {
  field: string;
  message: string;
}

/** What the server said about a call that failed, in words for the person at the screen. */
export class ProblemError extends Error {
  readonly status: number;
  readonly type: string;
  readonly fields: FieldProblem[];
  /** seconds after which the call may be tried again; null when the server did not say */
  readonly retryAfter: number | null;

  constructor(status: number, type: string, message: string, fields: FieldProblem[] = [], retryAfter: number | null = null) {
    super(message);
    this.status = status;
    this.type = type;
    this.fields = fields;
    this.retryAfter = retryAfter;
  }
}

interface ProblemDocument {
  type?: string;
  title?: string;
  detail?: string;
  errors?: FieldProblem[];
}

const CSRF_COOKIE = 'LONGSHORE_CSRF';

export function csrfTokenIn(cookies: string): string | null {
  for (const cookie of cookies.split('; ')) {
    if (cookie.startsWith(`${CSRF_COOKIE}=`)) {
      return decodeURIComponent(cookie.slice(CSRF_COOKIE.length + 1));
    }
  }
  return null;
}

export interface Answer<T> {
  body: T;
  etag: string | null;
}

interface CallOptions {
  ifMatch?: string;
  signal?: AbortSignal;
}

async function call<T>(method: string, path: string, body: BodyInit | undefined, headers: Record<string, string>, signal?: AbortSignal): Promise<Answer<T>> {
  let response: Response;
  try {
    const stop = signal === undefined ? {} : { signal };
    if (method === 'GET') {
      response = await (takeAnswer(path) ?? fetch(path, { ...READING, ...stop }));
    } else {
      const token = csrfTokenIn(document.cookie);
      response = await fetch(path, {
        ...READING,
        method,
        headers: { ...READING.headers, ...(token === null ? {} : { 'X-CSRF-TOKEN': token }), ...headers },
        ...(body === undefined ? {} : { body }),
        ...stop,
      });
    }
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') {
      throw failure;
    }
    throw new ProblemError(0, 'unreachable', 'The console cannot be reached. Check the connection and try again.');
  }
  if (!response.ok) {
    throw await problemOf(response);
  }
  const text = await response.text();
  return { body: (text === '' ? null : JSON.parse(text)) as T, etag: response.headers.get('ETag') };
}

async function problemOf(response: Response): Promise<ProblemError> {
  const fallback = `The server answered with status ${response.status}.`;
  try {
    const problem = (await response.json()) as ProblemDocument;
    return new ProblemError(response.status, problem.type ?? '', problem.detail ?? problem.title ?? fallback, problem.errors ?? [], retryAfterOf(response));
  } catch {
    return new ProblemError(response.status, '', fallback);
  }
}

function retryAfterOf(response: Response): number | null {
  const seconds = Number(response.headers.get('Retry-After') ?? NaN);
  return Number.isFinite(seconds) ? seconds : null;
}

const JSON_BODY = { 'Content-Type': 'application/json' };

export const http = {
  get: <T>(path: string, options: CallOptions = {}) => call<T>('GET', path, undefined, {}, options.signal),
  post: <T>(path: string, body?: unknown, options: CallOptions = {}) =>
    call<T>('POST', path, body === undefined ? undefined : JSON.stringify(body), body === undefined ? {} : JSON_BODY, options.signal),
  put: <T>(path: string, body: unknown, ifMatch: string) =>
    call<T>('PUT', path, JSON.stringify(body), { ...JSON_BODY, 'If-Match': ifMatch }),
  delete: (path: string) => call<null>('DELETE', path, undefined, {}),
  /** As a form, because that is what the sign-in takes. */
  submit: (path: string, fields: Record<string, string>) => call<null>('POST', path, new URLSearchParams(fields), {}),
};
