/** Hands over each `[path, text]` of a stream of JSON lines as it comes; the page gets its turn between them. */
export async function readTexts(url: string, onText: (path: string, text: string) => void): Promise<void> {
  const response = await window.fetch(url);
  if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}.`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest: string[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = value.split('\n');
    for (const line of lines.slice(0, -1)) {
      const entry: unknown = JSON.parse([...rest, line].join(''));
      rest = [];
      if (!isEntry(entry)) throw new Error(`${url} sent a line that is no [path, text].`);
      onText(entry[0], entry[1]);
    }
    rest.push(lines.at(-1) ?? '');
  }
}

function isEntry(value: unknown): value is [string, string] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string';
}
