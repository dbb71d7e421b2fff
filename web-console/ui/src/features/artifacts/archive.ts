import { csrfTokenIn, problemOf, ProblemError } from '../../api/http';

/** More than this is not gathered in memory. */
export const MOST_IN_MEMORY = 1_000_000_000;

interface FileHandle {
  createWritable: () => Promise<WritableStream<Uint8Array>>;
}

type SavePicker = (options: { suggestedName: string }) => Promise<FileHandle>;

/** What lets a page write a file piece by piece; not every browser has it. */
function savePicker(): SavePicker | null {
  const offered = (window as { showSaveFilePicker?: SavePicker }).showSaveFilePicker;
  return offered === undefined ? null : offered.bind(window);
}

/** Whether a zip of this size can be saved in this browser: written as it comes, or small enough to be gathered first. */
export function canSave(bytes: number): boolean {
  return bytes <= MOST_IN_MEMORY || savePicker() !== null;
}

/** The person closed the dialog that asks where to. */
export class NotSaved extends Error {}

/**
 * Downloads artifacts as one zip. Nothing is left behind when it breaks off: the server breaks the connection rather than
 * end a zip that lacks files.
 */
export async function saveArchive(ids: readonly string[], bytes: number, name: string, onProgress: (received: number) => void): Promise<void> {
  const picker = bytes > MOST_IN_MEMORY ? savePicker() : null;
  // The dialog must open while the press of the button still counts, before anything is awaited.
  const handle = picker === null ? null : await chosen(picker, name);
  const response = await ask(ids);
  const counted = countedBody(response, onProgress);
  if (handle !== null) {
    await counted.pipeTo(await handle.createWritable());
    return;
  }
  const blob = await new Response(counted, { headers: { 'Content-Type': 'application/zip' } }).blob();
  const address = URL.createObjectURL(blob);
  try {
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
  } finally {
    // The download has a hold on the content by then.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }
}

async function chosen(picker: SavePicker, name: string): Promise<FileHandle> {
  try {
    return await picker({ suggestedName: name });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') {
      throw new NotSaved();
    }
    throw failure;
  }
}

async function ask(ids: readonly string[]): Promise<Response> {
  const token = csrfTokenIn(document.cookie);
  const response = await fetch('/api/v1/artifacts/archive', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { Accept: 'application/zip, application/problem+json', 'Content-Type': 'application/json', ...(token === null ? {} : { 'X-CSRF-TOKEN': token }) },
    body: JSON.stringify({ ids }),
  });
  if (!response.ok) {
    throw await problemOf(response);
  }
  return response;
}

function countedBody(response: Response, onProgress: (received: number) => void): ReadableStream<Uint8Array> {
  if (response.body === null) {
    throw new ProblemError(response.status, '', 'The server sent nothing.');
  }
  let received = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      received += piece.byteLength;
      onProgress(received);
      controller.enqueue(piece);
    },
  });
  return response.body.pipeThrough(counter);
}
