import { Command, CommanderError } from 'commander';
import { verifyAuditCommand } from './audit/verify-audit.command.js';
import { deadlineCommand, sampleCommand } from './cli-rules.js';
import { migrateCommand } from './database/migrate.command.js';
import { remindCommand } from './deadlines/remind.command.js';
import { demoCommand } from './demo/demo.command.js';
import { renderCommand } from './reports/render.command.js';

/** Every command, in the order of --help. */
function commands(): Command[] {
  return [
    migrateCommand(),
    demoCommand(),
    deadlineCommand(),
    sampleCommand(),
    verifyAuditCommand(),
    renderCommand(),
    remindCommand(),
  ];
}

/**
 * Runs one of the operator's commands: JSON on stdout, errors on stderr.
 * @param args what stands after `insyn`. @returns the exit status: 0, or 1 where it could not be done.
 */
export async function runCommand(args: readonly string[]): Promise<0 | 1> {
  const program = new Command('insyn').description('The operator’s commands. JSON on stdout, errors on stderr.');
  for (const command of commands()) program.addCommand(command);
  for (const command of [program, ...program.commands]) {
    command.exitOverride().showHelpAfterError('(--help tells more)');
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Commander has written its own message; --help is no error.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    process.stderr.write(messageOf(error) + '\n');
    return 1;
  }
}

/** A wrong value or a fault we know is one sentence; anything else keeps its stack. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isKnown = ['CommandFailed', 'InvalidSettings', 'RangeError', 'RuleViolation'].includes(error.name);
  return isKnown ? error.message : (error.stack ?? error.message);
}
