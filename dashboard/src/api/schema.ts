// Made by `npm run types` from openapi.json, sha256 4102bf93e4f777047d26b8198a99c4217d4d6571ff3fe61f8f45739a0401b56e

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
        AttributionAnswer: {
            paidAds: components["schemas"]["CreditRow"][];
            referrer: components["schemas"]["CreditRow"][];
            total: components["schemas"]["ConversionTotal"];
            utm_campaign: components["schemas"]["CreditRow"][];
            utm_content: components["schemas"]["CreditRow"][];
            utm_medium: components["schemas"]["CreditRow"][];
            utm_source: components["schemas"]["CreditRow"][];
            utm_term: components["schemas"]["CreditRow"][];
        };
        AttributionParameters: {
            /** @default null */
            currency?: string | null;
            endDate: string | number;
            /** @default session */
            entity?: components["schemas"]["Entity"];
            /** @enum {string} */
            model: "first-click" | "last-click" | "firstClick" | "lastClick";
            startDate: string | number;
            step: string;
            /** @default UTC */
            timezone?: string;
            type: components["schemas"]["StepType"];
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
        BreakdownParameters: {
            endDate: string | number;
            /** @default session */
            entity?: components["schemas"]["Entity"];
            fields: ("path" | "referrer" | "title" | "query" | "browser" | "os" | "device" | "country" | "region" | "city" | "hostname" | "tag" | "event" | "language" | "screen" | "distinctId" | "utmSource" | "utmMedium" | "utmCampaign" | "utmContent" | "utmTerm")[];
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
            totaltime: number;
            views: number;
            visitors: number;
            visits: number;
        } & {
            [key: string]: unknown;
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
        ConversionTotal: {
            pageviews: number;
            visitors: number;
            visits: number;
        };
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
        DateRangeAnswer: {
            endDate: string | null;
            startDate: string | null;
        };
        /** @enum {string} */
        Dimension: "path" | "entry" | "exit" | "referrer" | "domain" | "title" | "query" | "event" | "tag" | "hostname" | "utmSource" | "utmMedium" | "utmCampaign" | "utmContent" | "utmTerm" | "browser" | "os" | "device" | "screen" | "language" | "country" | "region" | "city" | "distinctId" | "channel";
        /** @enum {string} */
        Entity: "session" | "visit" | "person";
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
        ExpandedRow: {
            bounces: number;
            country?: string | null;
            name: string;
            pageviews: number;
            totaltime: number;
            visitors: number;
            visits: number;
        };
        ExportAnswer: {
            zip: string;
        };
        Failure: {
            index: number;
            response: components["schemas"]["ErrorBody"];
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
        FunnelParameters: {
            endDate: string | number;
            /** @default session */
            entity?: components["schemas"]["Entity"];
            startDate: string | number;
            steps: components["schemas"]["Step"][];
            /** @default UTC */
            timezone?: string;
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
            dropped: number;
            filters?: {
                [key: string]: unknown;
            }[] | null;
            previous: number;
            remaining: number | null;
            type: components["schemas"]["StepType"] | "anyOf";
            value: string;
            visitors: number;
        };
        GoalAnswer: {
            num: number;
            total: number;
        };
        GoalCell: {
            /** @enum {string} */
            of: "num" | "total";
        };
        GoalParameters: {
            endDate: string | number;
            /** @default session */
            entity?: components["schemas"]["Entity"];
            startDate: string | number;
            /** @default UTC */
            timezone?: string;
            type: components["schemas"]["StepType"];
            value: string;
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
        /** @enum {string} */
        Interval: "minute" | "hour" | "day" | "week" | "month" | "year";
        Joining: {
            accessCode: string;
        };
        JourneyParameters: {
            /** @default false */
            collapse?: boolean;
            endDate: string | number;
            /** @default null */
            endStep?: string | null;
            /** @default session */
            entity?: components["schemas"]["Entity"];
            /** @default null */
            eventType?: (1 | 2) | ("1" | "2") | null;
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
        KeyCreation: {
            /** @default null */
            expiresAt?: string | null;
            name: string;
            /** @default false */
            readOnly?: boolean;
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
        PageviewsAnswer: {
            compare?: components["schemas"]["ComparedSeries"] | null;
            endDate?: string | null;
            pageviews: components["schemas"]["Point"][];
            sessions: components["schemas"]["Point"][];
            startDate?: string | null;
        };
        Parameters: {
            endDate: string | number;
            /** @default session */
            entity?: components["schemas"]["Entity"];
            startDate: string | number;
            /** @default UTC */
            timezone?: string;
        };
        /** @enum {string} */
        Part: "website" | "overview" | "events" | "sessions" | "visitors" | "realtime" | "segments" | "saved-reports" | "filters" | "export" | "attribution" | "breakdown" | "funnel" | "goal" | "journey" | "retention" | "revenue" | "utm";
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
        RetentionRequest: {
            filters?: components["schemas"]["Filters"] | null;
            parameters: components["schemas"]["Parameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
        };
        RetentionRow: {
            date: string;
            day: number;
            percentage: number;
            returnVisitors: number;
            visitors: number;
        };
        RevenueAnswer: {
            channel: components["schemas"]["NamedRow"][];
            chart: components["schemas"]["ChartRow"][];
            country: components["schemas"]["NamedRow"][];
            referrer: components["schemas"]["NamedRow"][];
            region: components["schemas"]["RegionRow"][];
            total: components["schemas"]["Total"];
        };
        RevenueParameters: {
            /** @default prev */
            compare?: components["schemas"]["Comparison"];
            currency: string;
            endDate: string | number;
            /** @default session */
            entity?: components["schemas"]["Entity"];
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
            type?: ("attribution" | "breakdown" | "funnel" | "goal" | "journey" | "retention" | "revenue" | "utm") | null;
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
            type: "attribution" | "breakdown" | "funnel" | "goal" | "journey" | "retention" | "revenue" | "utm";
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
        Total: {
            arpu: number;
            average: number;
            comparison: components["schemas"]["Figures"];
            count: number;
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
        TypedEventProperty: {
            dataType: number;
            eventName: string;
            propertyName: string;
            propertyValue?: string | null;
            total: number;
        };
        UTMRequest: {
            filters?: components["schemas"]["Filters"] | null;
            parameters: components["schemas"]["Parameters"];
            /** @default false */
            strict?: boolean;
            /** @default null */
            type?: string | null;
            /** Format: uuid */
            websiteId: string;
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
        UtmRow: {
            utm: string;
            views: number;
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
            type: "attribution" | "breakdown" | "funnel" | "goal" | "journey" | "retention" | "revenue" | "utm";
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
                type?: ("attribution" | "breakdown" | "funnel" | "goal" | "journey" | "retention" | "revenue" | "utm") | null;
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
                    "application/json": components["schemas"]["FunnelRow"][];
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
                    "application/json": components["schemas"]["GoalAnswer"];
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
                    "application/json": components["schemas"]["GoalAnswer"];
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
                    "application/json": components["schemas"]["JourneyRow"][];
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
                    "application/json": components["schemas"]["RetentionRow"][];
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
                    "application/json": components["schemas"]["AttributionAnswer"] | components["schemas"]["BreakdownRow"][] | components["schemas"]["FunnelRow"][] | components["schemas"]["GoalAnswer"] | components["schemas"]["JourneyRow"][] | components["schemas"]["RetentionRow"][] | components["schemas"]["RevenueAnswer"] | components["schemas"]["UtmAnswer"];
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
                type?: ("attribution" | "breakdown" | "funnel" | "goal" | "journey" | "retention" | "revenue" | "utm") | null;
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
    "AttributionParameters": {
        "step": {
            "maxLength": 1000
        },
        "timezone": {
            "maxLength": 50
        }
    },
    "BreakdownParameters": {
        "fields": {
            "maxItems": 8,
            "minItems": 1
        },
        "timezone": {
            "maxLength": 50
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
    "FunnelParameters": {
        "steps": {
            "maxItems": 8,
            "minItems": 2
        },
        "timezone": {
            "maxLength": 50
        }
    },
    "GoalParameters": {
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
    "JourneyParameters": {
        "endStep": {
            "maxLength": 1000
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
    "KeyCreation": {
        "name": {
            "maxLength": 200,
            "minLength": 1
        }
    },
    "Parameters": {
        "timezone": {
            "maxLength": 50
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
    "RevenueParameters": {
        "timezone": {
            "maxLength": 50
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
