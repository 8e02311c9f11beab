/** Who is looking: a user who signed in, a visitor by a share link, or nobody yet. */

import { type ReactNode, createContext, use, useCallback, useEffect, useMemo, useState } from "react";

import { getting, posting } from "~/api/ask";
import { api, setCredentials } from "~/api/client";
import { OfflineError } from "~/api/errors";
import { queryClient } from "~/api/queryClient";
import { untilFound } from "~/api/reachability";
import type { CurrentUser, Part, Website } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";

const TOKEN = "kokumi.token";
/** Proves that its user signed in on this browser before; it stays when they sign out, and opens nothing by itself. */
const DEVICE = "kokumi.device";

export type Who =
  | { kind: "unknown" }
  | { kind: "nobody"; expired: boolean }
  | { kind: "user"; user: CurrentUser }
  | { kind: "visitor"; websiteId: string; slug: string; shows: readonly Part[]; reportId: string | null };

export interface Session {
  who: Who;
  signIn: (username: string, password: string) => Promise<void>;
  signOut: () => Promise<void>;
  /** End the user's sign-ins on all devices, then leave. */
  signOutEverywhere: () => Promise<void>;
}

const SessionContext = createContext<Session | null>(null);

function keptToken(): string | null {
  return localStorage.getItem(TOKEN);
}

function keptCredentials(): Record<string, string> {
  const token = keptToken();
  return token === null ? {} : { Authorization: `Bearer ${token}` };
}

/** Knows the user of this browser, and asks the server whether they may still come in. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [who, setWho] = useState<Who>(() =>
    keptToken() === null ? { kind: "nobody", expired: false } : { kind: "unknown" },
  );

  const leave = useCallback((expired: boolean) => {
    localStorage.removeItem(TOKEN);
    queryClient.clear();
    setWho({ kind: "nobody", expired });
  }, []);

  useEffect(() => {
    setCredentials({ headers: keptCredentials, refused: () => leave(true) });
    if (keptToken() === null) return;
    const verify = (): Promise<void> =>
      posting("/api/auth/verify", {}, undefined)
        .send()
        .then((user) => setWho({ kind: "user", user }))
        .catch((error: unknown) => {
          if (error instanceof OfflineError) return untilFound().then(verify);
          // A refusal has been dealt with above.
          setWho((now) => (now.kind === "unknown" ? { kind: "nobody", expired: false } : now));
          return undefined;
        });
    void verify();
  }, [leave]);

  const session = useMemo<Session>(
    () => ({
      who,
      signIn: async (username, password) => {
        const answer = await posting(
          "/api/auth/login",
          {},
          { username, password, device: localStorage.getItem(DEVICE) },
        ).send();
        localStorage.setItem(TOKEN, answer.token);
        localStorage.setItem(DEVICE, answer.device);
        queryClient.clear();
        setWho({ kind: "user", user: answer.user });
      },
      signOut: async () => {
        await api.POST("/api/auth/logout").catch(() => undefined);
        leave(false);
      },
      signOutEverywhere: async () => {
        await api.DELETE("/api/me/sign-ins");
        leave(false);
      },
    }),
    [who, leave],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Gives everything inside another identity, such as that of a share link's visitor. */
export function ActAs({ who, children }: { who: Who; children: ReactNode }) {
  const session = useSession();
  const value = useMemo(() => ({ ...session, who }), [session, who]);
  return <SessionContext value={value}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error("there is no session around this component");
  return session;
}

/** Return the user, where only users come. */
export function useUser(): CurrentUser {
  const { who } = useSession();
  if (who.kind !== "user") throw new Error("nobody is signed in");
  return who.user;
}

/** Whether the one who looks may change the website; the server decides, this only hides buttons. */
export function useMayEdit(website: Website | undefined): boolean {
  const { who } = useSession();
  const user = who.kind === "user" && who.user.role !== "view-only" ? who.user : undefined;
  const teamId = user === undefined || user.isAdmin ? null : (website?.teamId ?? null);
  const teams = useAnswer(teamId === null ? null : getting("/api/me/teams", { query: { pageSize: 200 } }));
  if (user === undefined || website === undefined) return false;
  if (teamId === null) return user.isAdmin || website.userId === user.id;
  const members = teams.data?.data.find(({ id }) => id === teamId)?.members ?? [];
  return members.some(({ userId, role }) => userId === user.id && role !== "team-view-only");
}
