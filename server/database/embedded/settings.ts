import os from 'node:os';

const MB = 1024 * 1024;

// Several scratch databases may run beside each other.
const scratchMemory = 1024 * MB;

/** Command line of the server: follows the machine's memory at each start. */
export function databaseSettings(options: {
  listen: { socketFolder: string } | { loopbackPort: number };
  memoryBytes?: number;
  /** Only for scratch databases whose loss costs nothing. */
  durable: boolean;
}): string[] {
  const memory = options.memoryBytes ?? (options.durable ? usableMemory() : scratchMemory);
  const share = (fraction: number, mostMb: number, leastMb: number) =>
    `${Math.max(leastMb, Math.min(mostMb, Math.floor((memory * fraction) / MB)))}MB`;
  const durable = options.durable ? 'on' : 'off';
  const listen =
    'socketFolder' in options.listen
      ? {
          listen_addresses: '',
          unix_socket_directories: options.listen.socketFolder,
          unix_socket_permissions: '0700',
          port: '5432',
        }
      : {
          listen_addresses: '127.0.0.1',
          unix_socket_directories: '',
          port: String(options.listen.loopbackPort),
        };
  const settings: Record<string, string> = {
    ...listen,
    fsync: durable,
    synchronous_commit: durable,
    full_page_writes: durable,
    shared_buffers: share(1 / 4, 2048, 32),
    effective_cache_size: share(1 / 2, 16_384, 64),
    work_mem: share(1 / 1024, 24, 4),
    maintenance_work_mem: share(1 / 32, 512, 32),
    max_wal_size: share(1 / 8, 2048, 256),
    checkpoint_timeout: '10min',
    jit: 'off',
    random_page_cost: '1.1',
    // Answers share the processors with others: only what takes a second by itself is worth more than one.
    parallel_setup_cost: '30000',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
    // Statements and the details of errors hold what people typed.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function usableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, os.totalmem()) : os.totalmem();
}
