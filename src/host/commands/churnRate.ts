import type * as vscode from 'vscode';
import { registerStepCommand } from './quick/stepCommand';
import type { StepMemory } from './quick/stepCommand';
import { churnRateFlow } from './quick/steps';
import type { CommandServices } from './services';

/** `retention.churnRate`: asks for start and lost and shows the churn rate first. */
export function registerChurnRate(services: CommandServices, memory: StepMemory): vscode.Disposable {
  return registerStepCommand('retention.churnRate', churnRateFlow, services, memory);
}
