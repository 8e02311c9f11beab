/** The texts in the language that the dashboard speaks; there is one so far. */

import { en } from "./en";

export type Texts = typeof en;

export const t: Texts = en;
