import { ACTIVITIES, type Activity, type PerActivity } from "./Scenario.ts";

/** How busy each activity is: 0 for not at all, about 1 for fully. */
export type Levels = Record<Activity, number>;

/** The activities that something follows, and by how much: asked for millions of times, so only those that count. */
export class Weights {
  private readonly parts: readonly { activity: Activity; amount: number }[];

  constructor(amounts: PerActivity) {
    this.parts = ACTIVITIES.flatMap((activity) => {
      const amount = amounts[activity] ?? 0;
      return amount === 0 ? [] : [{ activity, amount }];
    });
  }

  get isEmpty(): boolean {
    return this.parts.length === 0;
  }

  /** The sum of the amounts, each at its activity's level. */
  at(levels: Levels): number {
    let total = 0;
    for (const { activity, amount } of this.parts) total += amount * levels[activity];
    return total;
  }
}
