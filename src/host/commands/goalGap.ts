import type * as vscode from 'vscode';
import { registerStepCommand } from './quick/stepCommand';
import type { StepMemory } from './quick/stepCommand';
import { goalGapFlow } from './quick/steps';
import type { CommandServices } from './services';

/** `retention.goalGap`: asks for the counts of a period and its goal and shows the distance first. */
export function registerGoalGap(services: CommandServices, memory: StepMemory): vscode.Disposable {
  return registerStepCommand('retention.goalGap', goalGapFlow, services, memory);
}
