/** A command could not do what was asked; the message goes to stderr and the exit status is 1. */
export class CommandFailed extends Error {
  public override readonly name = 'CommandFailed';
}

/** The answer of a command: one JSON document on stdout. */
export function printJson(value: unknown): void {
  process.stdout.write(JSON.stringify(value) + '\n');
}

/** Reads a whole number from an option. @throws CommandFailed when it is none or out of bounds. */
export function wholeNumber(name: string, bounds: { min: number; max: number }): (text: string) => number {
  return (text) => {
    const value = /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= bounds.min && value <= bounds.max)) {
      throw new CommandFailed(
        name + ' must be a whole number from ' + String(bounds.min) + ' to ' + String(bounds.max) + '.',
      );
    }
    return value;
  };
}
