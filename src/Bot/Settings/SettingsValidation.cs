using Bot.Rules;
using Bot.Teams.Tokens;
using Bot.Texts;
using Gamification.Points;
using NodaTime;
using Storage;

namespace Bot.Settings;

/// <summary>Turns configuration into settings, or into the list of what is wrong with it.</summary>
public static class SettingsValidation
{
    /// <summary>Kinds of connection this host understands.</summary>
    private static readonly string[] Kinds = ["standard"];

    /// <exception cref="SettingsException">Any setting is wrong; all of them are named.</exception>
    public static HostSettings Read(IConfiguration configuration)
    {
        var problems = new List<SettingProblem>();
        SettingsReading Of(string section) => new(configuration.GetSection(section), section, problems);

        var settings = new HostSettings(
            Storage(Of("Storage")),
            Organisation(Of("Organisation")),
            Admin(Of("Admin")),
            Slack(Of("Slack")),
            Teams(Of("Teams")),
            Connections(Of("Connections")),
            new() { StartAt = Of("Clock").Instant("StartAt") },
            FirstSale(Of("FirstSale")),
            Public(Of("Host"))
        )
        {
            Points = Points(Of("Points")),
        };
        return problems.Count == 0 ? settings : throw new SettingsException(problems);
    }

    private static StorageSettings Storage(SettingsReading read)
    {
        var provider = read.Text("Provider", "Sqlite");
        if (!Enum.TryParse<StorageProvider>(provider, ignoreCase: true, out _))
            provider = read.Wrong("Provider", $"'{provider}' is no database of ours; use Sqlite or PostgreSql.", "Sqlite");

        var connection = read.Text("ConnectionString");
        if (connection is null && provider.Equals("PostgreSql", StringComparison.OrdinalIgnoreCase))
            read.Wrong("ConnectionString", "PostgreSql needs one, such as Host=db;Database=medalist;Username=medalist;Password=….", "");

        return new() { Provider = provider, ConnectionString = connection ?? new StorageSettings().ConnectionString };
    }

    private static OrganisationSettings Organisation(SettingsReading read)
    {
        var zone = read.Text("TimeZone", "UTC");
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
            zone = read.Wrong("TimeZone", $"'{zone}' is no IANA time zone; use a name such as Europe/Paris.", "UTC");

        var currency = read.Text("Currency", "USD");
        if (Gamification.Currencies.DigitsOf(currency) is null)
            currency = read.Wrong("Currency", $"'{currency}' is no ISO 4217 currency; use a code such as EUR.", "USD");

        var late = read.Text("LatePolicy", "credit");
        if (late is not ("credit" or "reject"))
            late = read.Wrong("LatePolicy", $"'{late}' is neither credit nor reject.", "credit");

        var language = Language.Named(read.Text("Language", "en"))?.Name;
        if (language is null)
            language = read.Wrong(
                "Language",
                $"'{read.Text("Language")}' is no language of ours; known: {string.Join(", ", Language.All.Select(known => known.Name))}.",
                "en"
            );

        return new()
        {
            LatePolicy = late,
            Language = language,
            TimeZone = zone,
            Currency = currency,
            RevenueUnit = read.Number("RevenueUnit", 1000, 1, 1_000_000_000),
            GraceHours = (int)read.Number("GraceHours", 48, 0, 24 * 31),
            Enabled = read.Flag("Enabled", fallback: true),
        };
    }

    private static AdminSettings Admin(SettingsReading read) =>
        read.Text("ApiKey") is { Length: < 16 }
            ? read.Wrong("ApiKey", "is shorter than 16 characters; make one with: openssl rand -base64 32.", new AdminSettings())
            : new() { ApiKey = read.Text("ApiKey") };

    private static SlackSettings Slack(SettingsReading read)
    {
        var settings = new SlackSettings
        {
            BotToken = read.Text("BotToken"),
            SigningSecret = read.Text("SigningSecret"),
            AppToken = read.Text("AppToken"),
            ApiUrl = read.Url("ApiUrl", new SlackSettings().ApiUrl),
        };
        if (settings is { BotToken: not null, SigningSecret: null, AppToken: null })
            read.Wrong(
                "SigningSecret",
                "is missing beside Slack__BotToken; copy it from the app's Basic Information page, or set Slack__AppToken for Socket Mode.",
                ""
            );
        if (settings is { BotToken: null, SigningSecret: not null } or { BotToken: null, AppToken: not null })
            read.Wrong("BotToken", "is missing beside the other Slack settings; copy it from the app's OAuth & Permissions page.", "");
        if (settings.AppToken is { } token && !token.StartsWith("xapp-", StringComparison.Ordinal))
            read.Wrong(
                "AppToken",
                "is no app-level token; make one with the scope connections:write on the app's Basic Information page. It begins with xapp-.",
                ""
            );
        return settings;
    }

    private static TeamsSettings Teams(SettingsReading read)
    {
        var settings = new TeamsSettings
        {
            AppId = read.Text("AppId"),
            AppSecret = read.Text("AppSecret"),
            TenantId = read.Text("TenantId"),
            Cloud = Cloud(read),
            OpenIdMetadataUrl = read.Text("OpenIdMetadataUrl") is null ? null : read.Url("OpenIdMetadataUrl", ""),
            TokenUrl = read.Text("TokenUrl") is null ? null : read.Url("TokenUrl", ""),
            AllowedServiceUrls = read.List("AllowedServiceUrls"),
            Development = read.Flag("Development", fallback: false),
        };
        if (settings is { AppId: not null, AppSecret: null, Development: false })
            read.Wrong("AppSecret", "is missing beside Teams__AppId; make a client secret in the app's registration.", "");
        return settings;
    }

    private static string Cloud(SettingsReading read)
    {
        var name = read.Text("Cloud", MicrosoftCloud.Public.Name);
        return MicrosoftCloud.Named(name) is { } cloud
            ? cloud.Name
            : read.Wrong(
                "Cloud",
                $"'{name}' is no cloud of Microsoft; use {string.Join(", ", MicrosoftCloud.All.Select(one => one.Name))}.",
                MicrosoftCloud.Public.Name
            );
    }

    private static Dictionary<string, ConnectionSettings> Connections(SettingsReading read) =>
        read.Children.ToDictionary(name => name, name => Connection(read.Section(name)), StringComparer.Ordinal);

    private static ConnectionSettings Connection(SettingsReading read)
    {
        var kind = read.Text("Kind", "standard");
        if (!Kinds.Contains(kind, StringComparer.Ordinal))
            read.Wrong("Kind", $"'{kind}' is no kind of connection; known: {string.Join(", ", Kinds)}.", "");

        var secrets = read.List("Secrets");
        if (secrets.Count == 0)
            read.Wrong(
                "Secrets__0",
                "is missing: a connection without a secret would take anybody's word. Make one with: echo whsec_$(openssl rand -base64 32).",
                ""
            );

        foreach (var (index, secret) in secrets.Index())
            if (!IsStandardSecret(secret))
                read.Wrong(
                    $"Secrets__{index}",
                    "is not whsec_ followed by base64 of 24 to 64 bytes. Make one with: echo whsec_$(openssl rand -base64 32).",
                    ""
                );

        return new() { Kind = kind, Secrets = secrets };
    }

    private static bool IsStandardSecret(string secret)
    {
        const string Prefix = "whsec_";
        var key = new byte[64];
        return secret.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length)
            && length >= 24;
    }

    private static FirstSaleSettings FirstSale(SettingsReading read)
    {
        var trigger = read.Text("Trigger", "DealClosed");
        return trigger is "DealClosed" or "QuoteSent"
            ? new() { Trigger = trigger }
            : read.Wrong("Trigger", $"'{trigger}' is neither DealClosed nor QuoteSent.", new FirstSaleSettings());
    }

    private static PointConfiguration Points(SettingsReading read)
    {
        var names = PointSettings.All.ToDictionary(PointConfiguration.SectionKeyOf, StringComparer.OrdinalIgnoreCase);
        foreach (var unknown in read.Children.Where(key => !names.ContainsKey(key)))
            read.Wrong(unknown, $"is no point rule; known: {string.Join(", ", names.Keys)}.", "");

        var given = new PointChange(
            PointSettings
                .All.Where(setting => read.Text(PointConfiguration.SectionKeyOf(setting)) is not null)
                .ToDictionary(
                    setting => setting.Name,
                    setting => (int)read.Number(PointConfiguration.SectionKeyOf(setting), setting.Least, setting.Least, setting.Most)
                )
        );
        if (given.ContradictionIn(given.ApplyTo(PointRules.Default)) is { } wrong)
            read.Wrong(
                PointConfiguration.SectionKeyOf(PointSettings.Find(wrong.Name)),
                FormattableString.Invariant($"{wrong.Reason} {wrong.Remedy}"),
                ""
            );

        return new(given);
    }

    private static Uri? Public(SettingsReading read) =>
        read.Text("PublicUrl") is null ? null : new(read.Url("PublicUrl", "https://localhost"));
}
