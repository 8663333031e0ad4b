/** The address of a PDF for a frame, the page alone: browsers would put a list of its pages beside it. */
export const paperOnly = (address: string): string => `${address}#navpanes=0&pagemode=none`;
