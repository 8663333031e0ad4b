/** Minutes after the slot in which nobody says what came of it, and then it counts as forgotten; a company may change it. */
export const graceMinutes = 30;
