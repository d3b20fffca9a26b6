using Bot.Cards;
using Bot.Rules;
using Bot.Settings;
using Gamification.Badges;
using Gamification.Time;
using Storage;

namespace Bot.Forms;

/// <summary>The fields of a badge, and what was typed in them: of one of the 14 its threshold and whether it is played, of an own one everything.</summary>
internal static class BadgeFields
{
    public const string Name = "name";
    private const string Description = "description";
    private const string Category = "category";
    private const string ArtField = "art";
    private const string Threshold = "threshold";
    private const string FirstSale = "first-sale";
    private const string Measure = "measure";
    private const string Kind = "kind";
    private const string Per = "per";
    private const string Enabled = "enabled";
    private const string Once = "once";

    /// <summary>Of what counts: nothing.</summary>
    private const string Reward = "reward";
    private const int LongestName = 40;
    private const int LongestDescription = 160;
    private const int LongestKind = 80;
    private const int LongestArt = 40;

    /// <param name="standard">The badge as it is by default.</param>
    public static IReadOnlyList<FormPart> OfDefault(Badge badge, bool isDisabled, Badge standard, BadgeBook book, ReaderFormat format) =>
        [
            new FormPart.Text(
                format.Say($"{BadgeWords.Description(badge, format)} Everybody is counted by it at once; who holds the badge keeps it.")
            ),
            .. badge.Id == BadgeCatalogue.FirstSale ? [FirstSaleField(badge, format)] : Array.Empty<FormPart>(),
            new Field(Threshold, format.Say($"Unlocks at"), new FieldKind.Number())
            {
                Value = [TypedNumber.Show(InUnits(badge, book, format), format.Culture)],
                Hint = format.Say(
                    $"{BadgeWords.Units(badge, book.Unit, format)}: 1 to {format.Number(BadgeParser.MostOf(badge.Trigger))}, by default {format.Number(DefaultOf(standard, format))}"
                ),
            },
            EnabledField(!isDisabled, format),
        ];

    /// <param name="own">Null for a new one.</param>
    public static IReadOnlyList<FormPart> OfOwn(CustomBadge? own, long? threshold, bool isDisabled, BadgeBook book, ReaderFormat format) =>
        [
            new FormPart.Text(
                format.Say($"What happened before counts too. Own badges stand beside the 14 and are not counted among them.")
            ),
            new Field(Name, format.Say($"Name"), new FieldKind.Text(LongestName)) { Value = Filled(own?.Name) },
            new Field(Description, format.Say($"What it is for"), new FieldKind.Text(LongestDescription))
            {
                Value = Filled(own?.Description),
            },
            new Field(ArtField, format.Say($"Emoji or picture"), new FieldKind.Text(LongestArt))
            {
                Value = own?.Art is BadgeArt.Custom ? [] : Filled(own?.Art),
                Hint = format.Say($"One emoji such as 📞, or the picture of another badge by its name, such as rainmaker. Empty: a star"),
                IsRequired = false,
            },
            new Field(
                Category,
                format.Say($"Category"),
                new FieldKind.Choice([.. Enum.GetValues<BadgeCategory>().Select(one => Choice(one, format))])
            )
            {
                Value = Filled(own is null ? null : JsonNames.Of(own.Category)),
            },
            new Field(
                Measure,
                format.Say($"What counts"),
                new FieldKind.Choice([
                    .. Enum.GetValues<BadgeMeasure>().Select(one => Choice(one, format)),
                    new(Reward, format.Say($"Given as a reward only")),
                ])
            )
            {
                Value = Filled(
                    own is null ? null
                    : own.Measure is { } measure ? JsonNames.Of(measure)
                    : Reward
                ),
                Hint = format.Say($"Given as a reward only: nobody unlocks it, goals give it"),
            },
            new Field(Threshold, format.Say($"Unlocks at"), new FieldKind.Number())
            {
                Value = threshold is { } number ? [TypedNumber.Show(number, format.Culture)] : [],
                Hint = format.Say(
                    $"How many; of revenue in units of {format.Number(book.Unit)} {format.Organisation.Currency}. Empty for a reward"
                ),
                IsRequired = false,
            },
            new Field(Kind, format.Say($"Kind of logged activity"), new FieldKind.Text(LongestKind))
            {
                Value = Filled(own?.LoggedKind),
                Hint = format.Say($"Only where logged activities count: as the CRM names it, such as call"),
                IsRequired = false,
            },
            new Field(
                Per,
                format.Say($"How often"),
                new FieldKind.Choice([new(Once, format.Say($"Once")), .. BadgeParser.Periods.Select(one => Choice(one, format))])
            )
            {
                Value = [own?.Per is { } per ? JsonNames.Of(per) : Once],
            },
            EnabledField(!isDisabled, format),
        ];

    /// <summary>Null when something is wrong; it stands at its field then. Only what differs from how the badge is now.</summary>
    public static BadgeBody? ReadDefault(FormReading values, Badge badge, BadgeBook book, ReaderFormat format)
    {
        var threshold = values.Whole(Threshold, 1, BadgeParser.MostOf(badge.Trigger));
        if (!values.IsRight)
            return null;

        var first = values.Choice(FirstSale);
        return Nothing with
        {
            Threshold = threshold == InUnits(badge, book, format) ? null : threshold,
            Enabled = values.IsOn(Enabled),
            Trigger = first is null || first == MeasureOf(badge) ? null : new(first, null, null),
        };
    }

    /// <inheritdoc cref="ReadDefault"/>
    /// <param name="own">Null for a new one.</param>
    public static BadgeBody? ReadOwn(FormReading values, CustomBadge? own)
    {
        var art = values.Text(ArtField);
        var (trigger, threshold) = values.Choice(Measure) == Reward ? (RewardOf(values), null) : TriggerOf(values);
        if (art.Length > 0 && !BadgeArt.IsKnown(art))
            values.Wrong(ArtField, values.Say($"Write one emoji, or one of {string.Join(", ", BadgeArt.Defaults)}; or leave it empty."));

        return values.IsRight
            ? new(
                values.Text(Name),
                values.Text(Description),
                values.Choice(Category),
                art.Length > 0 ? art
                    : own?.Art is null ? null
                    : BadgeArt.Custom,
                threshold,
                values.IsOn(Enabled),
                trigger
            )
            : null;
    }

    private static (BadgeTriggerBody, long?) TriggerOf(FormReading values)
    {
        var measure = JsonNames.Parse<BadgeMeasure>(values.Choice(Measure)) ?? default;
        var threshold = values.Whole(Threshold, 1, BadgeParser.MostOf(measure));
        var (kind, per) = (values.Text(Kind), values.Choice(Per));
        if (threshold is null && !values.Errors.Any(error => error.Field == Threshold))
            values.Wrong(Threshold, values.Say($"Write how many unlock it. Or choose that it is given as a reward only."));
        if (measure is BadgeMeasure.Logged && kind.Length == 0)
            values.Wrong(Kind, values.Say($"Name the kind of activity that counts, as the CRM names it: for example call."));
        if (measure is not BadgeMeasure.Logged && kind.Length > 0)
            values.Wrong(Kind, values.Say($"Leave this empty: only logged activities have a kind. Or let logged activities count."));
        if (per != Once && !BadgeParser.MayRepeat(measure))
            values.Wrong(Per, values.Say($"This can be earned once only. Choose once, or let something else count."));

        return (new(JsonNames.Of(measure), kind.Length > 0 ? kind : null, per == Once ? null : per), threshold);
    }

    /// <summary>Goals give it, so there is nothing to count.</summary>
    private static BadgeTriggerBody RewardOf(FormReading values)
    {
        if (values.Text(Threshold).Length > 0)
            values.Wrong(Threshold, values.Say($"Leave this empty: what is given as a reward counts nothing. Or choose what counts."));
        if (values.Text(Kind).Length > 0)
            values.Wrong(Kind, values.Say($"Leave this empty: what is given as a reward counts nothing. Or choose what counts."));
        if (values.Choice(Per) != Once)
            values.Wrong(Per, values.Say($"Choose once: goals say how often they give it. Or choose what counts."));

        return new(null, null, null);
    }

    /// <summary>The field of a member that was refused.</summary>
    public static FieldError ErrorOf(BadgeFault fault, FormRequest request) =>
        new(
            fault.Pointer is "/trigger" ? FirstSale : fault.Pointer.Split('/')[^1],
            $"{request.Say(fault.Reason)} {request.Say(fault.Remedy)}"
        );

    private static BadgeBody Nothing { get; } = new(null, null, null, null, null, null, null);

    private static Field FirstSaleField(Badge badge, ReaderFormat format) =>
        new(
            FirstSale,
            format.Say($"What counts as the first sale"),
            new FieldKind.Choice([
                new(JsonNames.Of(BadgeMeasure.Deals), format.Say($"A won deal")),
                new(JsonNames.Of(BadgeMeasure.Quotes), format.Say($"A sent quote")),
            ])
        )
        {
            Value = [MeasureOf(badge)],
        };

    private static Field EnabledField(bool isOn, ReaderFormat format) =>
        new(Enabled, format.Say($"It can be earned"), new FieldKind.Toggle()) { Value = isOn ? [Field.On] : [], IsRequired = false };

    private static string MeasureOf(Badge firstSale) =>
        JsonNames.Of(firstSale.Trigger is Trigger.Quotes ? BadgeMeasure.Quotes : BadgeMeasure.Deals);

    private static long InUnits(Badge badge, BadgeBook book, ReaderFormat format) =>
        badge.Trigger.IsMoney ? badge.Trigger.Threshold / format.Organisation.MinorOf(book.Unit) : badge.Trigger.Threshold;

    private static long DefaultOf(Badge standard, ReaderFormat format) =>
        standard.Trigger.IsMoney ? standard.Trigger.Threshold / format.Organisation.RevenueUnitInMinor : standard.Trigger.Threshold;

    private static IReadOnlyList<string> Filled(string? text) => text is null ? [] : [text];

    private static FormChoice Choice(BadgeCategory category, ReaderFormat format) =>
        new(JsonNames.Of(category), BadgeWords.Category(category, format));

    private static FormChoice Choice(PeriodKind per, ReaderFormat format) =>
        new(
            JsonNames.Of(per),
            per switch
            {
                PeriodKind.Week => format.Say($"Once in every week"),
                PeriodKind.Month => format.Say($"Once in every month"),
                _ => format.Say($"Once in every quarter"),
            }
        );

    private static FormChoice Choice(BadgeMeasure measure, ReaderFormat format) =>
        new(
            JsonNames.Of(measure),
            measure switch
            {
                BadgeMeasure.Revenue => format.Say($"Revenue, in revenue units"),
                BadgeMeasure.SprintDeals => format.Say($"Deals won within 7 days of their first quote"),
                BadgeMeasure.Replies => format.Say($"Measured replies"),
                BadgeMeasure.ActiveDays => format.Say($"Active days"),
                BadgeMeasure.Logged => format.Say($"Logged activities of one kind"),
                BadgeMeasure.BigDeal => format.Say($"The largest deal, in revenue units"),
                BadgeMeasure.Streak => format.Say($"Working days in a row, active"),
                BadgeMeasure.Quotes => format.Say($"Quotes"),
                BadgeMeasure.Deals => format.Say($"Deals"),
                _ => throw new System.Diagnostics.UnreachableException($"No name for {measure}."),
            }
        );
}
