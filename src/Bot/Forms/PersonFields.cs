using Bot.Cards;
using Bot.Texts;
using Gamification;
using Gamification.People;
using NodaTime;
using Storage;

namespace Bot.Forms;

/// <summary>The fields of a person's form, and what they change.</summary>
internal sealed class PersonFields(PersonRecord person, LocalDate today, IReadOnlyList<TeamView> teams, Language language)
{
    public const string Team = "team";
    public const string Since = "since";
    public const string Role = "role";
    public const string Active = "active";
    private const string Name = "name";
    private const string Until = "until";
    private const string Ranked = "ranked";
    private const string Shown = "publicity";
    private const string Alias = "alias";
    private const string NoTeam = "-";
    private const int LongestAlias = 80;

    private IReadOnlyList<FormChoice> Roles =>
        [
            new(nameof(Gamification.People.Role.Rep), language.Say($"Rep")),
            new(nameof(Gamification.People.Role.Manager), language.Say($"Manager")),
            new(nameof(Gamification.People.Role.Admin), language.Say($"Admin")),
        ];

    private IReadOnlyList<FormChoice> Publicities =>
        [
            new(nameof(Publicity.Named), language.Say($"By name")),
            new(nameof(Publicity.Alias), language.Say($"Under the alias")),
            new(nameof(Publicity.None), language.Say($"In no public post")),
        ];

    private readonly Membership? current = MembershipEdit.On(person.Memberships, today);

    public IReadOnlyList<FormPart> ForManager => [.. Membership, IsActive];

    public IReadOnlyList<FormPart> ForAdmin =>
        [
            new Field(Name, language.Say($"Name"), new FieldKind.Text()) { Value = [person.Name] },
            new Field(Role, language.Say($"Role"), new FieldKind.Choice(Roles)) { Value = [person.Role.ToString()] },
            .. Membership,
            IsActive,
            new Field(Ranked, language.Say($"Ranked on leaderboards"), new FieldKind.Toggle())
            {
                Value = On(person.Ranked),
                IsRequired = false,
            },
            new Field(Shown, language.Say($"Shown to others"), new FieldKind.Choice(Publicities)) { Value = [person.Publicity.ToString()] },
            new Field(Alias, language.Say($"Alias"), new FieldKind.Text(LongestAlias))
            {
                Value = person.Alias is { } alias ? [alias] : [],
                IsRequired = false,
            },
        ];

    /// <summary>What the values do to a record; errors stand in the values afterwards.</summary>
    public static Func<PersonRecord, PersonRecord> Read(FormReading values, LocalDate today)
    {
        var (since, end) = (values.Date(Since), values.Date(Until)?.PlusDays(1));
        if (since is { } first && end is { } last && last <= first)
            values.Wrong(Until, values.Say($"The last day lies on or after the first. Choose a later one, or leave it empty."));
        var alias = values.Text(Alias);
        if (values.Choice(Shown) == nameof(Publicity.Alias) && alias.Length == 0)
            values.Wrong(Alias, values.Say($"Write the name others see."));

        var team = values.Choice(Team) is { } id && id != NoTeam ? new TeamId(id) : (TeamId?)null;
        return stored =>
        {
            var changed = stored with
            {
                Active = values.IsOn(Active),
                Memberships = MembershipEdit.Apply(stored.Memberships, today, team, since, end),
            };
            return values.Has(Role) ? ByAdmin(changed, values, alias) : changed;
        };
    }

    private static PersonRecord ByAdmin(PersonRecord changed, FormReading values, string alias) =>
        changed with
        {
            Name = values.Text(Name),
            Role = Enum.Parse<Role>(values.Choice(Role) ?? nameof(Gamification.People.Role.Rep)),
            Ranked = values.IsOn(Ranked),
            Publicity = Enum.Parse<Publicity>(values.Choice(Shown) ?? nameof(Publicity.Named)),
            Alias = alias.Length == 0 ? null : alias,
        };

    private IEnumerable<FormPart> Membership =>
        [
            new Field(
                Team,
                language.Say($"Team"),
                new FieldKind.Choice([
                    new(NoTeam, language.Say($"No team")),
                    .. teams.Select(team => new FormChoice(team.Id.Value, BoardNames.Clean(team.Name))),
                ])
            )
            {
                Value = [current?.Team.Value ?? NoTeam],
            },
            new Field(Since, language.Say($"In this team since"), new FieldKind.Date())
            {
                Value = Day(current?.From),
                IsRequired = false,
                Hint = language.Say($"Empty: since ever. Another team starts today, unless you choose another day."),
            },
            new Field(Until, language.Say($"Last day in this team"), new FieldKind.Date())
            {
                Value = Day(current?.To?.PlusDays(-1)),
                IsRequired = false,
                Hint = language.Say($"Empty: until further notice."),
            },
        ];

    private FormPart IsActive =>
        new Field(Active, language.Say($"Active"), new FieldKind.Toggle())
        {
            Value = On(person.Active),
            IsRequired = false,
            Hint = language.Say($"Activities of an inactive person are stored and score nothing."),
        };

    private static IReadOnlyList<string> On(bool isOn) => isOn ? [Field.On] : [];

    private static IReadOnlyList<string> Day(LocalDate? day) => day is { } date ? [TypedDate.Iso(date)] : [];
}
