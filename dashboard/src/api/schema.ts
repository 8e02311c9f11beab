// Made by `npm run types` from openapi.json, sha256 2ac80624b73b8b789574bc391fe784318d6684bd029703088024dc5bbecd4b18

export interface paths {
    "/api/admin/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAllTeams"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAllUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/websites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAllWebsites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reportAgents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["config"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/heartbeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["heartbeat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listKeys"];
        put?: never;
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/api-keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["deleteKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["endSignIns"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["myTeams"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/websites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["myWebsites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/realtime/{website_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["realtime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSavedReports"];
        put?: never;
        post: operations["createSavedReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/attribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["runAttribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/attribution/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["listSessionsOfAttribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/breakdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["runBreakdown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/breakdown/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["listSessionsOfBreakdown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/experiment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["runExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/experiment/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["listSessionsOfExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["runFunnel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/funnel/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["listSessionsOfFunnel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/goal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["runGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["runGoals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/goals/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["listSessionsOfGoals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/journey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["runJourney"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/journey/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["listSessionsOfJourney"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/lifecycle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["runLifecycle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/lifecycle/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["listSessionsOfLifecycle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["runRetention"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/retention/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["listSessionsOfRetention"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/revenue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["runRevenue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/revenue/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["listSessionsOfRevenue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/stickiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["runStickiness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/stickiness/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["listSessionsOfStickiness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["runTrend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/trend/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["listSessionsOfTrend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/utm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["runUtm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/utm/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["listSessionsOfUtm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/utmFilters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["runUtmfilters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{report_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSavedReport"];
        put?: never;
        post: operations["updateSavedReport"];
        delete: operations["deleteSavedReport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{report_id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["runSavedReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["createShare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/share/id/{share_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getShare"];
        put?: never;
        post: operations["updateShare"];
        delete: operations["deleteShare"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/share/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["visit"];
        put?: never;
        post: operations["visitWithPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listTeams"];
        put?: never;
        post: operations["createTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["joinTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getTeam"];
        put?: never;
        post: operations["updateTeam"];
        delete: operations["deleteTeam"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team_id}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listMembers"];
        put?: never;
        post: operations["addMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team_id}/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getMember"];
        put?: never;
        post: operations["changeRole"];
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team_id}/websites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listTeamWebsites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getUser"];
        put?: never;
        post: operations["updateUser"];
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listUserTeams"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/websites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listUserWebsites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listWebsites"];
        put?: never;
        post: operations["createWebsite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWebsite"];
        put?: never;
        post: operations["updateWebsite"];
        delete: operations["deleteWebsite"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["websiteActive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["agents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/daterange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["websiteDaterange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/event-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listEventData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/event-data/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["eventDataEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/event-data/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["eventDataFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/event-data/properties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["eventDataProperties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/event-data/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["eventDataTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/event-data/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["eventDataValues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/event-data/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["eventDataOfOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/events/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["eventSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/events/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["eventTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["exportWebsite"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["websiteMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/metrics/expanded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["websiteExpandedMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/pageviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["websitePageviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listWebsiteReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resetWebsite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/revenue/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listBuyers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSegments"];
        put?: never;
        post: operations["createSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/segments/{segment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSegment"];
        put?: never;
        post: operations["updateSegment"];
        delete: operations["deleteSegment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/session-data/properties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sessionDataProperties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/session-data/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sessionDataValues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/sessions/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sessionTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/sessions/weekly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sessionWeekly"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/sessions/{session_id}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sessionActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/sessions/{session_id}/properties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sessionProperties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listShares"];
        put?: never;
        post: operations["createWebsiteShare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["websiteStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["transferWebsite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/websites/{website_id}/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["websiteValues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ActiveAnswer: {
            visitors: number;
        };
        ActivityRow: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            eventId: string;
            eventName: string;
            eventType: number;
            hasData: boolean;
            hostname: string;
            referrerDomain: string;
            urlPath: string;
            urlQuery: string;
            /** Format: uuid */
            visitId: string;
        };
        AgentFigures: {
            fetches: number;
            kind: components["schemas"]["AgentKind"];
            verified: number;
        };
        /** @enum {string} */
        AgentKind: "person" | "assistant" | "crawler" | "tool";
        AgentsAnswer: {
            agents: components["schemas"]["FetchingAgent"][];
            kinds: components["schemas"]["AgentFigures"][];
            paths: components["schemas"]["FetchedPath"][];
            series: components["schemas"]["FetchPoint"][];
            statuses: components["schemas"]["FetchStatus"][];
            visits: components["schemas"]["AssistantVisits"][];
        };
        AssistantVisits: {
            afterFetch: number;
            operator: string;
            visits: number;
        };
        AttributionAnswer: {
            channel?: components["schemas"]["CreditRow"][] | null;
            paidAds: components["schemas"]["CreditRow"][];
            referrer: components["schemas"]["CreditRow"][];
            total: components["schemas"]["ConversionTotal"];
            utm_campaign: components["schemas"]["CreditRow"][];
            utm_content: components["schemas"]["CreditRow"][];
            utm_medium: components["schemas"]["CreditRow"][];
            utm_source: components["schemas"]["CreditRow"][];
            utm_term: components["schemas"]["CreditRow"][];
        };
        AttributionCell: {
            /**
             * @default null
             * @enum {unknown}
             */
            list?: "referrer" | "paidAds" | "utm_source" | "utm_medium" | "utm_campaign" | "utm_content" | "utm_term" | "channel";
            /** @default null */
            name?: string | null;
        };
        AttributionParameters: {
            /** @default false */
            channel?: boolean;
            /** @default last */
            conversion?: components["schemas"]["Conversion"];
            /** @default null */
            currency?: string | null;
            endDate: string | number;
            /** @default session */
            entity?: components["schemas"]["Entity"];
            /** @default 7 */
            halfLife?: number;
            /** @default null */
            lookback?: number | null;
            /** @enum {string} */
            model: "first-click" | "last-click" | "firstClick" | "lastClick" | "linear" | "position" | "decay" | "shapley" | "markov";
            startDate: string | number;
            step: string | components["schemas"]["Step"];
            /** @default UTC */
            timezone?: string;
            /** @default null */
            type?: ("path" | "event") | null;
        };
        AttributionRequest: {
            filters?: components["schemas"]["Filters"] | null;
            parameters: components["schemas"]["AttributionParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        AttributionSessionsRequest: {
            cell: components["schemas"]["AttributionCell"];
            filters?: components["schemas"]["Filters"] | null;
            /** @default 1 */
            page?: number;
            /** @default 20 */
            pageSize?: number;
            parameters: components["schemas"]["AttributionParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        BreakdownCell: {
            /** @default null */
            goal?: number | null;
            values: {
                [key: string]: string;
            };
        };
        BreakdownParameters: {
            /** @default null */
            currency?: string | null;
            endDate: string | number;
            /** @default session */
            entity?: components["schemas"]["Entity"];
            fields: (("path" | "referrer" | "title" | "query" | "browser" | "os" | "device" | "country" | "region" | "city" | "hostname" | "tag" | "event" | "language" | "screen" | "distinctId" | "utmSource" | "utmMedium" | "utmCampaign" | "utmContent" | "utmTerm" | "channel" | "entryPath" | "exitPath") | string)[];
            /** @default null */
            goals?: components["schemas"]["Step"][] | null;
            /** @default 500 */
            limit?: number;
            /** @default visitors */
            orderBy?: components["schemas"]["OrderBy"];
            startDate: string | number;
            /** @default UTC */
            timezone?: string;
        };
        BreakdownRequest: {
            filters?: components["schemas"]["Filters"] | null;
            parameters: components["schemas"]["BreakdownParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        BreakdownRow: {
            bounces: number;
            conversions?: number[] | null;
            revenue?: number | null;
            totaltime: number;
            views: number;
            visitors: number;
            visits: number;
        } & {
            [key: string]: unknown;
        };
        BreakdownSessionsRequest: {
            cell: components["schemas"]["BreakdownCell"];
            filters?: components["schemas"]["Filters"] | null;
            /** @default 1 */
            page?: number;
            /** @default 20 */
            pageSize?: number;
            parameters: components["schemas"]["BreakdownParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        ChartRow: {
            count: number;
            t: string;
            x: string;
            y: number;
        };
        ComparedEventFigures: {
            comparison: components["schemas"]["EventFigures"];
            events: number;
            uniqueEvents: number;
            visitors: number;
            visits: number;
        };
        ComparedSeries: {
            /** Format: date-time */
            endDate: string;
            pageviews: components["schemas"]["Point"][];
            sessions: components["schemas"]["Point"][];
            /** Format: date-time */
            startDate: string;
        };
        /** @enum {string} */
        Comparison: "prev" | "yoy";
        Config: {
            /** @default false */
            cloudMode: boolean;
            /** @default false */
            privateMode: boolean;
            /** @default true */
            telemetryDisabled: boolean;
            /** @default true */
            updatesDisabled: boolean;
        };
        /** @enum {string} */
        Conversion: "first" | "last";
        ConversionTotal: {
            pageviews: number;
            visitors: number;
            visits: number;
        };
        /** @enum {string} */
        Counted: "visitors" | "conversions";
        CreditRow: {
            name: string;
            value: number;
        };
        CurrentUser: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            isAdmin: boolean;
            role: components["schemas"]["Role"];
            teams: components["schemas"]["TeamName"][];
            username: string;
        };
        Customers: {
            new: components["schemas"]["CustomersFigures"];
            returning: components["schemas"]["CustomersFigures"];
        };
        CustomersFigures: {
            count: number;
            sum: number;
            unique_count: number;
        };
        DateRangeAnswer: {
            endDate: string | null;
            startDate: string | null;
        };
        /** @enum {string} */
        Dimension: "path" | "entry" | "exit" | "referrer" | "domain" | "title" | "query" | "event" | "tag" | "hostname" | "utmSource" | "utmMedium" | "utmCampaign" | "utmContent" | "utmTerm" | "browser" | "os" | "device" | "screen" | "language" | "country" | "region" | "city" | "distinctId" | "channel";
        /** @enum {string} */
        Direction: "forward" | "backward";
        Durations: {
            mean: number;
            median: number;
            p90: number;
        };
        /** @enum {string} */
        Entity: "session" | "visit" | "person";
        /** @enum {string} */
        Entry: "all" | "range";
        ErrorBody: {
            error: components["schemas"]["ErrorContent"];
        };
        ErrorContent: {
            code: string;
            /** @default null */
            details?: components["schemas"]["ErrorDetail"][] | null;
            message: string;
            status: number;
        };
        ErrorDetail: {
            message: string;
            path: string;
        };
        EventDataPage: {
            count: number;
            data: components["schemas"]["EventDataRow"][];
            page: number;
            pageSize: number;
        };
        EventDataRow: {
            /** Format: uuid */
            eventId: string;
            eventName: string;
            eventProperties: components["schemas"]["PropertyRow"][];
            /** Format: uuid */
            websiteId: string;
        };
        EventDataTotals: {
            events: number;
            properties: number;
            records: number;
        };
        EventFigures: {
            events: number;
            uniqueEvents: number;
            visitors: number;
            visits: number;
        };
        EventNameProperty: {
            eventName: string;
            propertyName: string;
            total: number;
        };
        EventPage: {
            count: number;
            data: components["schemas"]["EventRow"][];
            page: number;
            pageSize: number;
        };
        EventPoint: {
            /** Format: date-time */
            t: string;
            x: string;
            y: number;
        };
        EventPropertyRow: {
            /** Format: date-time */
            createdAt: string;
            dataKey: string;
            dataType: number;
            dateValue: string | null;
            /** Format: uuid */
            eventId: string;
            eventName: string;
            numberValue: number | null;
            stringValue: string;
            /** Format: uuid */
            websiteId: string;
        };
        EventRow: {
            browser: string;
            city: string;
            country: string;
            /** Format: date-time */
            createdAt: string;
            device: string;
            eventName: string;
            eventType: number;
            hasData: boolean;
            hostname: string;
            /** Format: uuid */
            id: string;
            os: string;
            pageTitle: string;
            referrerDomain: string;
            referrerPath: string;
            referrerQuery: string;
            region: string;
            /** Format: uuid */
            sessionId: string;
            urlPath: string;
            urlQuery: string;
            /** Format: uuid */
            visitId: string;
            /** Format: uuid */
            websiteId: string;
        };
        EventTotalsAnswer: {
            data: components["schemas"]["ComparedEventFigures"];
        };
        Exclusion: {
            /** @default 1 */
            after?: number;
            /** @default null */
            anyOf?: components["schemas"]["PlainStep"][] | null;
            /** @default null */
            before?: number | null;
            /** @default null */
            filters?: components["schemas"]["StepCondition"][] | null;
            /** @default null */
            type?: components["schemas"]["StepType"] | null;
            /** @default null */
            value?: string | null;
        };
        ExpandedRow: {
            bounces: number;
            country?: string | null;
            name: string;
            pageviews: number;
            totaltime: number;
            visitors: number;
            visits: number;
        };
        ExperimentCell: {
            of: components["schemas"]["Counted"];
            variant: string;
        };
        ExperimentParameters: {
            /** @default null */
            control?: string | null;
            endDate: string | number;
            /** @default session */
            entity?: components["schemas"]["Entity"];
            exposure: components["schemas"]["Exposure"];
            goal: components["schemas"]["Step"];
            /** @default first */
            multiple?: components["schemas"]["Multiple"];
            startDate: string | number;
            /** @default UTC */
            timezone?: string;
        };
        ExperimentRequest: {
            filters?: components["schemas"]["Filters"] | null;
            parameters: components["schemas"]["ExperimentParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        ExperimentRow: {
            conversions: number;
            high: number;
            lift: number | null;
            low: number;
            pValue: number | null;
            rate: number;
            variant: string;
            visitors: number;
        };
        ExperimentSessionsRequest: {
            cell: components["schemas"]["ExperimentCell"];
            filters?: components["schemas"]["Filters"] | null;
            /** @default 1 */
            page?: number;
            /** @default 20 */
            pageSize?: number;
            parameters: components["schemas"]["ExperimentParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        ExportAnswer: {
            zip: string;
        };
        Exposure: {
            property: string;
            /** @default null */
            step?: components["schemas"]["Step"] | null;
        };
        Failure: {
            index: number;
            response: components["schemas"]["ErrorBody"];
        };
        FetchPoint: {
            kind: components["schemas"]["AgentKind"];
            /** Format: date-time */
            t: string;
            y: number;
        };
        FetchStatus: {
            fetches: number;
            kind: components["schemas"]["AgentKind"];
            status: number;
            verified: number;
        };
        FetchedPath: {
            fetches: number;
            kind: components["schemas"]["AgentKind"];
            path: string;
            verified: number;
        };
        FetchingAgent: {
            fetches: number;
            kind: components["schemas"]["AgentKind"];
            name: string;
            operator: string;
            verified: number;
        };
        FieldValue: {
            dataType: number;
            propertyName: string;
            total: number;
            value: string;
        };
        Figure: {
            value: number;
        };
        Figures: {
            arpu: number;
            average: number;
            count: number;
            gross?: number | null;
            refunded?: number | null;
            sum: number;
            unique_count: number;
        };
        /** @enum {string} */
        FilterKind: "segment" | "cohort";
        Filters: {
            browser?: string | number | (string | number)[] | null;
            city?: string | number | (string | number)[] | null;
            /** Format: uuid */
            cohort?: string | null;
            country?: string | number | (string | number)[] | null;
            device?: string | number | (string | number)[] | null;
            distinctId?: string | number | (string | number)[] | null;
            event?: string | number | (string | number)[] | null;
            eventType?: string | number | (string | number)[] | null;
            excludeBounce?: boolean | string | null;
            hostname?: string | number | (string | number)[] | null;
            language?: string | number | (string | number)[] | null;
            /** @enum {unknown} */
            match?: "all" | "any" | null;
            os?: string | number | (string | number)[] | null;
            path?: string | number | (string | number)[] | null;
            query?: string | number | (string | number)[] | null;
            referrer?: string | number | (string | number)[] | null;
            region?: string | number | (string | number)[] | null;
            /** @enum {unknown} */
            scope?: "event" | "visit" | "session" | null;
            screen?: string | number | (string | number)[] | null;
            /** Format: uuid */
            segment?: string | null;
            tag?: string | number | (string | number)[] | null;
            title?: string | number | (string | number)[] | null;
            utmCampaign?: string | number | (string | number)[] | null;
            utmContent?: string | number | (string | number)[] | null;
            utmMedium?: string | number | (string | number)[] | null;
            utmSource?: string | number | (string | number)[] | null;
            utmTerm?: string | number | (string | number)[] | null;
        };
        Flow: {
            links: components["schemas"]["FlowLink"][];
            steps: components["schemas"]["FlowStep"][];
            total: number;
        };
        FlowLink: {
            from: string | null;
            step: number;
            to: string | null;
            visits: number;
        };
        FlowNode: {
            ends: number;
            item: string | null;
            visits: number;
        };
        FlowStep: {
            nodes: components["schemas"]["FlowNode"][];
            step: number;
        };
        FunnelAnswer: {
            comparison?: components["schemas"]["FunnelComparison"] | null;
            groups?: components["schemas"]["FunnelGroup"][] | null;
            other?: components["schemas"]["FunnelRow"][] | null;
            rows: components["schemas"]["FunnelRow"][];
            trend?: components["schemas"]["FunnelTrendRow"][] | null;
        };
        FunnelCell: {
            /** @default null */
            group?: string | null;
            outcome: components["schemas"]["Outcome"];
            step: number;
            /** @default null */
            t?: (string | number) | null;
        };
        FunnelComparison: {
            groups?: components["schemas"]["FunnelGroup"][] | null;
            other?: components["schemas"]["FunnelRow"][] | null;
            rows: components["schemas"]["FunnelRow"][];
            trend?: components["schemas"]["FunnelTrendRow"][] | null;
        };
        FunnelGroup: {
            name: string;
            rows: components["schemas"]["FunnelRow"][];
        };
        FunnelParameters: {
            /** @default null */
            breakdown?: components["schemas"]["Split"] | null;
            /** @default null */
            compare?: components["schemas"]["Comparison"] | null;
            /** @default null */
            currency?: string | null;
            endDate: string | number;
            /** @default session */
            entity?: components["schemas"]["Entity"];
            /** @default all */
            entry?: components["schemas"]["Entry"];
            /** @default [] */
            exclusions?: components["schemas"]["Exclusion"][];
            /** @default false */
            intervals?: boolean;
            /** @default 10 */
            limit?: number;
            /** @default sequence */
            order?: components["schemas"]["Order"];
            startDate: string | number;
            steps: components["schemas"]["FunnelStep"][];
            /** @default UTC */
            timezone?: string;
            /** @default false */
            timing?: boolean;
            /** @default null */
            totalWindow?: number | null;
            /** @default null */
            totalWindowUnit?: components["schemas"]["WindowUnit"] | null;
            /** @default null */
            trend?: ("hour" | "day" | "week" | "month") | null;
            /** @default null */
            until?: (string | number) | null;
            window: number;
            /** @default day */
            windowUnit?: components["schemas"]["WindowUnit"];
        };
        FunnelRequest: {
            filters?: components["schemas"]["Filters"] | null;
            parameters: components["schemas"]["FunnelParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        FunnelRow: {
            dropoff: number | null;
            dropoffHigh?: number | null;
            dropoffLow?: number | null;
            dropped: number;
            filters?: {
                [key: string]: unknown;
            }[] | null;
            fromFirst?: components["schemas"]["Durations"] | null;
            fromPrevious?: components["schemas"]["Durations"] | null;
            histogram?: components["schemas"]["HistogramEntry"][] | null;
            pending?: number | null;
            previous: number;
            remaining: number | null;
            remainingHigh?: number | null;
            remainingLow?: number | null;
            revenue?: number | null;
            type: components["schemas"]["StepType"] | "anyOf";
            value: string;
            visitors: number;
        };
        FunnelSessionsRequest: {
            cell: components["schemas"]["FunnelCell"];
            filters?: components["schemas"]["Filters"] | null;
            /** @default 1 */
            page?: number;
            /** @default 20 */
            pageSize?: number;
            parameters: components["schemas"]["FunnelParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        FunnelStep: {
            /** @default null */
            anyOf?: components["schemas"]["PlainStep"][] | null;
            /** @default null */
            atLeast?: number | null;
            /** @default null */
            filters?: components["schemas"]["StepCondition"][] | null;
            /** @default null */
            type?: components["schemas"]["StepType"] | null;
            /** @default null */
            value?: string | null;
            /** @default null */
            window?: number | null;
            /** @default null */
            windowUnit?: components["schemas"]["WindowUnit"] | null;
        };
        FunnelTrendRow: {
            t: string;
            visitors: number[];
        };
        GoalAnswer: {
            comparison?: components["schemas"]["GoalAnswer"] | null;
            num: number;
            total: number;
        };
        GoalBucket: {
            num: number[];
            t: string;
            total: number;
        };
        GoalCell: {
            /** @default 0 */
            goal?: number;
            /** @default null */
            group?: string | null;
            /** @enum {string} */
            of: "num" | "total";
            /** @default null */
            t?: (string | number) | null;
        };
        GoalGroup: {
            name: string;
            rows: components["schemas"]["GoalRow"][];
        };
        GoalParameters: {
            /** @default null */
            anyOf?: components["schemas"]["PlainStep"][] | null;
            /** @default null */
            breakdown?: components["schemas"]["Split"] | null;
            /** @default null */
            compare?: components["schemas"]["Comparison"] | null;
            /** @default null */
            currency?: string | null;
            endDate: string | number;
            /** @default session */
            entity?: components["schemas"]["Entity"];
            /** @default null */
            filters?: components["schemas"]["StepCondition"][] | null;
            /** @default null */
            goals?: components["schemas"]["Step"][] | null;
            /** @default false */
            intervals?: boolean;
            /** @default 10 */
            limit?: number;
            startDate: string | number;
            /** @default UTC */
            timezone?: string;
            /** @default false */
            timing?: boolean;
            /** @default null */
            trend?: ("hour" | "day" | "week" | "month") | null;
            /** @default null */
            type?: components["schemas"]["StepType"] | null;
            /** @default null */
            value?: string | null;
        };
        GoalRow: {
            high?: number | null;
            low?: number | null;
            num: number;
            rate: number | null;
            revenue?: number | null;
            timing?: components["schemas"]["Durations"] | null;
            total: number;
            type: string;
            value: string;
        };
        GoalsAnswer: {
            comparison?: components["schemas"]["GoalsAnswer"] | null;
            groups?: components["schemas"]["GoalGroup"][] | null;
            other?: components["schemas"]["GoalRow"][] | null;
            rows: components["schemas"]["GoalRow"][];
            trend?: components["schemas"]["GoalBucket"][] | null;
        };
        GoalsRequest: {
            filters?: components["schemas"]["Filters"] | null;
            parameters: components["schemas"]["GoalParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        GoalsSessionsRequest: {
            cell: components["schemas"]["GoalCell"];
            filters?: components["schemas"]["Filters"] | null;
            /** @default 1 */
            page?: number;
            /** @default 20 */
            pageSize?: number;
            parameters: components["schemas"]["GoalParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        HistogramEntry: {
            upTo: number | null;
            visitors: number;
        };
        /** @enum {string} */
        Interval: "minute" | "hour" | "day" | "week" | "month" | "year";
        ItemGroup: {
            name: string;
            pattern: string;
        };
        Joining: {
            accessCode: string;
        };
        JourneyCell: {
            /** @default false */
            ends?: boolean;
            /** @default null */
            from?: string | null;
            /** @default null */
            item?: string | null;
            /** @default null */
            items?: (string | null)[] | null;
            /** @default null */
            step?: number | null;
            /** @default null */
            to?: string | null;
        };
        JourneyFlow: {
            flow: components["schemas"]["Flow"];
            rows: components["schemas"]["JourneyRow"][];
        };
        JourneyParameters: {
            /** @default false */
            collapse?: boolean;
            /** @default forward */
            direction?: components["schemas"]["Direction"];
            endDate: string | number;
            /** @default null */
            endStep?: string | null;
            /** @default visit */
            entity?: components["schemas"]["Entity"];
            /** @default null */
            eventType?: (1 | 2) | ("1" | "2") | null;
            /** @default null */
            exclude?: components["schemas"]["Step"][] | null;
            /** @default false */
            flow?: boolean;
            /** @default null */
            from?: components["schemas"]["Start"] | null;
            /** @default null */
            groups?: components["schemas"]["ItemGroup"][] | null;
            /** @default 10 */
            nodes?: number;
            startDate: string | number;
            /** @default null */
            startStep?: string | null;
            steps: number;
            /** @default UTC */
            timezone?: string;
        };
        JourneyRequest: {
            filters?: components["schemas"]["Filters"] | null;
            parameters: components["schemas"]["JourneyParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        JourneyRow: {
            count: number;
            items: (string | null)[];
        };
        JourneySessionsRequest: {
            cell: components["schemas"]["JourneyCell"];
            filters?: components["schemas"]["Filters"] | null;
            /** @default 1 */
            page?: number;
            /** @default 20 */
            pageSize?: number;
            parameters: components["schemas"]["JourneyParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        KeptFetches: {
            people: number;
            size: number;
            stored: number;
        };
        KeyCreation: {
            /** @default null */
            expiresAt?: string | null;
            name: string;
            /** @default false */
            readOnly?: boolean;
        };
        LifecycleCell: {
            state: components["schemas"]["State"];
            t: string | number;
        };
        LifecycleParameters: {
            endDate: string | number;
            /** @default session */
            entity?: components["schemas"]["Entity"];
            startDate: string | number;
            /** @default UTC */
            timezone?: string;
            /**
             * @default day
             * @enum {string}
             */
            unit?: "day" | "week" | "month";
        };
        LifecycleRequest: {
            filters?: components["schemas"]["Filters"] | null;
            parameters: components["schemas"]["LifecycleParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        LifecycleRow: {
            complete: boolean;
            dormant: number;
            new: number;
            resurrecting: number;
            returning: number;
            t: string;
        };
        LifecycleSessionsRequest: {
            cell: components["schemas"]["LifecycleCell"];
            filters?: components["schemas"]["Filters"] | null;
            /** @default 1 */
            page?: number;
            /** @default 20 */
            pageSize?: number;
            parameters: components["schemas"]["LifecycleParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        LifetimeParameters: {
            periods: number;
            /** @enum {unknown} */
            unit: components["schemas"]["Unit"];
        };
        LifetimeRow: {
            date: string;
            revenue: (number | null)[];
            visitors: number;
        };
        ListPage_ListedTeam_: {
            count: number;
            data: components["schemas"]["ListedTeam"][];
            page: number;
            pageSize: number;
        };
        ListPage_ListedUser_: {
            count: number;
            data: components["schemas"]["ListedUser"][];
            page: number;
            pageSize: number;
        };
        ListPage_ListedWebsite_: {
            count: number;
            data: components["schemas"]["ListedWebsite"][];
            page: number;
            pageSize: number;
        };
        ListPage_WireKey_: {
            count: number;
            data: components["schemas"]["WireKey"][];
            page: number;
            pageSize: number;
        };
        ListPage_WireMember_: {
            count: number;
            data: components["schemas"]["WireMember"][];
            page: number;
            pageSize: number;
        };
        ListPage_WireSavedReport_: {
            count: number;
            data: components["schemas"]["WireSavedReport"][];
            page: number;
            pageSize: number;
        };
        ListPage_WireSegment_: {
            count: number;
            data: components["schemas"]["WireSegment"][];
            page: number;
            pageSize: number;
        };
        ListPage_WireShare_: {
            count: number;
            data: components["schemas"]["WireShare"][];
            page: number;
            pageSize: number;
        };
        ListedTeam: {
            _count: components["schemas"]["TeamCounts"];
            accessCode: string | null;
            /** Format: date-time */
            createdAt: string;
            deletedAt: null;
            /** Format: uuid */
            id: string;
            logoUrl: null;
            members: components["schemas"]["WireMember"][];
            name: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ListedUser: {
            _count: components["schemas"]["UserCounts"];
            /** Format: date-time */
            createdAt: string;
            deletedAt: null;
            displayName: null;
            /** Format: uuid */
            id: string;
            logoUrl: null;
            role: components["schemas"]["Role"];
            /** Format: date-time */
            updatedAt: string;
            username: string;
        };
        ListedWebsite: {
            readonly createUser: components["schemas"]["UserName"] | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string | null;
            deletedAt: null;
            domain: string;
            /** Format: uuid */
            id: string;
            name: string;
            replayConfig: null;
            /** @default false */
            replayEnabled: boolean;
            resetAt: string | null;
            retentionDays: number | null;
            shareId: string | null;
            teamId: string | null;
            /** Format: date-time */
            updatedAt: string;
            readonly user: components["schemas"]["UserName"] | null;
            userId: string | null;
        };
        Me: {
            shareToken: null;
            token: string | null;
            user: components["schemas"]["CurrentUser"];
        };
        /** @enum {string} */
        Measure: "events" | "visitors" | "visits" | "sum" | "average" | "median" | "p90" | "min" | "max";
        MemberName: {
            /** Format: uuid */
            id: string;
            username: string;
        };
        MetricRow: {
            country?: string | null;
            x: string;
            y: number;
        };
        /** @enum {string} */
        Multiple: "first" | "exclude";
        NamedRow: {
            name: string;
            value: number;
        };
        NewMember: {
            role: components["schemas"]["TeamRole"];
            /** Format: uuid */
            userId: string;
        };
        NewWireKey: {
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            hint: string;
            /** Format: uuid */
            id: string;
            key: string;
            name: string;
            readOnly: boolean;
        };
        NotStored: {
            /** @default boop */
            beep: string;
        };
        Ok: {
            /** @default true */
            ok: boolean;
        };
        /** @enum {string} */
        Opens: "all" | "statistics" | "report";
        /** @enum {string} */
        Order: "sequence" | "strict" | "any";
        /** @enum {string} */
        OrderBy: "visitors" | "views" | "visits" | "bounces" | "totaltime" | "conversions" | "revenue";
        /** @enum {string} */
        Outcome: "reached" | "dropped" | "pending";
        PageviewsAnswer: {
            compare?: components["schemas"]["ComparedSeries"] | null;
            endDate?: string | null;
            pageviews: components["schemas"]["Point"][];
            sessions: components["schemas"]["Point"][];
            startDate?: string | null;
        };
        /** @enum {string} */
        Part: "website" | "overview" | "events" | "sessions" | "visitors" | "realtime" | "segments" | "saved-reports" | "filters" | "export" | "attribution" | "breakdown" | "experiment" | "funnel" | "goal" | "journey" | "lifecycle" | "retention" | "revenue" | "stickiness" | "trend" | "utm";
        Password: {
            password: string;
        };
        PasswordChange: {
            currentPassword: string;
            newPassword: string;
        };
        PlainStep: {
            /** @default null */
            filters?: components["schemas"]["StepCondition"][] | null;
            type: components["schemas"]["StepType"];
            /** @default null */
            value?: string | null;
        };
        Point: {
            /** Format: date-time */
            x: string;
            y: number;
        };
        PropertyRow: {
            /** Format: date-time */
            createdAt: string;
            dataKey: string;
            dataType: number;
            dateValue: string | null;
            numberValue: number | null;
            stringValue: string;
        };
        PropertyValue: {
            total: number;
            value: string;
        };
        RealtimeAnswer: {
            countries: {
                [key: string]: number;
            };
            events: components["schemas"]["RealtimeItem"][];
            referrers: {
                [key: string]: number;
            };
            series: components["schemas"]["RealtimeSeries"];
            timestamp: number;
            totals: components["schemas"]["RealtimeTotals"];
            urls: {
                [key: string]: number;
            };
        };
        RealtimeItem: {
            /** @enum {string} */
            __type: "session" | "pageview" | "event";
            browser: string;
            country: string;
            /** Format: date-time */
            createdAt: string;
            device: string;
            eventName: string;
            hostname: string;
            os: string;
            referrerDomain: string;
            /** Format: uuid */
            sessionId: string;
            urlPath: string;
        };
        RealtimeSeries: {
            views: components["schemas"]["Point"][];
            visitors: components["schemas"]["Point"][];
        };
        RealtimeTotals: {
            countries: number;
            events: number;
            views: number;
            visitors: number;
        };
        RegionRow: {
            country: string;
            name: string;
            value: number;
        };
        RetentionAnswer: {
            average?: components["schemas"]["RetentionAverage"][] | null;
            comparison?: components["schemas"]["RetentionTable"] | null;
            groups?: components["schemas"]["RetentionGroup"][] | null;
            other?: components["schemas"]["RetentionRow"][] | null;
            rows: components["schemas"]["RetentionRow"][];
        };
        RetentionAverage: {
            day: number;
            high?: number | null;
            low?: number | null;
            percentage: number;
            returnVisitors: number;
            visitors: number;
        };
        RetentionCell: {
            date: string | number;
            /** @default null */
            day?: number | null;
            /** @default null */
            group?: string | null;
            /** @default null */
            period?: number | null;
        };
        RetentionGroup: {
            name: string;
            rows: components["schemas"]["RetentionRow"][];
        };
        RetentionParameters: {
            /** @default false */
            average?: boolean;
            /** @default null */
            breakdown?: components["schemas"]["Split"] | null;
            /** @default null */
            cells?: "all" | null;
            /** @default null */
            compare?: components["schemas"]["Comparison"] | null;
            endDate: string | number;
            /**
             * @default session
             * @enum {string}
             */
            entity?: "session" | "person";
            /**
             * @default range
             * @enum {string}
             */
            first?: "range" | "ever";
            /** @default false */
            intervals?: boolean;
            /** @default 10 */
            limit?: number;
            /** @default 1 */
            minimum?: number;
            /** @default null */
            periods?: number | null;
            /** @default null */
            return?: components["schemas"]["Step"] | null;
            /**
             * @default exact
             * @enum {string}
             */
            returns?: "exact" | "onOrAfter";
            /** @default null */
            start?: components["schemas"]["Step"] | null;
            startDate: string | number;
            /** @default UTC */
            timezone?: string;
            /**
             * @default day
             * @enum {string}
             */
            unit?: "day" | "week" | "month";
        };
        RetentionRequest: {
            filters?: components["schemas"]["Filters"] | null;
            parameters: components["schemas"]["RetentionParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        RetentionRow: {
            complete?: boolean | null;
            date: string;
            day: number;
            high?: number | null;
            low?: number | null;
            percentage: number;
            returnVisitors: number;
            visitors: number;
        };
        RetentionSessionsRequest: {
            cell: components["schemas"]["RetentionCell"];
            filters?: components["schemas"]["Filters"] | null;
            /** @default 1 */
            page?: number;
            /** @default 20 */
            pageSize?: number;
            parameters: components["schemas"]["RetentionParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        RetentionTable: {
            average?: components["schemas"]["RetentionAverage"][] | null;
            groups?: components["schemas"]["RetentionGroup"][] | null;
            other?: components["schemas"]["RetentionRow"][] | null;
            rows: components["schemas"]["RetentionRow"][];
        };
        RevenueAnswer: {
            channel: components["schemas"]["NamedRow"][];
            chart: components["schemas"]["ChartRow"][];
            country: components["schemas"]["NamedRow"][];
            customers?: components["schemas"]["Customers"] | null;
            ltv?: components["schemas"]["LifetimeRow"][] | null;
            referrer: components["schemas"]["NamedRow"][];
            region: components["schemas"]["RegionRow"][];
            total: components["schemas"]["Total"];
            unconverted?: components["schemas"]["UnconvertedRow"][] | null;
            utm_campaign?: components["schemas"]["NamedRow"][] | null;
            utm_medium?: components["schemas"]["NamedRow"][] | null;
            utm_source?: components["schemas"]["NamedRow"][] | null;
        };
        RevenueCell: {
            /** @default null */
            country?: string | null;
            /** @default null */
            customers?: ("new" | "returning") | null;
            /** @default null */
            list?: components["schemas"]["RevenueList"] | null;
            /** @default null */
            ltv?: (string | number) | null;
            /** @default null */
            name?: string | null;
            /** @default null */
            t?: (string | number) | null;
            /** @default null */
            x?: string | null;
        };
        /** @enum {string} */
        RevenueList: "country" | "region" | "referrer" | "channel" | "utm_source" | "utm_medium" | "utm_campaign";
        RevenueParameters: {
            /** @default prev */
            compare?: components["schemas"]["Comparison"];
            /** @default false */
            convert?: boolean;
            currency: string;
            /** @default false */
            customers?: boolean;
            endDate: string | number;
            /** @default session */
            entity?: components["schemas"]["Entity"];
            /** @default null */
            lists?: "all" | null;
            /** @default null */
            ltv?: components["schemas"]["LifetimeParameters"] | null;
            /** @default false */
            refunds?: boolean;
            startDate: string | number;
            /** @default UTC */
            timezone?: string;
            /** @default day */
            unit?: components["schemas"]["Unit"];
        };
        RevenueRequest: {
            filters?: components["schemas"]["Filters"] | null;
            parameters: components["schemas"]["RevenueParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        RevenueSessionsRequest: {
            cell: components["schemas"]["RevenueCell"];
            filters?: components["schemas"]["Filters"] | null;
            /** @default 1 */
            page?: number;
            /** @default 20 */
            pageSize?: number;
            parameters: components["schemas"]["RevenueParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        /** @enum {string} */
        Role: "admin" | "user" | "view-only";
        RoleChange: {
            role: components["schemas"]["TeamRole"];
        };
        SavedReportChange: {
            /** @default null */
            description?: string | null;
            /** @default null */
            name?: string | null;
            /** @default null */
            parameters?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            type?: ("attribution" | "breakdown" | "experiment" | "funnel" | "goal" | "journey" | "lifecycle" | "retention" | "revenue" | "stickiness" | "trend" | "utm") | null;
            /** @default null */
            websiteId?: string | null;
        };
        SavedReportCreation: {
            /** @default  */
            description?: string;
            name: string;
            parameters: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            type: "attribution" | "breakdown" | "experiment" | "funnel" | "goal" | "journey" | "lifecycle" | "retention" | "revenue" | "stickiness" | "trend" | "utm";
            /** Format: uuid */
            websiteId: string;
        };
        SavedReportRun: {
            filters?: components["schemas"]["Filters"] | null;
            /** @default null */
            parameters?: {
                [key: string]: unknown;
            } | null;
        };
        SegmentChange: {
            /** @default null */
            name?: string | null;
            /** @default null */
            parameters?: ({
                action?: {
                    /** @default 1 */
                    atLeast?: number;
                    /** @default false */
                    negated?: boolean;
                    /** @enum {unknown} */
                    type: "path" | "event";
                    value: string;
                };
                /** @default all */
                dateRange?: string;
                filters?: {
                    /** @enum {unknown} */
                    name: "path" | "referrer" | "title" | "query" | "browser" | "os" | "device" | "country" | "region" | "city" | "hostname" | "tag" | "event" | "language" | "screen" | "distinctId" | "utmSource" | "utmMedium" | "utmCampaign" | "utmContent" | "utmTerm" | "eventType";
                    /**
                     * @default eq
                     * @enum {unknown}
                     */
                    operator?: "eq" | "neq" | "c" | "dnc" | "re" | "nre" | "s" | "ns";
                    value?: string | number | (string | number)[] | null;
                }[];
                /**
                 * @default all
                 * @enum {unknown}
                 */
                match?: "all" | "any";
                /**
                 * @default event
                 * @enum {unknown}
                 */
                scope?: "event" | "visit" | "session";
            } & {
                [key: string]: unknown;
            }) | null;
            /** @default null */
            type?: components["schemas"]["FilterKind"] | null;
        };
        SegmentCreation: {
            name: string;
            parameters: {
                action?: {
                    /** @default 1 */
                    atLeast?: number;
                    /** @default false */
                    negated?: boolean;
                    /** @enum {unknown} */
                    type: "path" | "event";
                    value: string;
                };
                /** @default all */
                dateRange?: string;
                filters?: {
                    /** @enum {unknown} */
                    name: "path" | "referrer" | "title" | "query" | "browser" | "os" | "device" | "country" | "region" | "city" | "hostname" | "tag" | "event" | "language" | "screen" | "distinctId" | "utmSource" | "utmMedium" | "utmCampaign" | "utmContent" | "utmTerm" | "eventType";
                    /**
                     * @default eq
                     * @enum {unknown}
                     */
                    operator?: "eq" | "neq" | "c" | "dnc" | "re" | "nre" | "s" | "ns";
                    value?: string | number | (string | number)[] | null;
                }[];
                /**
                 * @default all
                 * @enum {unknown}
                 */
                match?: "all" | "any";
                /**
                 * @default event
                 * @enum {unknown}
                 */
                scope?: "event" | "visit" | "session";
            } & {
                [key: string]: unknown;
            };
            type: components["schemas"]["FilterKind"];
        };
        Sent: {
            cache: string;
            /** Format: uuid */
            sessionId: string;
            /** Format: uuid */
            visitId: string;
        };
        SentBatch: {
            cache?: string | null;
            details: components["schemas"]["Failure"][];
            errors: number;
            processed: number;
            size: number;
        };
        Series: {
            /** @default null */
            anyOf?: components["schemas"]["PlainStep"][] | null;
            /** @default null */
            filters?: components["schemas"]["StepCondition"][] | null;
            measure: components["schemas"]["Measure"];
            /** @default null */
            property?: string | null;
            /** @default null */
            type?: components["schemas"]["StepType"] | null;
            /** @default null */
            value?: string | null;
        };
        SessionAnswer: {
            browser: string;
            city: string;
            country: string;
            device: string;
            distinctId: string;
            events: number;
            /** Format: date-time */
            firstAt: string;
            /** Format: uuid */
            id: string;
            language: string;
            /** Format: date-time */
            lastAt: string;
            os: string;
            region: string;
            screen: string;
            totaltime: number;
            views: number;
            visits: number;
            /** Format: uuid */
            websiteId: string;
        };
        SessionPage: {
            count: number;
            data: components["schemas"]["SessionRow"][];
            page: number;
            pageSize: number;
        };
        SessionPropertyRow: {
            /** Format: date-time */
            createdAt: string;
            dataKey: string;
            dataType: number;
            dateValue: string | null;
            numberValue: number | null;
            /** Format: uuid */
            sessionId: string;
            stringValue: string;
            /** Format: uuid */
            websiteId: string;
        };
        SessionPropertyTotal: {
            propertyName: string;
            total: number;
        };
        SessionPropertyValue: {
            total: number;
            value: string;
        };
        SessionRow: {
            browser: string;
            city: string;
            country: string;
            /** Format: date-time */
            createdAt: string;
            device: string;
            distinctId: string;
            events: number;
            /** Format: date-time */
            firstAt: string;
            hostname: string;
            /** Format: uuid */
            id: string;
            language: string;
            /** Format: date-time */
            lastAt: string;
            os: string;
            region: string;
            screen: string;
            views: number;
            visits: number;
            /** Format: uuid */
            websiteId: string;
        };
        SessionTotals: {
            countries: components["schemas"]["Figure"];
            events: components["schemas"]["Figure"];
            pageviews: components["schemas"]["Figure"];
            visitors: components["schemas"]["Figure"];
            visits: components["schemas"]["Figure"];
        };
        ShareChange: {
            /** @default null */
            embedOrigins?: string[] | null;
            /** @default null */
            expiresAt?: string | null;
            name: string;
            /** @default null */
            opens?: components["schemas"]["Opens"] | null;
            parameters?: {
                [key: string]: unknown;
            };
            /** @default null */
            password?: string | null;
            /** @default null */
            reportId?: string | null;
            slug: string;
        };
        ShareCreation: {
            /** @default null */
            embedOrigins?: string[] | null;
            /** Format: uuid */
            entityId: string;
            /** @default null */
            expiresAt?: string | null;
            name: string;
            /** @default null */
            opens?: components["schemas"]["Opens"] | null;
            parameters?: {
                [key: string]: unknown;
            };
            /** @default null */
            password?: string | null;
            /** @default null */
            reportId?: string | null;
            /** @constant */
            shareType: 1;
            /** @default null */
            slug?: string | null;
        };
        SignIn: {
            /** @default null */
            device?: string | null;
            password: string;
            username: string;
        };
        SignInAnswer: {
            device: string;
            token: string;
            user: components["schemas"]["CurrentUser"];
        };
        Split: {
            /**
             * @default null
             * @enum {unknown}
             */
            field?: "path" | "referrer" | "title" | "query" | "browser" | "os" | "device" | "country" | "region" | "city" | "hostname" | "tag" | "event" | "language" | "screen" | "distinctId" | "utmSource" | "utmMedium" | "utmCampaign" | "utmContent" | "utmTerm" | "eventType";
            /** @default null */
            property?: string | null;
        };
        /** @enum {string} */
        Start: "start" | "anywhere";
        /** @enum {string} */
        State: "new" | "returning" | "resurrecting" | "dormant";
        StatsAnswer: {
            bounces: number;
            comparison: components["schemas"]["Totals"];
            pageviews: number;
            totaltime: number;
            visitors: number;
            visits: number;
        };
        Step: {
            /** @default null */
            anyOf?: components["schemas"]["PlainStep"][] | null;
            /** @default null */
            filters?: components["schemas"]["StepCondition"][] | null;
            /** @default null */
            type?: components["schemas"]["StepType"] | null;
            /** @default null */
            value?: string | null;
        };
        StepCondition: {
            /**
             * @default null
             * @enum {unknown}
             */
            field?: "path" | "referrer" | "title" | "query" | "browser" | "os" | "device" | "country" | "region" | "city" | "hostname" | "tag" | "event" | "language" | "screen" | "distinctId" | "utmSource" | "utmMedium" | "utmCampaign" | "utmContent" | "utmTerm" | "eventType";
            operator: components["schemas"]["StepOperator"];
            /** @default null */
            property?: string | null;
            /** @default null */
            value?: number | string | (number | string)[] | null;
        };
        /** @enum {string} */
        StepOperator: "eq" | "neq" | "c" | "dnc" | "re" | "nre" | "gt" | "gte" | "lt" | "lte" | "s" | "ns";
        /** @enum {string} */
        StepType: "path" | "event" | "any";
        StickinessCell: {
            periods: number;
        };
        StickinessParameters: {
            endDate: string | number;
            /** @default session */
            entity?: components["schemas"]["Entity"];
            startDate: string | number;
            /** @default UTC */
            timezone?: string;
            /**
             * @default day
             * @enum {string}
             */
            unit?: "day" | "week" | "month";
        };
        StickinessRequest: {
            filters?: components["schemas"]["Filters"] | null;
            parameters: components["schemas"]["StickinessParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        StickinessRow: {
            periods: number;
            visitors: number;
        };
        StickinessSessionsRequest: {
            cell: components["schemas"]["StickinessCell"];
            filters?: components["schemas"]["Filters"] | null;
            /** @default 1 */
            page?: number;
            /** @default 20 */
            pageSize?: number;
            parameters: components["schemas"]["StickinessParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        TeamChange: {
            /** @default null */
            accessCode?: string | null;
            /** @default null */
            name?: string | null;
        };
        TeamCounts: {
            members: number;
            websites: number;
        };
        TeamCreation: {
            name: string;
            /** @default null */
            ownerId?: string | null;
        };
        TeamName: {
            /** Format: uuid */
            id: string;
            logoUrl: null;
            name: string;
        };
        /** @enum {string} */
        TeamRole: "team-owner" | "team-manager" | "team-member" | "team-view-only";
        ToldFetch: {
            /** @default  */
            hostname?: string;
            /** @default  */
            ip?: string;
            /** @default GET */
            method?: string;
            /** @default  */
            referrer?: string;
            /** @default  */
            signature?: string;
            /** @default  */
            signatureAgent?: string;
            /** @default  */
            signatureInput?: string;
            /** @default 0 */
            status?: number;
            /** @default null */
            timestamp?: number | null;
            url: string;
            userAgent: string;
        };
        ToldFetches: {
            fetches: components["schemas"]["ToldFetch"][];
            /** Format: uuid */
            websiteId: string;
        };
        Total: {
            arpu: number;
            average: number;
            comparison: components["schemas"]["Figures"];
            count: number;
            gross?: number | null;
            refunded?: number | null;
            sum: number;
            unique_count: number;
        };
        Totals: {
            bounces: number;
            pageviews: number;
            totaltime: number;
            visitors: number;
            visits: number;
        };
        TrendAnswer: {
            comparison?: components["schemas"]["TrendFigures"] | null;
            groups?: components["schemas"]["TrendGroup"][] | null;
            other?: components["schemas"]["TrendRow"][] | null;
            rows: components["schemas"]["TrendRow"][];
            totals: (number | null)[];
        };
        TrendCell: {
            /** @default null */
            group?: string | null;
            series: number;
            /** @default null */
            t?: (string | number) | null;
        };
        TrendFigures: {
            groups?: components["schemas"]["TrendGroup"][] | null;
            other?: components["schemas"]["TrendRow"][] | null;
            rows: components["schemas"]["TrendRow"][];
            totals: (number | null)[];
        };
        TrendGroup: {
            name: string;
            rows: components["schemas"]["TrendRow"][];
        };
        TrendParameters: {
            /** @default null */
            breakdown?: components["schemas"]["Split"] | null;
            /** @default null */
            compare?: components["schemas"]["Comparison"] | null;
            /** @default null */
            currency?: string | null;
            endDate: string | number;
            /** @default session */
            entity?: components["schemas"]["Entity"];
            /** @default 10 */
            limit?: number;
            series: components["schemas"]["Series"][];
            startDate: string | number;
            /** @default UTC */
            timezone?: string;
            /**
             * @default day
             * @enum {string}
             */
            unit?: "hour" | "day" | "week" | "month";
        };
        TrendRequest: {
            filters?: components["schemas"]["Filters"] | null;
            parameters: components["schemas"]["TrendParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        TrendRow: {
            /** Format: date-time */
            t: string;
            values: (number | null)[];
        };
        TrendSessionsRequest: {
            cell: components["schemas"]["TrendCell"];
            filters?: components["schemas"]["Filters"] | null;
            /** @default 1 */
            page?: number;
            /** @default 20 */
            pageSize?: number;
            parameters: components["schemas"]["TrendParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        TypedEventProperty: {
            dataType: number;
            eventName: string;
            propertyName: string;
            propertyValue?: string | null;
            total: number;
        };
        UTMRequest: {
            filters?: components["schemas"]["Filters"] | null;
            parameters: components["schemas"]["UtmParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        UTMSessionsRequest: {
            cell: components["schemas"]["UtmCell"];
            filters?: components["schemas"]["Filters"] | null;
            /** @default 1 */
            page?: number;
            /** @default 20 */
            pageSize?: number;
            parameters: components["schemas"]["UtmParameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        UnconvertedRow: {
            count: number;
            currency: string;
            sum: number;
        };
        /** @enum {string} */
        Unit: "hour" | "day" | "week" | "month" | "year";
        UserChange: {
            /** @default null */
            password?: string | null;
            /** @default null */
            role?: components["schemas"]["Role"] | null;
            /** @default null */
            username?: string | null;
        };
        UserCounts: {
            websites: number;
        };
        UserCreation: {
            /** @default null */
            id?: string | null;
            password: string;
            /** @default user */
            role?: components["schemas"]["Role"];
            username: string;
        };
        UserName: {
            /** Format: uuid */
            id: string;
            username: string;
        };
        UtmAnswer: {
            utm_campaign: components["schemas"]["UtmRow"][];
            utm_content: components["schemas"]["UtmRow"][];
            utm_medium: components["schemas"]["UtmRow"][];
            utm_source: components["schemas"]["UtmRow"][];
            utm_term: components["schemas"]["UtmRow"][];
        };
        UtmCell: {
            /** @default null */
            goal?: number | null;
            /** @enum {string} */
            list: "utm_source" | "utm_medium" | "utm_campaign" | "utm_term" | "utm_content";
            name: string;
        };
        UtmParameters: {
            /** @default null */
            currency?: string | null;
            /** @default false */
            details?: boolean;
            endDate: string | number;
            /** @default session */
            entity?: components["schemas"]["Entity"];
            /** @default null */
            goals?: components["schemas"]["Step"][] | null;
            startDate: string | number;
            /** @default UTC */
            timezone?: string;
        };
        UtmRow: {
            bounces?: number | null;
            conversions?: number[] | null;
            revenue?: number | null;
            utm: string;
            views: number;
            visitors?: number | null;
            visits?: number | null;
        };
        ValueRow: {
            count: number;
            value: string;
        };
        Visit: {
            opens: components["schemas"]["Opens"];
            parameters: {
                [key: string]: unknown;
            };
            reportId: string | null;
            /** Format: uuid */
            shareId: string;
            /** @default 1 */
            shareType: number;
            shows: components["schemas"]["Part"][];
            token: string;
            /** Format: uuid */
            websiteId: string;
        };
        WebsiteChange: {
            /** @default null */
            domain?: string | null;
            /** @default null */
            name?: string | null;
            /** @default null */
            retentionDays?: number | null;
            /** @default null */
            shareId?: string | null;
        };
        WebsiteCreation: {
            /** @default  */
            domain?: string;
            /** @default null */
            id?: string | null;
            name: string;
            /** @default null */
            retentionDays?: number | null;
            /** @default null */
            shareId?: string | null;
            /** @default null */
            teamId?: string | null;
        };
        WebsiteShareCreation: {
            /** @default null */
            embedOrigins?: string[] | null;
            /** @default null */
            expiresAt?: string | null;
            name: string;
            /** @default null */
            opens?: components["schemas"]["Opens"] | null;
            parameters?: {
                [key: string]: unknown;
            };
            /** @default null */
            password?: string | null;
            /** @default null */
            reportId?: string | null;
            /** @default null */
            slug?: string | null;
        };
        WebsiteTransfer: {
            /** @default null */
            teamId?: string | null;
            /** @default null */
            userId?: string | null;
        };
        /** @enum {string} */
        WindowUnit: "day" | "hour" | "minute";
        WireKey: {
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            hint: string;
            /** Format: uuid */
            id: string;
            name: string;
            readOnly: boolean;
        };
        WireMember: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            role: components["schemas"]["TeamRole"];
            /** Format: uuid */
            teamId: string;
            /** Format: date-time */
            updatedAt: string;
            user: components["schemas"]["MemberName"];
            /** Format: uuid */
            userId: string;
        };
        WireSavedReport: {
            /** Format: date-time */
            createdAt: string;
            description: string;
            /** Format: uuid */
            id: string;
            name: string;
            parameters: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            type: "attribution" | "breakdown" | "experiment" | "funnel" | "goal" | "journey" | "lifecycle" | "retention" | "revenue" | "stickiness" | "trend" | "utm";
            /** Format: date-time */
            updatedAt: string;
            userId: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        WireSegment: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            name: string;
            parameters: {
                [key: string]: unknown;
            };
            type: components["schemas"]["FilterKind"];
            /** Format: date-time */
            updatedAt: string;
            /** Format: uuid */
            websiteId: string;
        };
        WireShare: {
            /** Format: date-time */
            createdAt: string;
            embedOrigins: string[];
            /** Format: uuid */
            entityId: string;
            expiresAt: string | null;
            hasPassword: boolean;
            /** Format: uuid */
            id: string;
            name: string;
            opens: components["schemas"]["Opens"];
            parameters: {
                [key: string]: unknown;
            };
            reportId: string | null;
            /** @default 1 */
            shareType: number;
            slug: string;
            /** Format: date-time */
            updatedAt: string;
        };
        WireTeam: {
            accessCode: string | null;
            /** Format: date-time */
            createdAt: string;
            deletedAt: null;
            /** Format: uuid */
            id: string;
            logoUrl: null;
            members: components["schemas"]["WireMember"][];
            name: string;
            /** Format: date-time */
            updatedAt: string;
        };
        WireUser: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            role: components["schemas"]["Role"];
            username: string;
        };
        WireWebsite: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string | null;
            deletedAt: null;
            domain: string;
            /** Format: uuid */
            id: string;
            name: string;
            replayConfig: null;
            /** @default false */
            replayEnabled: boolean;
            resetAt: string | null;
            retentionDays: number | null;
            shareId: string | null;
            teamId: string | null;
            /** Format: date-time */
            updatedAt: string;
            userId: string | null;
        };
    };
    responses: {
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        Overloaded: {
            headers: {
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        QueryTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        TooManyRequests: {
            headers: {
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAllTeams: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPage_ListedTeam_"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    listAllUsers: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPage_ListedUser_"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    listAllWebsites: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPage_ListedWebsite_"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    reportAgents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToldFetches"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptFetches"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Overloaded"];
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ok"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentUser"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    batch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    payload: {
                        data?: Record<string, never>;
                        hostname?: string;
                        id?: string;
                        language?: string;
                        name?: string;
                        referrer?: string;
                        screen?: string;
                        tag?: string;
                        timestamp?: number;
                        title?: string;
                        url?: string;
                        /** Format: uuid */
                        website: string;
                    };
                    /** @enum {string} */
                    type: "event" | "identify" | "performance";
                }[];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentBatch"];
                };
            };
            400: components["responses"]["BadRequest"];
            413: components["responses"]["TooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    config: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Config"];
                };
            };
        };
    };
    heartbeat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ok"];
                };
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    listKeys: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPage_WireKey_"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyCreation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWireKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
        };
    };
    deleteKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ok"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireUser"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Overloaded"];
        };
    };
    endSignIns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ok"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    myTeams: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPage_ListedTeam_"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
        };
    };
    myWebsites: {
        parameters: {
            query?: {
                includeTeams?: string;
                page?: number;
                pageSize?: number;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPage_ListedWebsite_"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
        };
    };
    realtime: {
        parameters: {
            query?: {
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RealtimeAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    listSavedReports: {
        parameters: {
            query: {
                websiteId: string;
                type?: ("attribution" | "breakdown" | "experiment" | "funnel" | "goal" | "journey" | "lifecycle" | "retention" | "revenue" | "stickiness" | "trend" | "utm") | null;
                page?: number;
                pageSize?: number;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPage_WireSavedReport_"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    createSavedReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedReportCreation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireSavedReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    runAttribution: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttributionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributionAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    listSessionsOfAttribution: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttributionSessionsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    runBreakdown: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BreakdownRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakdownRow"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    listSessionsOfBreakdown: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BreakdownSessionsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    runExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExperimentRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExperimentRow"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    listSessionsOfExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExperimentSessionsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    runFunnel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FunnelRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunnelRow"][] | components["schemas"]["FunnelAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    listSessionsOfFunnel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FunnelSessionsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    runGoal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoalsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalAnswer"] | components["schemas"]["GoalsAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    runGoals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoalsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalAnswer"] | components["schemas"]["GoalsAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    listSessionsOfGoals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoalsSessionsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    runJourney: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JourneyRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyRow"][] | components["schemas"]["JourneyFlow"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    listSessionsOfJourney: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JourneySessionsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    runLifecycle: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LifecycleRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LifecycleRow"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    listSessionsOfLifecycle: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LifecycleSessionsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    runRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetentionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionRow"][] | components["schemas"]["RetentionAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    listSessionsOfRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetentionSessionsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    runRevenue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevenueRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevenueAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    listSessionsOfRevenue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevenueSessionsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    runStickiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StickinessRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StickinessRow"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    listSessionsOfStickiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StickinessSessionsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    runTrend: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrendRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrendAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    listSessionsOfTrend: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrendSessionsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    runUtm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UTMRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UtmAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    listSessionsOfUtm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UTMSessionsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    runUtmfilters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UTMRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UtmAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    getSavedReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireSavedReport"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    updateSavedReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedReportChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireSavedReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    deleteSavedReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ok"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    runSavedReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedReportRun"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributionAnswer"] | components["schemas"]["BreakdownRow"][] | components["schemas"]["ExperimentRow"][] | components["schemas"]["FunnelRow"][] | components["schemas"]["FunnelAnswer"] | components["schemas"]["GoalAnswer"] | components["schemas"]["GoalsAnswer"] | components["schemas"]["JourneyRow"][] | components["schemas"]["JourneyFlow"] | components["schemas"]["LifecycleRow"][] | components["schemas"]["RetentionRow"][] | components["schemas"]["RetentionAnswer"] | components["schemas"]["RevenueAnswer"] | components["schemas"]["StickinessRow"][] | components["schemas"]["TrendAnswer"] | components["schemas"]["UtmAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    send: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    payload: {
                        data?: Record<string, never>;
                        hostname?: string;
                        id?: string;
                        language?: string;
                        name?: string;
                        referrer?: string;
                        screen?: string;
                        tag?: string;
                        timestamp?: number;
                        title?: string;
                        url?: string;
                        /** Format: uuid */
                        website: string;
                    };
                    /** @enum {string} */
                    type: "event" | "identify" | "performance";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sent"] | components["schemas"]["NotStored"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    createShare: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareCreation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireShare"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    getShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                share_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireShare"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    updateShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                share_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireShare"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    deleteShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                share_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ok"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    visit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Overloaded"];
        };
    };
    visitWithPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Password"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Overloaded"];
        };
    };
    listTeams: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPage_ListedTeam_"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
        };
    };
    createTeam: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamCreation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["WireTeam"] | components["schemas"]["WireMember"])[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
        };
    };
    joinTeam: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Joining"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireMember"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Overloaded"];
        };
    };
    getTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireTeam"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    updateTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireTeam"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
        };
    };
    deleteTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ok"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                search?: string;
            };
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPage_WireMember_"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    addMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMember"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireMember"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireMember"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    changeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireMember"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ok"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
        };
    };
    listTeamWebsites: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                search?: string;
            };
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPage_ListedWebsite_"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCreation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireUser"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireUser"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireUser"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ok"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
        };
    };
    listUserTeams: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                search?: string;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPage_ListedTeam_"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    listUserWebsites: {
        parameters: {
            query?: {
                includeTeams?: string;
                page?: number;
                pageSize?: number;
                search?: string;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPage_ListedWebsite_"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    listWebsites: {
        parameters: {
            query?: {
                includeTeams?: string;
                page?: number;
                pageSize?: number;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPage_ListedWebsite_"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
        };
    };
    createWebsite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebsiteCreation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireWebsite"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
        };
    };
    getWebsite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireWebsite"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    updateWebsite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebsiteChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireWebsite"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
        };
    };
    deleteWebsite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ok"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    websiteActive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActiveAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    agents: {
        parameters: {
            query?: {
                unit?: components["schemas"]["Interval"] | null;
                limit?: number;
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentsAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    websiteDaterange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DateRangeAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    listEventData: {
        parameters: {
            query?: {
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                page?: number;
                pageSize?: number;
                search?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventDataPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    eventDataEvents: {
        parameters: {
            query?: {
                event?: string[] | null;
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TypedEventProperty"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    eventDataFields: {
        parameters: {
            query?: {
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldValue"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    eventDataProperties: {
        parameters: {
            query?: {
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventNameProperty"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    eventDataTotals: {
        parameters: {
            query?: {
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventDataTotals"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    eventDataValues: {
        parameters: {
            query: {
                propertyName: string;
                eventName?: string | null;
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PropertyValue"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    eventDataOfOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPropertyRow"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                page?: number;
                pageSize?: number;
                search?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    eventSeries: {
        parameters: {
            query?: {
                unit?: components["schemas"]["Interval"] | null;
                limit?: number | null;
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPoint"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    eventTotals: {
        parameters: {
            query?: {
                compare?: components["schemas"]["Comparison"];
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventTotalsAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    exportWebsite: {
        parameters: {
            query?: {
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    websiteMetrics: {
        parameters: {
            query: {
                type: components["schemas"]["Dimension"];
                limit?: number;
                offset?: number;
                search?: string;
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricRow"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    websiteExpandedMetrics: {
        parameters: {
            query: {
                type: components["schemas"]["Dimension"];
                limit?: number;
                offset?: number;
                search?: string;
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpandedRow"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    websitePageviews: {
        parameters: {
            query?: {
                unit?: components["schemas"]["Interval"] | null;
                compare?: components["schemas"]["Comparison"] | null;
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageviewsAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    listWebsiteReports: {
        parameters: {
            query?: {
                type?: ("attribution" | "breakdown" | "experiment" | "funnel" | "goal" | "journey" | "lifecycle" | "retention" | "revenue" | "stickiness" | "trend" | "utm") | null;
                page?: number;
                pageSize?: number;
                search?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPage_WireSavedReport_"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    resetWebsite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ok"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    listBuyers: {
        parameters: {
            query: {
                currency: string;
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                page?: number;
                pageSize?: number;
                search?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    listSegments: {
        parameters: {
            query: {
                type: components["schemas"]["FilterKind"];
                page?: number;
                pageSize?: number;
                search?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPage_WireSegment_"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    createSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentCreation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireSegment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    getSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                website_id: string;
                segment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireSegment"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    updateSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                website_id: string;
                segment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireSegment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    deleteSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                website_id: string;
                segment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ok"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    sessionDataProperties: {
        parameters: {
            query?: {
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPropertyTotal"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    sessionDataValues: {
        parameters: {
            query?: {
                propertyName?: string;
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPropertyValue"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                page?: number;
                pageSize?: number;
                search?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    sessionTotals: {
        parameters: {
            query?: {
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTotals"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    sessionWeekly: {
        parameters: {
            query?: {
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number[][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                website_id: string;
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ok"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Overloaded"];
        };
    };
    sessionActivity: {
        parameters: {
            query?: {
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                session_id: string;
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityRow"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    sessionProperties: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPropertyRow"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    listShares: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                search?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPage_WireShare_"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    createWebsiteShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebsiteShareCreation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireShare"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    websiteStats: {
        parameters: {
            query?: {
                compare?: components["schemas"]["Comparison"];
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatsAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
    transferWebsite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebsiteTransfer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireWebsite"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
        };
    };
    websiteValues: {
        parameters: {
            query: {
                type: "path" | "referrer" | "title" | "query" | "browser" | "os" | "device" | "country" | "region" | "city" | "hostname" | "tag" | "event" | "language" | "screen" | "distinctId" | "utmSource" | "utmMedium" | "utmCampaign" | "utmContent" | "utmTerm";
                search?: string;
                limit?: number;
                startAt?: string | number | null;
                endAt?: string | number | null;
                startDate?: string | number | null;
                endDate?: string | number | null;
                timezone?: string;
                path?: string[];
                referrer?: string[];
                title?: string[];
                query?: string[];
                browser?: string[];
                os?: string[];
                device?: string[];
                country?: string[];
                region?: string[];
                city?: string[];
                hostname?: string[];
                tag?: string[];
                event?: string[];
                language?: string[];
                screen?: string[];
                distinctId?: string[];
                utmSource?: string[];
                utmMedium?: string[];
                utmCampaign?: string[];
                utmContent?: string[];
                utmTerm?: string[];
                eventType?: string[];
                match?: string;
                scope?: string;
                segment?: string;
                cohort?: string;
                excludeBounce?: string;
            };
            header?: never;
            path: {
                website_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Server-Timing"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueRow"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryTooLarge"];
            503: components["responses"]["Overloaded"];
        };
    };
}

/** The bounds of what the API takes: of lengths, numbers and lists. */
export const BOUNDS = {
    "AttributionCell": {
        "list": {
            "maxLength": 50
        },
        "name": {
            "maxLength": 5000
        }
    },
    "AttributionParameters": {
        "timezone": {
            "maxLength": 50
        }
    },
    "AttributionSessionsRequest": {
        "page": {
            "maximum": 2147483647,
            "minimum": 1
        },
        "pageSize": {
            "minimum": 1
        }
    },
    "BreakdownCell": {
        "goal": {
            "minimum": 0
        }
    },
    "BreakdownParameters": {
        "fields": {
            "maxItems": 8,
            "minItems": 1
        },
        "goals": {
            "maxItems": 20,
            "minItems": 1
        },
        "limit": {
            "maximum": 10000,
            "minimum": 1
        },
        "timezone": {
            "maxLength": 50
        }
    },
    "BreakdownSessionsRequest": {
        "page": {
            "maximum": 2147483647,
            "minimum": 1
        },
        "pageSize": {
            "minimum": 1
        }
    },
    "Exclusion": {
        "after": {
            "minimum": 1
        },
        "anyOf": {
            "maxItems": 10,
            "minItems": 1
        },
        "filters": {
            "maxItems": 20
        },
        "value": {
            "maxLength": 1000
        }
    },
    "ExperimentCell": {
        "variant": {
            "maxLength": 5000
        }
    },
    "ExperimentParameters": {
        "control": {
            "maxLength": 5000
        },
        "timezone": {
            "maxLength": 50
        }
    },
    "ExperimentSessionsRequest": {
        "page": {
            "maximum": 2147483647,
            "minimum": 1
        },
        "pageSize": {
            "minimum": 1
        }
    },
    "Exposure": {
        "property": {
            "maxLength": 500,
            "minLength": 1
        }
    },
    "Filters": {
        "browser": {
            "maxItems": 1000,
            "minItems": 1
        },
        "city": {
            "maxItems": 1000,
            "minItems": 1
        },
        "country": {
            "maxItems": 1000,
            "minItems": 1
        },
        "device": {
            "maxItems": 1000,
            "minItems": 1
        },
        "distinctId": {
            "maxItems": 1000,
            "minItems": 1
        },
        "event": {
            "maxItems": 1000,
            "minItems": 1
        },
        "eventType": {
            "maxItems": 1000,
            "minItems": 1
        },
        "hostname": {
            "maxItems": 1000,
            "minItems": 1
        },
        "language": {
            "maxItems": 1000,
            "minItems": 1
        },
        "os": {
            "maxItems": 1000,
            "minItems": 1
        },
        "path": {
            "maxItems": 1000,
            "minItems": 1
        },
        "query": {
            "maxItems": 1000,
            "minItems": 1
        },
        "referrer": {
            "maxItems": 1000,
            "minItems": 1
        },
        "region": {
            "maxItems": 1000,
            "minItems": 1
        },
        "screen": {
            "maxItems": 1000,
            "minItems": 1
        },
        "tag": {
            "maxItems": 1000,
            "minItems": 1
        },
        "title": {
            "maxItems": 1000,
            "minItems": 1
        },
        "utmCampaign": {
            "maxItems": 1000,
            "minItems": 1
        },
        "utmContent": {
            "maxItems": 1000,
            "minItems": 1
        },
        "utmMedium": {
            "maxItems": 1000,
            "minItems": 1
        },
        "utmSource": {
            "maxItems": 1000,
            "minItems": 1
        },
        "utmTerm": {
            "maxItems": 1000,
            "minItems": 1
        }
    },
    "FunnelCell": {
        "group": {
            "maxLength": 10000
        }
    },
    "FunnelParameters": {
        "exclusions": {
            "maxItems": 20
        },
        "limit": {
            "maximum": 50,
            "minimum": 1
        },
        "steps": {
            "maxItems": 8,
            "minItems": 2
        },
        "timezone": {
            "maxLength": 50
        }
    },
    "FunnelSessionsRequest": {
        "page": {
            "maximum": 2147483647,
            "minimum": 1
        },
        "pageSize": {
            "minimum": 1
        }
    },
    "FunnelStep": {
        "anyOf": {
            "maxItems": 10,
            "minItems": 1
        },
        "atLeast": {
            "minimum": 0
        },
        "filters": {
            "maxItems": 20
        },
        "value": {
            "maxLength": 1000
        }
    },
    "GoalCell": {
        "goal": {
            "minimum": 0
        },
        "group": {
            "maxLength": 10000
        }
    },
    "GoalParameters": {
        "anyOf": {
            "maxItems": 10,
            "minItems": 1
        },
        "filters": {
            "maxItems": 20
        },
        "goals": {
            "maxItems": 20,
            "minItems": 1
        },
        "limit": {
            "maximum": 50,
            "minimum": 1
        },
        "timezone": {
            "maxLength": 50
        },
        "value": {
            "maxLength": 1000
        }
    },
    "GoalsSessionsRequest": {
        "page": {
            "maximum": 2147483647,
            "minimum": 1
        },
        "pageSize": {
            "minimum": 1
        }
    },
    "ItemGroup": {
        "name": {
            "maxLength": 500
        },
        "pattern": {
            "maxLength": 1000
        }
    },
    "JourneyCell": {
        "from": {
            "maxLength": 1000
        },
        "item": {
            "maxLength": 1000
        },
        "items": {
            "maxLength": 100
        },
        "to": {
            "maxLength": 1000
        }
    },
    "JourneyParameters": {
        "endStep": {
            "maxLength": 1000
        },
        "exclude": {
            "maxLength": 50
        },
        "groups": {
            "maxLength": 50
        },
        "nodes": {
            "maximum": 50,
            "minimum": 1
        },
        "startStep": {
            "maxLength": 1000
        },
        "steps": {
            "maximum": 7,
            "minimum": 2
        },
        "timezone": {
            "maxLength": 50
        }
    },
    "JourneySessionsRequest": {
        "page": {
            "maximum": 2147483647,
            "minimum": 1
        },
        "pageSize": {
            "minimum": 1
        }
    },
    "KeyCreation": {
        "name": {
            "maxLength": 200,
            "minLength": 1
        }
    },
    "LifecycleParameters": {
        "timezone": {
            "maxLength": 50
        }
    },
    "LifecycleSessionsRequest": {
        "page": {
            "maximum": 2147483647,
            "minimum": 1
        },
        "pageSize": {
            "minimum": 1
        }
    },
    "LifetimeParameters": {
        "periods": {
            "maximum": 366,
            "minimum": 0
        }
    },
    "Password": {
        "password": {
            "maxLength": 255
        }
    },
    "PlainStep": {
        "filters": {
            "maxItems": 20
        },
        "value": {
            "maxLength": 1000
        }
    },
    "RetentionCell": {
        "day": {
            "minimum": 0
        },
        "group": {
            "maxLength": 10000
        },
        "period": {
            "minimum": 0
        }
    },
    "RetentionParameters": {
        "limit": {
            "maximum": 50,
            "minimum": 1
        },
        "minimum": {
            "maximum": 9223372036854776000,
            "minimum": 1
        },
        "periods": {
            "maximum": 366,
            "minimum": 1
        },
        "timezone": {
            "maxLength": 50
        }
    },
    "RetentionSessionsRequest": {
        "page": {
            "maximum": 2147483647,
            "minimum": 1
        },
        "pageSize": {
            "minimum": 1
        }
    },
    "RevenueParameters": {
        "timezone": {
            "maxLength": 50
        }
    },
    "RevenueSessionsRequest": {
        "page": {
            "maximum": 2147483647,
            "minimum": 1
        },
        "pageSize": {
            "minimum": 1
        }
    },
    "SavedReportChange": {
        "description": {
            "maxLength": 500
        },
        "name": {
            "maxLength": 200,
            "minLength": 1
        }
    },
    "SavedReportCreation": {
        "description": {
            "maxLength": 500
        },
        "name": {
            "maxLength": 200,
            "minLength": 1
        }
    },
    "SegmentChange": {
        "name": {
            "maxLength": 200,
            "minLength": 1
        }
    },
    "SegmentCreation": {
        "name": {
            "maxLength": 200,
            "minLength": 1
        }
    },
    "Series": {
        "anyOf": {
            "maxItems": 10,
            "minItems": 1
        },
        "filters": {
            "maxItems": 20
        },
        "property": {
            "maxLength": 500,
            "minLength": 1
        },
        "value": {
            "maxLength": 1000
        }
    },
    "ShareChange": {
        "embedOrigins": {
            "maxItems": 20
        },
        "name": {
            "maxLength": 200,
            "minLength": 1
        },
        "slug": {
            "maxLength": 100
        }
    },
    "ShareCreation": {
        "embedOrigins": {
            "maxItems": 20
        },
        "name": {
            "maxLength": 200,
            "minLength": 1
        },
        "slug": {
            "maxLength": 100
        }
    },
    "SignIn": {
        "device": {
            "maxLength": 200
        },
        "password": {
            "maxLength": 255
        },
        "username": {
            "maxLength": 255
        }
    },
    "Split": {
        "field": {
            "maxLength": 50
        },
        "property": {
            "maxLength": 500,
            "minLength": 1
        }
    },
    "Step": {
        "anyOf": {
            "maxItems": 10,
            "minItems": 1
        },
        "filters": {
            "maxItems": 20
        },
        "value": {
            "maxLength": 1000
        }
    },
    "StepCondition": {
        "field": {
            "maxLength": 50
        },
        "property": {
            "maxLength": 500,
            "minLength": 1
        },
        "value": {
            "maxLength": 5000
        }
    },
    "StickinessCell": {
        "periods": {
            "minimum": 1
        }
    },
    "StickinessParameters": {
        "timezone": {
            "maxLength": 50
        }
    },
    "StickinessSessionsRequest": {
        "page": {
            "maximum": 2147483647,
            "minimum": 1
        },
        "pageSize": {
            "minimum": 1
        }
    },
    "TeamChange": {
        "accessCode": {
            "maxLength": 50,
            "minLength": 12
        },
        "name": {
            "maxLength": 50,
            "minLength": 1
        }
    },
    "TeamCreation": {
        "name": {
            "maxLength": 50,
            "minLength": 1
        }
    },
    "ToldFetch": {
        "hostname": {
            "maxLength": 100
        },
        "ip": {
            "maxLength": 100
        },
        "referrer": {
            "maxLength": 5000
        },
        "signature": {
            "maxLength": 4000
        },
        "signatureAgent": {
            "maxLength": 4000
        },
        "signatureInput": {
            "maxLength": 4000
        },
        "status": {
            "maximum": 599,
            "minimum": 0
        },
        "timestamp": {
            "minimum": 946684800
        },
        "url": {
            "maxLength": 5000
        },
        "userAgent": {
            "maxLength": 5000
        }
    },
    "ToldFetches": {
        "fetches": {
            "maxItems": 500,
            "minItems": 1
        }
    },
    "TrendCell": {
        "group": {
            "maxLength": 10000
        },
        "series": {
            "minimum": 0
        }
    },
    "TrendParameters": {
        "limit": {
            "maximum": 50,
            "minimum": 1
        },
        "series": {
            "maxItems": 10,
            "minItems": 1
        },
        "timezone": {
            "maxLength": 50
        }
    },
    "TrendSessionsRequest": {
        "page": {
            "maximum": 2147483647,
            "minimum": 1
        },
        "pageSize": {
            "minimum": 1
        }
    },
    "UTMSessionsRequest": {
        "page": {
            "maximum": 2147483647,
            "minimum": 1
        },
        "pageSize": {
            "minimum": 1
        }
    },
    "UtmCell": {
        "goal": {
            "minimum": 0
        },
        "list": {
            "maxLength": 50
        },
        "name": {
            "maxLength": 10000
        }
    },
    "UtmParameters": {
        "goals": {
            "maxItems": 20,
            "minItems": 1
        },
        "timezone": {
            "maxLength": 50
        }
    },
    "WebsiteChange": {
        "domain": {
            "maxLength": 500
        },
        "name": {
            "maxLength": 100,
            "minLength": 1
        },
        "retentionDays": {
            "maximum": 36500,
            "minimum": 1
        },
        "shareId": {
            "maxLength": 50
        }
    },
    "WebsiteCreation": {
        "domain": {
            "maxLength": 500
        },
        "name": {
            "maxLength": 100,
            "minLength": 1
        },
        "retentionDays": {
            "maximum": 36500,
            "minimum": 1
        },
        "shareId": {
            "maxLength": 50
        }
    },
    "WebsiteShareCreation": {
        "embedOrigins": {
            "maxItems": 20
        },
        "name": {
            "maxLength": 200,
            "minLength": 1
        },
        "slug": {
            "maxLength": 100
        }
    }
} as const;
