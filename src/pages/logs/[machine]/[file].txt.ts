import { servedLogs, serveLog } from "../../../components/log/servedLogs.ts";

// One route per ending: only an address that ends in one is served without a slash behind it by the authors' server.
export const getStaticPaths = async () => (await servedLogs(".txt")).map((params) => ({ params: { ...params } }));

export const GET = serveLog(".txt");
