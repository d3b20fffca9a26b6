using Bot.Rules;

namespace Bot.Settings;

/// <summary>Everything the host is told from outside, checked at start.</summary>
public sealed record HostSettings(
    StorageSettings Storage,
    OrganisationSettings Organisation,
    AdminSettings Admin,
    SlackSettings Slack,
    TeamsSettings Teams,
    IReadOnlyDictionary<string, ConnectionSettings> Connections,
    ClockSettings Clock,
    FirstSaleSettings FirstSale,
    Uri? PublicUrl
)
{
    /// <summary>Section <c>Points</c>: the first values of the point rules.</summary>
    public PointConfiguration Points { get; init; } = PointConfiguration.Nothing;
}

/// <summary>Section <c>Storage</c>.</summary>
public sealed record StorageSettings
{
    public string Provider { get; init; } = "Sqlite";

    public string ConnectionString { get; init; } = "Data Source=data/medalist.db";
}

/// <summary>Section <c>Organisation</c>.</summary>
public sealed record OrganisationSettings
{
    public string TimeZone { get; init; } = "UTC";

    public string Currency { get; init; } = "USD";

    public long RevenueUnit { get; init; } = 1000;

    public int GraceHours { get; init; } = 48;

    /// <summary><c>credit</c>: what comes after its period closed counts when it came; <c>reject</c>: it is listed.</summary>
    public string LatePolicy { get; init; } = "credit";

    /// <summary>Of what whole channels read.</summary>
    public string Language { get; init; } = "en";

    /// <summary>False: facts are stored, nothing scores, commands say so.</summary>
    public bool Enabled { get; init; } = true;
}

/// <summary>Section <c>Admin</c>.</summary>
public sealed record AdminSettings
{
    /// <summary>Null: the API answers 401 and the page is reachable from loopback only.</summary>
    public string? ApiKey { get; init; }
}

/// <summary>Section <c>Slack</c>: over HTTP with a signing secret, over Socket Mode with an app token, or both; off without either.</summary>
public sealed record SlackSettings
{
    public string? BotToken { get; init; }

    public string? SigningSecret { get; init; }

    public string? AppToken { get; init; }

    public string ApiUrl { get; init; } = "https://slack.com/api/";
}

/// <summary>Section <c>Teams</c>. Off while there is neither an app id nor the development mode.</summary>
public sealed record TeamsSettings
{
    public string? AppId { get; init; }

    public string? AppSecret { get; init; }

    public string? TenantId { get; init; }

    /// <summary>Whose addresses are taken where the settings below name none: Public, Gcc, GccHigh, Dod or China.</summary>
    public string Cloud { get; init; } = "Public";

    /// <summary>Null: the cloud's.</summary>
    public string? OpenIdMetadataUrl { get; init; }

    /// <summary>Null: the cloud's, for the tenant.</summary>
    public string? TokenUrl { get; init; }

    /// <summary>Null or empty: those of the cloud.</summary>
    public IReadOnlyList<string> AllowedServiceUrls { get; init; } = [];

    /// <summary>No tokens, only on loopback.</summary>
    public bool Development { get; init; }
}

/// <summary>Section <c>Connections:{name}</c>.</summary>
public sealed record ConnectionSettings
{
    public string Kind { get; init; } = "";

    /// <summary>Several live secrets allow rotation.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];
}

/// <summary>Section <c>Clock</c>.</summary>
public sealed record ClockSettings
{
    /// <summary>Demo and tests: the host's clock starts there and may be moved forward by the API.</summary>
    public DateTimeOffset? StartAt { get; init; }
}

/// <summary>Section <c>FirstSale</c>: what unlocks the badge First Sale.</summary>
public sealed record FirstSaleSettings
{
    /// <summary><c>DealClosed</c> or <c>QuoteSent</c>.</summary>
    public string Trigger { get; init; } = "DealClosed";
}
