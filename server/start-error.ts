/** The program cannot start or go on; the message is one line for the person who runs it. */
export class StartError extends Error {
  override readonly name: string = 'StartError';
}
