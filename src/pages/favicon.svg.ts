import icon from "../styles/icon.svg?raw";

/** Browsers and the shell ask for the icon at this address. */
export const GET = () => new Response(icon, { headers: { "Content-Type": "image/svg+xml" } });
