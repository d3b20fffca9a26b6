using Bot.Cards;
using Bot.Goals;
using Gamification;
using Gamification.Goals;
using Gamification.Points;
using NodaTime;
using Storage;

namespace Bot.Forms.TeamGoals;

/// <summary>The last step of the form: all that the engine can tell of a plan before it is published.</summary>
internal sealed class PlanPublishing(PastReader past, PointRulesReader points, Organisation organisation)
{
    public const string Act = "act";
    public const string Reason = "reason";
    public const string Holds = "holds";

    public const string Publish = "publish";
    public const string Draft = "draft";
    public const string Shadow = "shadow";

    public const string WhereInFavour = "favour";
    private const int LongestReason = 500;
    private const int Periods = 6;

    /// <param name="changed">What others did meanwhile; null for nothing.</param>
    /// <returns>Null where the draft is more than a form carries.</returns>
    public async Task<Form?> FormAsync(PlanDesk desk, FormRequest request, CancellationToken ct, string? changed = null)
    {
        if (desk.Draft.ToState() is not { } state)
            return null;

        var format = new ReaderFormat(request.Locale, organisation);
        IReadOnlyList<FormPart> shown = PlanCheck.Of(desk.Draft.Plan, desk.Context) switch
        {
            PlanChecked.Valid(var terms) => [.. await PreviewAsync(desk, terms, request.Now, format, ct), .. Asked(desk, request)],
            PlanChecked.Invalid(var faults) =>
            [
                .. PlanFields
                    .Errors(faults, desk.Draft.Plan, _ => false, request)
                    .Select(error => new FormPart.Text(error.Message, Tone.Warning)),
                new FormPart.Text(request.Say($"Go back and mend it.")),
            ],
            var other => throw new System.Diagnostics.UnreachableException($"No preview of {other.GetType().Name}."),
        };
        return desk.Draft.Fill(
            new(
                PublishForm.Name,
                request.Say($"{desk.TitleFor(request)} (3 of 3)"),
                [.. changed is null ? Array.Empty<FormPart>() : [new FormPart.Text(changed, Tone.Warning)], .. shown],
                request.Say($"Save"),
                state
            )
            {
                HasBack = true,
            }
        );
    }

    private async Task<IEnumerable<FormPart>> PreviewAsync(
        PlanDesk desk,
        PlanTerms terms,
        Instant now,
        ReaderFormat format,
        CancellationToken ct
    )
    {
        var words = new PlanPreviewWords(terms, format);
        var preview = PlanPreview.Of(terms, PointsEach(terms.Metric, (await points.TimelineAsync(ct)).On(organisation.DayOf(now)).Rules));
        var running = await past.RunningAsync(terms, now, ct);
        var before = BackTest.Of(terms, await past.BeforeAsync(terms, Periods, now, ct));
        var passed = running is null ? null : words.Passed(BackTest.Of(terms, [running], Held(desk)), desk.People);
        return
        [
            new FormPart.Text(
                $"{TeamGoalWords.Name(terms.Plan.Name)} · {TeamGoalWords.Subject(terms.Subject, desk.People, desk.Teams, format)}"
            ),
            new FormPart.Facts([
                new(format.Say($"Target"), GoalWords.Target(terms.Metric, terms.Target, format)),
                new(format.Say($"When"), $"{TeamGoalWords.Period(terms.Kind, terms.Only, format)}, {organisation.Zone.Id}"),
                .. words.Tiers(preview),
            ]),
            .. preview.Paid.Count > 0 ? [new FormPart.Facts(words.Paid(preview))] : Array.Empty<FormPart>(),
            .. words.Cliffs(preview).Select(cliff => new FormPart.Text(cliff, Tone.Warning)),
            .. words.BackTest(before).Select(line => new FormPart.Text(line, Tone.Subtle)),
            .. passed is null
                ? Array.Empty<FormPart>()
                : [new FormPart.Text(IsShadow(desk) ? format.Say($"If it is published: {passed}") : passed, Tone.Warning)],
            .. Edited(desk, terms, now, format),
        ];
    }

    private static bool IsShadow(PlanDesk desk) => desk.Stored is { IsDraft: false, Assignment.IsShadow: true };

    /// <summary>What a published goal gave already is not given again; a draft and a shadow gave nothing.</summary>
    private static PlanTerms? Held(PlanDesk desk) =>
        desk is { IsFixed: true, Stored: { } stored } && !IsShadow(desk) ? PlanTerms.Of(stored) : null;

    /// <summary>From when an edit of a published goal can hold, and why not sooner.</summary>
    private IEnumerable<FormPart> Edited(PlanDesk desk, PlanTerms terms, Instant now, ReaderFormat format)
    {
        if (desk is not { IsFixed: true, Stored: { } stored })
            yield break;

        var period = stored.PeriodAt(organisation.DayOf(now));
        var isRunning = period.StartIn(organisation.Zone) <= now;
        var faults = GoalEdit.Of(PlanTerms.Of(stored), terms, isRunning, organisation) switch
        {
            GoalEditAnswer.NextPeriod(var reasons) => reasons,
            GoalEditAnswer.Refused(var never) => never,
            _ => [],
        };
        foreach (var fault in faults)
            yield return new FormPart.Text($"{format.Say(fault.Message)} {format.Say(fault.Remedy)}", Tone.Warning);
        if (faults.Count > 0 && stored.Assignment!.Only is null)
            yield return new FormPart.Text(
                format.Say($"Not all of it is in people's favour: it holds from {format.Date(period.End!.Value)} on.")
            );
    }

    private static IEnumerable<FormPart> Asked(PlanDesk desk, FormRequest request) =>
        [
            .. Acts(desk, request) is { Count: > 0 } acts
                ? [new Field(Act, request.Say($"Now"), new FieldKind.Choice(acts)) { Value = [acts[0].Id] }]
                : Array.Empty<FormPart>(),
            .. desk is { IsFixed: true, Stored.Assignment.Only: null }
                ?
                [
                    new Field(
                        Holds,
                        request.Say($"It holds"),
                        new FieldKind.Choice([
                            new(WhereInFavour, request.Say($"At once where that is in people's favour, else from the next period on")),
                            new(nameof(GoalHold.Now), request.Say($"At once, or not at all")),
                            new(nameof(GoalHold.NextPeriod), request.Say($"From the next period on")),
                        ])
                    )
                    {
                        Value = [WhereInFavour],
                        IsRequired = false, // A new goal that is sent twice is published by then, and was not asked this.
                    },
                ]
                : Array.Empty<FormPart>(),
            .. desk.IsFixed
                ?
                [
                    new Field(Reason, request.Say($"Why?"), new FieldKind.LongText(LongestReason))
                    {
                        IsRequired = false,
                        Hint = request.Say($"Told with the change, and kept in the audit"),
                    },
                ]
                : Array.Empty<FormPart>(),
        ];

    /// <summary>A published goal stays so; a shadow may begin to pay.</summary>
    private static IReadOnlyList<FormChoice> Acts(PlanDesk desk, FormRequest request) =>
        desk.Stored switch
        {
            { IsDraft: false, Assignment.IsShadow: true } =>
            [
                new(Shadow, request.Say($"Keep it in the shadow: nobody is told, nothing is paid")),
                new(Publish, request.Say($"Publish: it pays and is told from now on")),
            ],
            { IsDraft: false } => [],
            _ =>
            [
                new(Publish, request.Say($"Publish: people are told, and it pays")),
                new(Draft, request.Say($"Save as a draft: it counts nothing yet")),
                new(Shadow, request.Say($"Run as a shadow: it counts, nobody is told, nothing is paid")),
            ],
        };

    /// <summary>What one of the metric brings, where that is known.</summary>
    private static long? PointsEach(Metric metric, PointRules rules) =>
        metric switch
        {
            Metric.Quotes => rules.Quote,
            Metric.Deals => rules.Deal,
            Metric.ActiveDays => rules.ActiveDay,
            _ => null,
        };
}
