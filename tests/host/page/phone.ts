/**
 * Makes the page's browser as poor as a phone's web view: nothing can be read from the clipboard or put on it, and a database whose
 * page was in the background has lost its connections.
 */
export function makePoor(): void {
  const refuse = (): Promise<never> => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'));
  const clipboard = { write: refuse, writeText: refuse };
  Object.defineProperty(window.navigator, 'clipboard', { value: clipboard, configurable: true });
  const connections = new Set<IDBDatabase>();
  const open = window.indexedDB.open.bind(window.indexedDB);
  IDBFactory.prototype.open = (...args: Parameters<IDBFactory['open']>): IDBOpenDBRequest => {
    const request = open(...args);
    request.addEventListener('success', () => connections.add(request.result));
    return request;
  };
  document.addEventListener('visibilitychange', () => {
    for (const connection of connections) {
      connection.close();
      connection.dispatchEvent(new Event('close'));
    }
    connections.clear();
  });
}
