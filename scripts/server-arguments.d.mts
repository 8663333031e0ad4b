/** What Node is given to be the server. */
export const serverArguments: string[];
