/** What keeps a database from being used any longer: its data cannot be read back, or there is no room for more. */
export type DatabaseTrouble = 'damaged' | 'full';

/**
 * Why work with the database failed. `dropped`: the connection is gone and the data is not, as on iOS whenever the app was in the
 * background. `missing`: there is no database to be had, now.
 */
type Fault = DatabaseTrouble | 'dropped' | 'missing';

/** Another connection is tried once for each work; one that is dropped at once as well is no use. */
const MOST_CONNECTIONS = 2;
/** A database that is being deleted elsewhere keeps one waiting; notes are read without it then. */
const LONGEST_WAIT_MS = 5000;

/** What the names of errors say of the data. Those of other names that come from the database say nothing of it. */
const FAULTS: ReadonlyMap<string, Fault> = new Map<string, Fault>([
  ['QuotaExceededError', 'full'],
  ['TimeoutError', 'missing'],
  ['SecurityError', 'missing'],
  ['NotAllowedError', 'missing'],
  ['ConstraintError', 'damaged'],
  ['DataError', 'damaged'],
  // A store of ours is not there.
  ['NotFoundError', 'damaged'],
  // Chromium lost the file that held the value.
  ['NotReadableError', 'damaged'],
  ['VersionError', 'damaged'],
  // Thrown by what reads the data.
  ['Error', 'damaged'],
  ['RangeError', 'damaged'],
  ['TypeError', 'damaged'],
]);

/**
 * A database that is opened when it is first used, and again when its connection was dropped. Work with it never fails: once there is
 * no database, or none that can be used, nothing is done any more.
 */
export class KeptDatabase {
  readonly #name: () => string;
  readonly #make: (request: IDBOpenDBRequest) => void;
  readonly #onTrouble: (trouble: DatabaseTrouble) => void;
  #connection: Promise<IDBDatabase> | null = null;
  #isClosed = false;

  /**
   * @param make Makes the stores of a database that is new, or was deleted behind our back.
   * @param onTrouble Called once at most; what is damaged has been deleted then, what is full has not.
   */
  constructor(
    name: () => string,
    make: (request: IDBOpenDBRequest) => void,
    onTrouble: (trouble: DatabaseTrouble) => void,
  ) {
    this.#name = name;
    this.#make = make;
    this.#onTrouble = onTrouble;
  }

  /** What the work gives; `null` where there is no database. The work is done again when the connection drops under it. */
  async use<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T | null> {
    for (let left = MOST_CONNECTIONS - 1; !this.#isClosed; left--) {
      const connection = (this.#connection ??= this.#open());
      try {
        return await work(await connection);
      } catch (error) {
        // Closed while it was at work: the plugin is being unloaded.
        if (this.#isClosed) return null;
        const fault = faultOf(error);
        this.#forget(connection);
        if (fault === 'dropped' && left > 0) continue;
        if (fault !== 'missing') console.error(error);
        this.close();
        if (fault === 'damaged') window.indexedDB.deleteDatabase(this.#name());
        if (fault === 'damaged' || fault === 'full') this.#onTrouble(fault);
      }
    }
    return null;
  }

  close(): void {
    this.#isClosed = true;
    if (this.#connection !== null) this.#forget(this.#connection);
  }

  /** The next work opens another connection, unless other work has by now. */
  #forget(connection: Promise<IDBDatabase>): void {
    if (this.#connection === connection) this.#connection = null;
    connection.then(
      (database) => database.close(),
      () => undefined,
    );
  }

  #open(): Promise<IDBDatabase> {
    const opened = this.#opened();
    const connection = Promise.race([opened, late()]);
    opened.then(
      (database) => {
        // Too late.
        if (this.#connection !== connection) database.close();
        database.onclose = () => this.#forget(connection);
      },
      () => undefined,
    );
    return connection;
  }

  #opened(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      // Missing where the browser keeps nothing, as in a private window.
      const factory: IDBFactory | undefined = window.indexedDB;
      if (factory === undefined) throw new DOMException('There is no IndexedDB', 'NotAllowedError');
      const request = factory.open(this.#name());
      let isMade = true;
      request.onupgradeneeded = () => {
        try {
          this.#make(request);
        } catch (error) {
          isMade = false;
          console.error(error);
          request.transaction?.abort();
        }
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(isMade ? errorOf(request) : new DOMException('It cannot be made', 'VersionError'));
    });
  }
}

/** The result of a request. Rejects with its error. */
export function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(errorOf(request));
  });
}

/** Waits until all that a transaction wrote is kept. Rejects when it was aborted, which a full disk does without any other error. */
export function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    // Without an error when the connection was dropped.
    transaction.onabort = () =>
      reject(transaction.error ?? new DOMException('The transaction was aborted', 'AbortError'));
  });
}

function errorOf(request: IDBRequest): DOMException {
  return request.error ?? new DOMException('The database does not answer', 'UnknownError');
}

function faultOf(error: unknown): Fault {
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : null;
  return FAULTS.get(typeof name === 'string' ? name : 'Error') ?? 'dropped';
}

function late(): Promise<never> {
  return new Promise((_, reject) => {
    window.setTimeout(reject, LONGEST_WAIT_MS, new DOMException('The database does not open', 'TimeoutError'));
  });
}
