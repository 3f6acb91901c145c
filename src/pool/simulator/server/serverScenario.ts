import type { Scenario } from "../Scenario.ts";
import { serverGauges, serverMeters, type Server } from "./windowsServer.ts";

/** Puts a scenario together: what is its own, and the meters and gauges of what its server does all day. */
export function serverScenario(
  server: Server,
  parts: Pick<Scenario, "name" | "seed" | "machine" | "period" | "schedules" | "sites">,
): Scenario {
  const { gauges, resident, committed } = serverGauges(server);
  return {
    ...parts,
    meters: serverMeters(server),
    gauges,
    residentGauges: resident,
    committedGauges: committed,
  };
}
