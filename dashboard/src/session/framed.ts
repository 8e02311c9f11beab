/**
 * Whether the dashboard is shown inside another page.
 *
 * The server lets only share links be framed. Once the page is there, a click could still lead to the pages of whoever
 * is signed in on this browser, where the other page could steer their clicks.
 */
export const isFramed = window.self !== window.top;
