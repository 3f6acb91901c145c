import { resolveObjectName } from "pool-leak-lab";

const [{ process, session, name }] = [calls[0]!];
[{ process, name, object: resolveObjectName(name, session) }];
