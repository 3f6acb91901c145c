/** What the command line ends with: scripts rely on it. */
export const EXIT = {
  /** everything was read */
  read: 0,
  /** something could not be opened or understood; what could be is printed all the same */
  notUnderstood: 1,
  /** the command line itself was wrong */
  usage: 2,
  /** Ctrl+C, as shells count it: 128 + SIGINT */
  stopped: 130,
} as const;
