import type * as vscode from 'vscode';
import { registerCalculateSelection } from '../calculateSelection';
import { registerChurnRate } from '../churnRate';
import { registerCustomersNeeded } from '../customersNeeded';
import { registerGoalGap } from '../goalGap';
import { registerNewFile } from '../newFile';
import { registerQuickCalculation } from '../quickCalculation';
import { registerRetentionRate } from '../retentionRate';
import type { CommandServices } from '../services';
import { StepMemory } from './stepCommand';

/** The commands that calculate without a file, and the one that makes a file. */
export function registerQuickCommands(services: CommandServices): vscode.Disposable[] {
  const memory = new StepMemory();
  return [
    registerQuickCalculation(services),
    registerRetentionRate(services, memory),
    registerChurnRate(services, memory),
    registerGoalGap(services, memory),
    registerCustomersNeeded(services, memory),
    registerCalculateSelection(services),
    registerNewFile(services),
  ];
}
