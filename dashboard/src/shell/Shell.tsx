import { ActionIcon, AppShell, Burger, Group, ScrollArea, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconLogin2 } from "@tabler/icons-react";
import { type ReactNode, useEffect } from "react";
import { Link, useLocation } from "react-router";

import type { Website } from "~/api/types";
import { isFramed } from "~/session/framed";
import { useSession } from "~/session/session";
import { useOnlyReport } from "~/session/shows";
import { t } from "~/texts";
import { Logo } from "~/ui/Logo";

import { AccountMenu } from "./AccountMenu";
import { AppearanceMenu } from "./AppearanceMenu";
import { LostBanner } from "./LostBanner";
import { HomeNavigation, WebsiteNavigation } from "./Navigation";
import { WebsiteSwitcher } from "./WebsiteSwitcher";

interface Props {
  website?: Website;
  base?: string;
  children: ReactNode;
}

/** The frame around every page: header, navigation, and the page itself. */
export function Shell({ website, base, children }: Props) {
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const { pathname } = useLocation();
  const { who } = useSession();
  const isVisitor = who.kind === "visitor";
  // With one report there is nowhere else to go.
  const isOnePage = useOnlyReport() !== null;
  useEffect(close, [pathname, close]);

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{
        width: 240,
        breakpoint: "md",
        collapsed: { mobile: isOnePage || !isOpen, desktop: isOnePage },
      }}
      padding={{ base: "sm", sm: "lg" }}
    >
      <a className="skip-link" href="#content">
        {t.skip}
      </a>
      <AppShell.Header className="header">
        <Group h="100%" px={{ base: "sm", sm: "md" }} gap="sm" wrap="nowrap">
          {!isOnePage && (
            <Burger
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="md"
              size="sm"
              aria-label={isOpen ? t.nav.close : t.nav.open}
            />
          )}
          <Link to={isVisitor ? (base ?? "/") : "/websites"} className="brand" title={t.nav.allWebsites}>
            <Logo size={28} />
            <Text fw={700} visibleFrom="sm">
              {t.name}
            </Text>
          </Link>
          {isVisitor ? (
            <Text truncate fw={600}>
              {website?.name}
            </Text>
          ) : (
            who.kind === "user" && <WebsiteSwitcher current={website} />
          )}
          <Group ml="auto" gap={4} wrap="nowrap">
            <AppearanceMenu />
            {who.kind === "user" && <AccountMenu user={who.user} />}
            {isVisitor && !isFramed && (
              <ActionIcon
                component={Link}
                to="/sign-in"
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t.share.signIn}
              >
                <IconLogin2 size={20} />
              </ActionIcon>
            )}
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar>
        <AppShell.Section grow component={ScrollArea} p="sm">
          {website !== undefined && base !== undefined ? (
            <WebsiteNavigation base={base} isVisitor={isVisitor} />
          ) : (
            <HomeNavigation />
          )}
        </AppShell.Section>
        {isVisitor && (
          <Text size="xs" c="dimmed" p="md">
            {t.share.shared}
          </Text>
        )}
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <div className="page">
          <LostBanner />
          {children}
        </div>
      </AppShell.Main>
    </AppShell>
  );
}
