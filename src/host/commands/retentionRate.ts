import type * as vscode from 'vscode';
import { registerStepCommand } from './quick/stepCommand';
import type { StepMemory } from './quick/stepCommand';
import { retentionRateFlow } from './quick/steps';
import type { CommandServices } from './services';

/** `retention.retentionRate`: asks for start, new and end (or lost) and shows the retention rate first. */
export function registerRetentionRate(services: CommandServices, memory: StepMemory): vscode.Disposable {
  return registerStepCommand('retention.retentionRate', retentionRateFlow, services, memory);
}
