import type * as vscode from 'vscode';
import { registerStepCommand } from './quick/stepCommand';
import type { StepMemory } from './quick/stepCommand';
import { customersNeededFlow } from './quick/steps';
import type { CommandServices } from './services';

/** `retention.customersNeeded`: asks for start and goal and shows how many customers must stay first. */
export function registerCustomersNeeded(services: CommandServices, memory: StepMemory): vscode.Disposable {
  return registerStepCommand('retention.customersNeeded', customersNeededFlow, services, memory);
}
